import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { AppError } from '@fangxing/contract'
import type { Terminal } from '../terminal/terminal.ts'
import { type AuditOptions, audit } from './audit.ts'

const BAD = {
  title: '震惊！原因竟然是这个',
  blocks: [
    { kind: 'paragraph', text: '订购热线13800138000，看完赶紧告诉家里人。' },
    { kind: 'picture', src: 'missing.jpg' },
  ],
}
const OPTIONS: AuditOptions = {
  profile: 'baijiahao-2019',
  format: 'text',
  all: false,
  media: false,
}

let folder = ''

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fangxing-audit-'))
  await writeFile(join(folder, 'bad.json'), JSON.stringify(BAD))
  await writeFile(join(folder, 'wrong.json'), '{"blocks":[{"kind":"poem"}]}')
  await writeFile(
    join(folder, 'rumours.jsonl'),
    `${JSON.stringify({ name: '旧谣言', text: '订购热线13800138000，看完赶紧告诉家里人。' })}\n`,
  )
})

after(() => rm(folder, { recursive: true }))

async function run(file: string, options: Partial<AuditOptions> = {}) {
  const printed: string[] = []
  const terminal: Terminal = {
    language: 'zh',
    env: {},
    print: (text) => void printed.push(text),
    complain: () => {},
    paint: (_, text) => text,
    words: ({ zh }) => zh,
    readInput: async () => new Uint8Array(),
  }
  const code = await audit(join(folder, file), { ...OPTIONS, ...options }, terminal)
  return { code, text: printed.join('\n') }
}

test('an article is told clause by clause, with what was measured, the limit and the fix', async () => {
  const { code, text } = await run('bad.json')
  assert.equal(code, 1)
  assert.match(text, /7\.b {5}不发布营销电话\n {4}body\[4,15\) {2}文中有电话 13800138000。/)
  assert.match(text, /修正 请删除电话号码。/)
  assert.match(
    text,
    /结论 {2}不通过 · 不符合 \d+ · 需要人判断 \d+ · 符合 \d+ · 不适用 \d+ · 共 112 条/,
  )
})

test('clauses of the page and of pictures that nobody looked at are left to a person', async () => {
  const { text } = await run('bad.json')
  assert.match(text, /1\.1\.c {3}无影响体验问题：黑屏\n {4}没有观察到：浏览器里的页面。/)
  assert.match(text, /7\.a {5}不发布二维码\n {4}没有观察到：图片。/)
})

test('as JSON it has every row of the book', async () => {
  const { text } = await run('bad.json', { format: 'json' })
  const { rows, verdict } = JSON.parse(text)
  assert.equal(rows.length, 112)
  assert.equal(verdict, 'reject')
})

test('as SARIF it is version 2.1.0 with a result for each finding', async () => {
  const { text } = await run('bad.json', { format: 'sarif' })
  const { version, runs } = JSON.parse(text)
  assert.equal(version, '2.1.0')
  assert.ok(
    runs[0].results.some(({ ruleId }: { ruleId: string }) => ruleId === 'promotion/phone-number'),
  )
})

test('as HTML it is one page that runs no script and loads nothing', async () => {
  const out = join(folder, 'audit.html')
  await run('bad.json', { format: 'html', out })
  const page = await readFile(out, 'utf8')
  assert.match(page, /default-src &#39;none&#39;/)
  assert.doesNotMatch(page, /<script|https?:\/\//)
  assert.match(page, /不发布营销电话/)
})

test('a corpus makes the clauses of duplicates answer', async () => {
  const { text } = await run('bad.json', { corpus: [`rumours=${join(folder, 'rumours.jsonl')}`] })
  assert.match(text, /8\.2\.1 {3}一般性谣言\n {4}这条消息有可靠来源吗？\n.*“旧谣言”（rumours）/)
  assert.doesNotMatch(text, /没有观察到：可比对/)
})

const refused: [name: string, file: string, options: Partial<AuditOptions>, code: string][] = [
  ['a form that is wrong', 'wrong.json', {}, 'MATERIAL_MALFORMED'],
  ['a file that is not there', 'none.json', {}, 'FILE_NOT_FOUND'],
  ['a corpus that is not there', 'bad.json', { corpus: ['own=/none.jsonl'] }, 'FILE_NOT_FOUND'],
  ['a corpus without a name', 'bad.json', { corpus: ['none.jsonl'] }, 'MATERIAL_MALFORMED'],
]

for (const [name, file, options, code] of refused) {
  test(`${name} is refused with ${code}`, async () => {
    await assert.rejects(
      run(file, options),
      (error) => error instanceof AppError && error.code === code,
    )
  })
}
