import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { runCli } from './run-cli.ts'

let folder = ''
let list = ''

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fangxing-lexicon-'))
  list = join(folder, 'own.txt')
  await writeFile(list, '苹果\n香蕉\t10001\tblock\n**\n')
})

after(() => rm(folder, { recursive: true }))

test('a compiled list finds what the list finds, and what it refuses is said', async () => {
  const compiled = await runCli(['lexicon', 'compile', list])
  assert.equal(compiled.code, 0)
  assert.match(compiled.stdout, /own\.fxlex：2 个词/)
  assert.match(compiled.stderr, /“\*\*”/)

  const check = (path: string) => runCli(['check', '吃苹❤果和香蕉', '--lexicon', path])
  const { code, stdout } = await check(join(folder, 'own.fxlex'))
  assert.equal(code, 1)
  assert.equal(stdout, (await check(list)).stdout)
})

test('the compiled file goes where --out says', async () => {
  const out = join(folder, 'elsewhere.fxlex')
  const { code } = await runCli(['lexicon', 'compile', list, '--out', out])
  assert.equal(code, 0)
  assert((await readFile(out)).length > 0)
})

test('a damaged file is refused with the reason and what to do', async () => {
  const out = join(folder, 'damaged.fxlex')
  await runCli(['lexicon', 'compile', list, '--out', out])
  const bytes = await readFile(out)
  await writeFile(out, bytes.subarray(0, -2))
  const { code, stderr } = await runCli(['check', '苹果', '--lexicon', out])
  assert.equal(code, 2)
  assert.match(stderr, /已损坏，请重新编译/)
})

test('a file that is not there, or cannot be written, ends with exit 2', async () => {
  assert.equal((await runCli(['check', '苹果', '--lexicon', join(folder, 'no.fxlex')])).code, 2)
  assert.equal((await runCli(['lexicon', 'compile', join(folder, 'no.txt')])).code, 2)
  const out = join(folder, 'no', 'own.fxlex')
  assert.equal((await runCli(['lexicon', 'compile', list, '--out', out])).code, 2)
})
