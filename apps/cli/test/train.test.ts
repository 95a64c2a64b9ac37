import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { toEdition } from '@fangxing/text'
import { runCli } from './run-cli.ts'

/** A slang of this test's own: the shipped model cannot know it. */
const NOUNS = ['青石', '云雀', '竹影', '长亭', '木舟', '晚钟']
const PLACES = ['南街', '北巷', '河边', '桥头', '山下', '渡口']
const SAMPLES = NOUNS.flatMap((noun) =>
  PLACES.flatMap((place) => [
    { text: `${place}有${noun}两斤`, label: 20006 },
    { text: `${place}的${noun}真好看，拍了照片`, label: 100 },
  ]),
)

let folder = ''
const at = (name: string) => join(folder, name)

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fangxing-train-'))
  await writeFile(at('reviewed.jsonl'), SAMPLES.map((one) => JSON.stringify(one)).join('\n'))
  await writeFile(at('posts.txt'), '桥头有竹影三斤\n{"content":"今天天气真好"}\n')
})

after(() => rm(folder, { recursive: true }))

test('what was learned is measured, its changes are shown, and a check can use it', async () => {
  const trained = await runCli(['train', at('reviewed.jsonl'), '--try', at('posts.txt')])
  assert.equal(trained.code, 0)
  assert.match(trained.stdout, /20006 违法犯罪 +36 +0\.0 % +100\.0 %/)
  assert.match(trained.stdout, /2 条文本中 1 条的结论改变/)
  assert.match(trained.stdout, /桥头有竹影三斤/)

  const check = (model: string) => runCli(['check', '渡口有晚钟一斤', '--model', model])
  assert.equal((await check(at('reviewed.fxmodel.json'))).code, 1)
  assert.equal((await check('shipped')).code, 0)
})

test('a file of a model that is not the shipped one is refused', async () => {
  const out = at('other.json')
  await runCli(['train', at('reviewed.jsonl'), '--out', out, '--format', 'json'])
  const { edition, ...written } = JSON.parse(await readFile(out, 'utf8'))
  const { kind, scale, biases, weights, report } = written
  const content = { kind, modelEdition: 'another', scale, biases, weights, report }
  await writeFile(out, JSON.stringify({ ...content, edition: toEdition([content]) }))
  const { code, stderr } = await runCli(['check', '你好', '--model', out])
  assert.equal(code, 2)
  assert.match(stderr, /重新训练/)
})

const refused: [name: string, source: string, said: RegExp][] = [
  [
    'a label that cannot be learned',
    '{"text":"甲","label":20001}',
    /refused\.x:1: 标签“20001”学不了/,
  ],
  ['a text with two labels', 'text,label\n甲,100\n甲,20003', /refused\.x:3: 同一文本在第 2 行/],
  ['too few samples', 'text,label\n甲,100\n乙,20003', /至少要 10 条/],
  ['one label only', `text,label\n${numbered('甲', 12).join(',100\n')},100`, /只有一种标签/],
  ['no samples at all', '你好\n', /没有样本/],
]
for (const [name, source, said] of refused) {
  test(`refused with exit 2 and the reason: ${name}`, async () => {
    await writeFile(at('refused.x'), source)
    const { code, stderr } = await runCli(['train', at('refused.x')])
    assert.equal(code, 2)
    assert.match(stderr, said)
  })
}

test('a model file that was changed is refused, and so is one that is cut off', async () => {
  const out = at('other.json')
  await runCli(['train', at('reviewed.jsonl'), '--out', out])
  const text = await readFile(out, 'utf8')
  for (const broken of [text.replace(/"scale":[^,]+/, '"scale":0.5'), text.slice(0, 5000)]) {
    await writeFile(out, broken)
    const { code, stderr } = await runCli(['check', '你好', '--model', out])
    assert.equal(code, 2)
    assert.match(stderr, /fangxing train/)
  }
})

test('a model file of another form is refused', async () => {
  const { code, stderr } = await runCli(['check', '你好', '--model', at('posts.txt')])
  assert.equal(code, 2)
  assert.match(stderr, /不是 fangxing train 写出的/)
})

function numbered(text: string, count: number): string[] {
  return Array.from({ length: count }, (_, nth) => text + nth)
}
