import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Crew, startCrew } from './crew.ts'
import type { ClipJob, PictureJob } from './jobs.ts'

const ODD_CHILD = join(import.meta.dirname, '..', '..', 'test', 'odd-child.ts')

function job(name: string): PictureJob {
  const wanted = ['table', 'words'] as const
  return { kind: 'picture', name, bytes: new Uint8Array(3), wanted, already: {} }
}

function film(name: string): ClipJob {
  return { kind: 'clip', name, source: '/a.mp4', wanted: [], frameFacts: [] }
}

async function withCrew(
  work: (crew: Crew, directory: string) => Promise<void>,
  { workers = 1, seconds = 60 } = {},
): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'crew-'))
  const crew = startCrew({
    directory,
    workers,
    main: ODD_CHILD,
    child: { models: {} },
    seconds: { picture: seconds, clip: seconds },
  })
  try {
    await work(crew, directory)
  } finally {
    await crew.close()
    const left = await readdir(directory)
    await rm(directory, { recursive: true })
    assert.deepEqual(left, [])
  }
}

const ends: [name: string, reason: RegExp][] = [
  ['dies', /ended unexpectedly \(exit code 3\)/],
  ['is killed', /ended unexpectedly \(SIGKILL\)/],
]

for (const [name, reason] of ends) {
  test(`a child that ${name} leaves what it had seen, and the next job is done`, async () => {
    await withCrew(async (crew) => {
      const seen = await crew.run(job(name), 'abc', {})
      assert.equal('table' in seen && seen.table, null)
      assert.deepEqual(
        seen.missing.map(({ fact }) => fact),
        ['format', 'words'],
      )
      assert.match(seen.missing[0]?.because.en ?? '', reason)
      assert.deepEqual((await crew.run(job('is well'), 'abc', {})).missing, [])
    })
  })
}

for (const name of ['stalls', 'spins']) {
  test(`a child that ${name} is stopped when its time is up`, async () => {
    await withCrew(
      async (crew) => {
        const seen = await crew.run(job(name), 'abc', {})
        assert.match(seen.missing[0]?.because.en ?? '', /stopped after 0.4 seconds/)
      },
      { seconds: 0.4 },
    )
  })
}

test('a job that is cancelled while it runs may finish by itself, and its child stays', async () => {
  await withCrew(async (crew) => {
    const controller = new AbortController()
    const onProgress = () => controller.abort()
    const first = await crew.run(job('waits for a word'), 'abc', {
      signal: controller.signal,
      onProgress,
    })
    const second = await crew.run(job('is well'), 'abc', {})
    assert.equal(first.sha256, second.sha256)
  })
})

test('a job that does not heed being cancelled is ended', async () => {
  await withCrew(async (crew) => {
    const controller = new AbortController()
    const onProgress = () => controller.abort()
    const seen = await crew.run(job('spins'), 'abc', { signal: controller.signal, onProgress })
    assert.match(seen.missing[0]?.because.en ?? '', /cancelled/)
  })
})

test('a job that is cancelled while it waits never runs', async () => {
  await withCrew(async (crew) => {
    const controller = new AbortController()
    const first = crew.run(job('waits for a word'), 'abc', { signal: controller.signal })
    let hasRun = false
    const waiting = new AbortController()
    const second = crew.run(job('is well'), 'abc', {
      signal: waiting.signal,
      onProgress: () => {
        hasRun = true
      },
    })
    waiting.abort()
    assert.match((await second).missing[0]?.because.en ?? '', /cancelled/)
    controller.abort()
    await first
    assert.equal(hasRun, false)
  })
})

test('a child that has grown too large is replaced', async () => {
  await withCrew(async (crew) => {
    const large = await crew.run(job('grows'), 'abc', {})
    const next = await crew.run(job('is well'), 'abc', {})
    const last = await crew.run(job('is well'), 'abc', {})
    assert.notEqual(large.sha256, next.sha256)
    assert.equal(next.sha256, last.sha256)
  })
})

test('a child that ended while it had nothing to do is replaced', async () => {
  await withCrew(async (crew) => {
    const { sha256: pid } = await crew.run(job('is well'), 'abc', {})
    process.kill(Number(pid), 'SIGKILL')
    while (isRunning(Number(pid))) await new Promise((resolve) => setImmediate(resolve))
    assert.deepEqual((await crew.run(job('is well'), 'abc', {})).missing, [])
  })
})

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('a file that a child left is gone with it', async () => {
  await withCrew(async (crew, directory) => {
    await crew.run(job('leaves a file'), 'abc', {})
    const [folder = ''] = await readdir(directory)
    assert.deepEqual(await readdir(join(directory, folder)), ['left-behind'])
  })
})

test('more jobs than children are all done, by the children there are', async () => {
  await withCrew(
    async (crew) => {
      const names = Array.from({ length: 9 }, (_, index) => `job ${index}`)
      const seen = await Promise.all(names.map((name) => crew.run(job(name), 'abc', {})))
      assert.deepEqual(
        seen.map(({ name }) => name),
        names,
      )
      assert.equal(new Set(seen.map(({ sha256 }) => sha256)).size, 2)
    },
    { workers: 2 },
  )
})

test('clips leave a child to pictures, be there two or three', async () => {
  for (const workers of [2, 3]) {
    await withCrew(
      async (crew) => {
        const clips = Array.from({ length: 4 }, () => crew.run(film('stalls'), 'abc', {}))
        assert.deepEqual((await crew.run(job('is well'), 'abc', {})).missing, [])
        await crew.close()
        assert.equal((await Promise.all(clips)).length, 4)
      },
      { workers },
    )
  }
})

test('a clip that is cancelled while it waits leaves its turn to the next', async () => {
  await withCrew(
    async (crew) => {
      const [first, second] = [new AbortController(), new AbortController()]
      const clips = [first, second].map(({ signal }) => crew.run(film('stalls'), 'abc', { signal }))
      second.abort()
      await clips[1]
      first.abort()
      await clips[0]
      assert.deepEqual((await crew.run(film('is well'), 'abc', {})).missing, [])
    },
    { workers: 2 },
  )
})

test('closing settles what runs and what waits', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'crew-'))
  const crew = startCrew({
    directory,
    workers: 1,
    main: ODD_CHILD,
    child: { models: {} },
    seconds: { picture: 60, clip: 60 },
  })
  const jobs = ['stalls', 'is well'].map((name) => crew.run(job(name), 'abc', {}))
  await crew.close()
  for (const seen of await Promise.all(jobs)) {
    assert.match(seen.missing[0]?.because.en ?? '', /cancelled/)
  }
  await rm(directory, { recursive: true })
})
