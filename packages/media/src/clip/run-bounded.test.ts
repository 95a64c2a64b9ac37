import assert from 'node:assert/strict'
import { existsSync, statSync, unlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Run, runBounded } from './run-bounded.ts'

const bounds = { maxMs: 10_000, maxMemoryBytes: 2 ** 40, maxOutputBytes: 2 ** 20 }

function node(script: string, more: Partial<Run> = {}): Run {
  return { program: process.execPath, args: ['-e', script], bounds, ...more }
}

test('what is written to a pipe comes to its reader', async () => {
  const read: Record<number, string> = { 1: '', 4: '' }
  const ending = await runBounded(
    node(`process.stdout.write('one'); require('fs').writeSync(4, 'four')`, {
      readers: {
        1: (chunk) => {
          read[1] += chunk.toString()
        },
        4: (chunk) => {
          read[4] += chunk.toString()
        },
      },
    }),
  )
  assert.deepEqual(ending, { kind: 'exit', code: 0, lastLines: [] })
  assert.deepEqual(read, { 1: 'one', 4: 'four' })
})

test('a program that fails is told by its code and its last lines', async () => {
  const ending = await runBounded(node(`console.error('no such thing'); process.exit(3)`))
  assert.deepEqual(ending, { kind: 'exit', code: 3, lastLines: ['no such thing'] })
})

test('a program that does not end is stopped in time', async () => {
  const ending = await runBounded(
    node('setInterval(() => {}, 1000)', { bounds: { ...bounds, maxMs: 300 } }),
  )
  assert.deepEqual(ending, { kind: 'stopped', by: 'time' })
})

test('a program that talks without end is stopped', async () => {
  const ending = await runBounded(
    node(`setInterval(() => process.stdout.write('x'.repeat(9999)), 0)`, {
      bounds: { ...bounds, maxOutputBytes: 50_000 },
    }),
  )
  assert.deepEqual(ending, { kind: 'stopped', by: 'output' })
})

test('a caller may stop it, before and while it runs', async () => {
  const early = await runBounded(node('', { signal: AbortSignal.abort() }))
  assert.deepEqual(early, { kind: 'stopped', by: 'caller' })
  const controller = new AbortController()
  const ending = await runBounded(
    node(`console.log('here'); setInterval(() => {}, 1000)`, {
      signal: controller.signal,
      readers: { 1: () => controller.abort() },
    }),
  )
  assert.deepEqual(ending, { kind: 'stopped', by: 'caller' })
})

test('a program that does not exist is an ending and no exception', async () => {
  const ending = await runBounded({ program: join(tmpdir(), 'no-such-program'), args: [], bounds })
  assert.notEqual(ending.kind === 'exit' ? ending.code : 1, 0)
})

test('the environment of this process is not handed on', async () => {
  process.env.FANGXING_TEST_SECRET = 'secret'
  let printed = ''
  await runBounded(
    node('console.log(JSON.stringify(process.env))', {
      readers: {
        1: (chunk) => {
          printed += chunk.toString()
        },
      },
    }),
  )
  delete process.env.FANGXING_TEST_SECRET
  assert.doesNotMatch(printed, /secret/i)
})

const windows = process.platform === 'win32' && 'Windows has no ulimit'

test('it can write no file', { skip: windows }, async () => {
  const path = join(tmpdir(), `fangxing-written-${process.pid}`)
  const ending = await runBounded(node(`require('fs').writeFileSync('${path}', 'x')`))
  assert.notDeepEqual(ending, { kind: 'exit', code: 0, lastLines: [] })
  assert.equal(existsSync(path) && statSync(path).size > 0, false)
  if (existsSync(path)) unlinkSync(path)
})

test('memory beyond the bound is refused', {
  skip: process.platform !== 'linux' && 'only Linux bounds it',
}, async () => {
  const ending = await runBounded({
    program: 'sh',
    args: ['-c', 'head -c 300000000 /dev/zero | tail -c 200000000 > /dev/null'],
    bounds: { ...bounds, maxMemoryBytes: 50_000_000 },
  })
  assert.notDeepEqual(ending, { kind: 'exit', code: 0, lastLines: [] })
})
