import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { AppError } from '@fangxing/contract'
import { UsageError } from '../failure/usage-error.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { type AuditOptions, audit } from './audit.ts'
import { compareFiles } from './compare-files.ts'
import { findMaterials } from './find-materials.ts'

const GOOD = {
  title: '阳台种番茄的三个要点',
  blocks: [{ kind: 'paragraph', text: '第一个要点是光照，每天至少要晒六个小时的太阳。' }],
}
const BAD = { ...GOOD, blocks: [{ kind: 'paragraph', text: '订购热线13800138000。' }] }
const OPTIONS: AuditOptions = {
  profile: 'baijiahao-2019',
  format: 'text',
  all: false,
  media: false,
}

let folder = ''
const at = (...path: readonly string[]) => join(folder, ...path)

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fangxing-many-'))
  await mkdir(at('many', 'page'), { recursive: true })
  await writeFile(at('many', 'bad.json'), JSON.stringify(BAD))
  await writeFile(at('many', 'good.json'), JSON.stringify(GOOD))
  await writeFile(at('many', 'page', 'index.html'), '<h1>标题</h1>')
  await writeFile(at('many', 'page', 'material.json'), '{ "kind": "tool" }')
  await writeFile(
    at('list.jsonl'),
    ['"many/good.json"', '', '{"target":"many/bad.json"}', '{"target":"many/good.json"}'].join(
      '\n',
    ),
  )
  await mkdir(at('program', 'pages'), { recursive: true })
  await writeFile(at('program', 'app.json'), '{ "pages": ["pages/a", "pages/b"] }')
  await writeFile(at('program', 'pages', 'a.wxml'), '<view>番茄</view>')
})

after(() => rm(folder, { recursive: true }))

async function run(target: string, options: Partial<AuditOptions> = {}) {
  const printed: string[] = []
  const complained: string[] = []
  const code = await audit(at(target), { ...OPTIONS, ...options }, terminalOf(printed, complained))
  return { code, lines: printed, told: complained }
}

function terminalOf(printed: string[], complained: string[]): Terminal {
  return {
    language: 'zh',
    env: {},
    print: (text) => void printed.push(text),
    complain: (text) => void complained.push(text),
    paint: (_, text) => text,
    words: ({ zh }) => zh,
    readInput: async () => new Uint8Array(),
  }
}

test('a list is audited in its order, each once, and the tally comes last', async () => {
  const { code, lines, told } = await run('list.jsonl')
  const read = lines.map((line) => JSON.parse(line))
  assert.deepEqual(
    read.map(({ name, verdict, rows }) => [name.slice(folder.length + 1), verdict, rows.length]),
    [
      ['many/good.json', 'review', 112],
      ['many/bad.json', 'reject', 112],
    ],
  )
  assert.match(told.at(-1) ?? '', /^2 份：通过 0，转人工 1，不通过 1，打不开 0$/)
  assert.equal(code, 1)
})

test('a run that was ended goes on where its output ends', async () => {
  const out = at('out.jsonl')
  await run('list.jsonl', { out })
  const whole = await readFile(out, 'utf8')
  const [first = ''] = whole.split('\n')
  await truncate(out, Buffer.byteLength(first) + 1 + 40)
  const { told } = await run('list.jsonl', { out })
  assert.match(told[0] ?? '', /已有 1 份/)
  const again = (await readFile(out, 'utf8')).trim().split('\n')
  assert.deepEqual(
    again.map((line) => JSON.parse(line).name.slice(folder.length + 1)),
    ['many/good.json', 'many/bad.json'],
  )
})

test('an output that holds something else is refused, and begun anew when that is wished', async () => {
  const out = at('other.jsonl')
  for (const text of ['{"line":1}\n', '{"line":1}', 'precious']) {
    await writeFile(out, text)
    await assert.rejects(run('list.jsonl', { out }), UsageError)
    assert.equal(await readFile(out, 'utf8'), text)
  }
  await writeFile(out, '{"line":1}\n')
  await run('list.jsonl', { out, restart: true })
  assert.ok(!(await readFile(out, 'utf8')).includes('"line":1'))
})

test('a material that cannot be opened has its line, the others go on, and the exit code says so', async () => {
  await writeFile(at('many', 'wrong.json'), '{"blocks":[{"kind":"poem"}]}')
  await writeFile(at('short.jsonl'), '"many/wrong.json"\n"many/good.json"\n')
  const { code, lines } = await run('short.jsonl')
  await rm(at('many', 'wrong.json'))
  const [wrong, good] = lines.map((line) => JSON.parse(line))
  assert.equal(wrong.error.code, 'MATERIAL_MALFORMED')
  assert.equal(good.verdict, 'review')
  assert.equal(code, 2)
})

