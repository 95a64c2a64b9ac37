import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { assertGolden } from './golden.ts'
import { runCli } from './run-cli.ts'

let folder = ''

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fangxing-check-'))
})

after(() => rm(folder, { recursive: true }))

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const OWN_WORDS = '# 自己的词\n苹果\n香蕉\t10001\tblock\n樱桃\t10001\thint\n'

test('an innocent text is one line and exit 0', async () => {
  const { code, stdout, stderr } = await runCli(['check', '今天天气不错'])
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' })
  assertGolden('check-clean.txt', stdout)
})

test('hits are marked in the text, with place, word, label, level, confidence, conversions', async () => {
  const lexicon = await write('own.txt', OWN_WORDS)
  const { code, stdout, stderr } = await runCli([
    'check',
    '先吃苹❤果，\n再吃香蕉和ＡＢ；香蕉没了',
    '--lexicon',
    lexicon,
  ])
  assert.deepEqual({ code, stderr }, { code: 1, stderr: '' })
  assertGolden('check-hits.txt', stdout)
})

test('--explain adds the clauses and the edition', async () => {
  const lexicon = await write('own.txt', OWN_WORDS)
  const { stdout } = await runCli(['check', '香蕉', '--explain', '--lexicon', lexicon])
  assertGolden('check-explain.txt', stdout)
})

test('English is spoken when asked for, by option or by locale', async () => {
  const byOption = await runCli(['--lang', 'en', 'check', '今天天气不错'])
  const byLocale = await runCli(['check', '今天天气不错'], { env: { LANG: 'en_GB.UTF-8' } })
  const overridden = await runCli(['check', '今天天气不错', '--lang=zh'], {
    env: { LANG: 'en_GB' },
  })
  assertGolden('check-clean-en.txt', byOption.stdout)
  assert.equal(byLocale.stdout, byOption.stdout)
  assert.notEqual(overridden.stdout, byOption.stdout)
})

test('a word of level hint is shown and changes nothing', async () => {
  const lexicon = await write('own.txt', OWN_WORDS)
  const { code, stdout } = await runCli(['check', '樱桃', '--lexicon', lexicon])
  assert.equal(code, 0)
  assert.match(stdout, /【樱桃】/)
})

test('JSON has the verdict, the hits and the ranges that slice back', async () => {
  const lexicon = await write(
    'own.json',
    JSON.stringify(['苹果', { text: '香蕉', label: 20008, level: 'block', id: 'banana' }]),
  )
  const args = ['check', 'xx苹果yy香蕉', '--lexicon', lexicon, '--format', 'json']
  const { code, stdout } = await runCli(args)
  assert.equal(code, 1)
  const report = JSON.parse(stdout)
  assert.equal(report.verdict, 'reject')
  assert.equal(report.label, 20008)
  for (const { place, matched } of report.hits) {
    assert.equal(report.text.slice(place.start, place.end), matched)
  }
  assert.deepEqual(
    report.hits.map(({ termId }: { termId: string }) => termId),
    ['own/1', 'banana'],
  )
})

test('standard input and a file are read like an argument', async () => {
  const file = await write('text.txt', '\ufeff今天天气不错')
  const fromFile = await runCli(['check', '--file', file])
  const fromInput = await runCli(['check', '-'], { input: '今天天气不错' })
  assert.deepEqual(fromFile, fromInput)
  assert.equal(fromInput.code, 0)
})

test('escape sequences of a text cannot reach the terminal', async () => {
  const lexicon = await write('own.txt', '苹果\n')
  const { stdout } = await runCli(['check', '\u001b[31m苹果\u202e\u0007', '--lexicon', lexicon])
  assert.match(stdout, /\\u001b\[31m【苹果】\\u202e\\u0007/)
  assert.doesNotMatch(stdout, /[^\P{Cc}\n]|\u202e/u)
})

const refusedLists: [title: string, name: string, content: string, said: RegExp][] = [
  ['broken JSON', 'a.json', '[', /a\.json: 词库文件格式不对/],
  ['JSON that is no array', 'b.json', '{}', /b\.json: .*array/],
  ['an entry without text', 'c.json', '["苹果", {"label": 10001}]', /c\.json: .*第几项 2.*text/],
  ['a label of no table', 'd.txt', '苹果\t999', /d\.txt:1: .*label/],
  ['a level of another name', 'e.txt', '# 词\n苹果\t10001\tforbid', /e\.txt:2: .*level/],
]

for (const [title, name, content, said] of refusedLists) {
  test(`a word list with ${title} is refused with its place`, async () => {
    const lexicon = await write(name, content)
    const { code, stdout, stderr } = await runCli(['check', 'x', '--lexicon', lexicon])
    assert.deepEqual({ code, stdout }, { code: 2, stdout: '' })
    assert.match(stderr, said)
  })
}
