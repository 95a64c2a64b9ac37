import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type Child, startChild } from './child.ts'
import type { PictureJob } from './jobs.ts'

const ODD_CHILD = join(import.meta.dirname, '..', '..', 'test', 'odd-child.ts')

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

function job(name: string): PictureJob {
  return { kind: 'picture', name, bytes: new Uint8Array(3), wanted: ['words'], already: {} }
}

async function withChild(work: (child: Child) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'child-'))
  const child = startChild({ models: {} }, directory, ODD_CHILD)
  try {
    await work(child)
  } finally {
    await child.kill()
    await rm(directory, { recursive: true })
  }
}

/** In a function of its own: whatever it held is free when it has ended. */
async function runAndForget(child: Child): Promise<WeakRef<object>> {
  const heard: unknown[] = []
  const { kind } = await child.run(job('is well'), (_seen, progress) => heard.push(progress))
  assert.deepEqual([kind, heard.length], ['seen', 1])
  return new WeakRef(heard)
}

test('a child that lives on keeps nothing of the jobs that it has done', async () => {
  await withChild(async (child) => {
    const heard = [await runAndForget(child), await runAndForget(child)]
    await setImmediate()
    collect()
    assert.deepEqual(
      heard.map((one) => one.deref()),
      [undefined, undefined],
    )
    assert.ok(child.isAlive())
  })
})

test('a child that is gone says so of every further job', async () => {
  await withChild(async (child) => {
    await child.kill()
    const died = { kind: 'died', reason: 'SIGKILL' }
    assert.deepEqual(await child.run(job('is well'), () => {}), died)
    assert.deepEqual(await child.run(job('is well'), () => {}), died)
  })
})
