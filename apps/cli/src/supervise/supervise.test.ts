import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { readsPackage } from './supervise.ts'

const SUPERVISE = import.meta.resolve('./supervise.ts')

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fangxing-supervise-'))
})
after(() => rm(folder, { recursive: true }))

/** A program that supervises one whose whole text is `main`. */
async function start(main: string, args: readonly string[] = []) {
  const path = join(folder, `${Math.random()}.mjs`)
  await writeFile(path, main)
  const program = `
    import { supervise } from ${JSON.stringify(SUPERVISE)}
    process.exitCode = await supervise(${JSON.stringify(path)}, ${JSON.stringify(args)})`
  return spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { NODE_OPTIONS: '--max-old-space-size=32' },
  })
}

async function supervised(main: string, args: readonly string[] = ['--lang', 'en']) {
  const child = await start(main, args)
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  return { code, stdout, stderr }
}

const SENTENCE =
  'fangxing: The process that read the package ended without an answer. A person has to look at it.'

test('what ends by itself keeps its output, its complaints and its exit code', async () => {
  const main = `console.log('out', process.argv[2]); console.error('err'); process.exitCode = 1`
  assert.deepEqual(await supervised(main, ['one']), {
    code: 1,
    stdout: 'out one\n',
    stderr: 'err\n',
  })
})

test('a crash is one sentence and exit code 2, whatever was said before it', async () => {
  const main = `console.error('a dump'); process.kill(process.pid, 'SIGSEGV')`
  assert.deepEqual(await supervised(main), {
    code: 2,
    stdout: '',
    stderr: `${SENTENCE} (it crashed, ended by SIGSEGV)\n`,
  })
})

test('the sentence is in the language that was asked for', async () => {
  const { stderr } = await supervised(`process.abort()`, ['--lang', 'zh'])
  assert.match(stderr, /^fangxing: 读取代码包的进程没有答复就结束了.*（?.*SIGABRT/)
})

test('too much memory is one sentence and exit code 2', async () => {
  const main = `
    const held = []
    for (;;) held.push({ number: held.length })`
  const { code, stderr } = await supervised(main)
  assert.deepEqual([code, stderr], [2, `${SENTENCE} (it ran out of memory, ended by SIGABRT)\n`])
})

test('a signal to stop ends both', async () => {
  const child = await start(`console.log(process.pid); setInterval(() => {}, 1000)`)
  const [line] = await once(child.stdout, 'data')
  child.kill('SIGTERM')
  const [code, signal] = await once(child, 'close')
  assert.deepEqual([code, signal], [null, 'SIGTERM'])
  assert.throws(() => process.kill(Number(String(line)), 0), /ESRCH/)
})

const commands: [args: string, isSupervised: boolean][] = [
  ['preflight folder', true],
  ['--lang en preflight folder', true],
  ['--lang=en preflight folder', true],
  ['check preflight', false],
  ['serve --data preflight', false],
  ['--lang preflight check', false],
  ['', false],
]
for (const [args, isSupervised] of commands) {
  test(`“${args}” is ${isSupervised ? '' : 'not '}run in a second process`, () => {
    assert.equal(readsPackage(args.split(' ').filter(Boolean)), isSupervised)
  })
}