test('a folder of materials is what is in it: articles, pages with what is declared beside them', async () => {
  const { isMany, materials } = await findMaterials({ target: at('many') })
  assert.ok(isMany)
  assert.deepEqual(
    materials.map(({ name }) => name.slice(folder.length + 1)),
    ['many/bad.json', 'many/good.json', 'many/page'],
  )
  assert.equal((await materials[2]?.open())?.form.kind, 'tool')
})

test('a mini-program is its pages, or the one that is named', async () => {
  const all = await findMaterials({ target: at('program') })
  assert.deepEqual(
    [all.isMany, all.materials.map(({ name }) => name.slice(folder.length + 1))],
    [true, ['program/pages/a', 'program/pages/b']],
  )
  const one = await findMaterials({ target: at('program'), page: 'pages/a?id=1' })
  const source = await one.materials[0]?.open()
  assert.equal(one.isMany, false)
  assert.ok(source?.kind === 'page' && source.files.has(source.entry))
  const none = await findMaterials({ target: at('program'), page: 'pages/none' })
  await assert.rejects(
    async () => none.materials[0]?.open(),
    (error) => error instanceof AppError && error.code === 'FILE_NOT_FOUND',
  )
})

const wrongLists: [name: string, text: string][] = [
  ['a line that is no JSON', 'many/good.json'],
  ['a line with a field nobody knows', '{"target":"a","colour":"red"}'],
]

for (const [name, text] of wrongLists) {
  test(`${name} stops the reading with its number`, async () => {
    await writeFile(at('wrong.jsonl'), `"many/good.json"\n${text}\n`)
    await assert.rejects(
      run('wrong.jsonl'),
      (error) =>
        error instanceof AppError &&
        error.code === 'MATERIAL_MALFORMED' &&
        error.details.line === 2,
    )
  })
}

test('two audits are compared clause by clause, and what became worse ends with 1', async () => {
  const [good, bad] = [at('good-audit.json'), at('bad-audit.json')]
  await run('many/good.json', { format: 'json', out: good })
  await run('many/bad.json', { format: 'json', out: bad })
  const printed: string[] = []
  const files = { before: good, after: bad }
  const code = await compareFiles(files, { format: 'text' }, terminalOf(printed, []))
  assert.equal(code, 1)
  assert.match(printed[0] ?? '', /转人工 → 不通过/)
  assert.match(printed[0] ?? '', /变差 · \d+\n[\s\S]* {4}7\.b 不发布营销电话：符合 → 不符合\n/)
  const back = await compareFiles(
    { before: bad, after: good },
    { format: 'text' },
    terminalOf(printed, []),
  )
  assert.equal(back, 0)
  assert.match(printed[1] ?? '', /改好 · \d+/)
})

test('audits that are the same have no difference; batches are compared by name', async () => {
  const printed: string[] = []
  const terminal = terminalOf(printed, [])
  const out = at('batch.jsonl')
  await run('list.jsonl', { out })
  assert.equal(await compareFiles({ before: out, after: out }, { format: 'text' }, terminal), 0)
  assert.deepEqual(printed, ['两次审核没有不同。'])
  const single = at('single.jsonl')
  await writeFile(single, `${(await readFile(out, 'utf8')).split('\n')[0]}\n`)
  await compareFiles({ before: single, after: out }, { format: 'json' }, terminal)
  const changes = JSON.parse(printed[1] ?? '[]')
  assert.deepEqual(
    changes.map(({ before, after }: { before: string; after: string }) => [before, after]),
    [[null, 'reject']],
  )
})

test('as HTML the differences are one page that loads nothing', async () => {
  const html = at('changes.html')
  const files = { before: at('good-audit.json'), after: at('bad-audit.json') }
  await compareFiles(files, { format: 'html', out: html }, terminalOf([], []))
  const page = await readFile(html, 'utf8')
  assert.match(page, /default-src &#39;none&#39;/)
  assert.doesNotMatch(page, /<script|https?:\/\//)
  assert.match(page, /不发布营销电话/)
})

test('a file that holds no audit is refused', async () => {
  await assert.rejects(
    compareFiles(
      { before: at('list.jsonl'), after: at('list.jsonl') },
      { format: 'text' },
      terminalOf([], []),
    ),
    (error) => error instanceof AppError && error.code === 'MATERIAL_MALFORMED',
  )
})
