import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { z } from 'zod'
import { runCli } from './run-cli.ts'
import { type Served, serveCli } from './served.ts'

/** A slang of this test's own: the shipped model cannot know it. */
const NOUNS = ['青石', '云雀', '竹影', '长亭', '木舟', '晚钟']
const PLACES = ['南街', '北巷', '河边', '桥头', '山下', '渡口']
/** Opens a case wherever it is written. */
const DOUBTFUL = '丁香茶'
const SLANG = '桥头有竹影三斤'

const checked = z.object({ id: z.string(), suggest: z.string(), edition: z.string() })
const granted = z.object({ fence: z.number() })
const anything = z.unknown()

let folder = ''
let served: Served
let operator: Record<string, string> = {}
const at = (name: string) => join(folder, name)

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fangxing-train-server-'))
  served = await serveCli(join(folder, 'data'))
  const { name, password } = served.parts.boss
  operator = { FANGXING_SERVER: served.url, FANGXING_USER: name, FANGXING_PASSWORD: password }
  const term = { text: DOUBTFUL, label: 10001, level: 'review' }
  await served.parts.operator.post('/v1/terms', term, anything)
})
after(async () => {
  await served.stop()
  await rm(folder, { recursive: true, force: true })
})

const check = (text: string) => served.parts.developer.post('/v1/checks', { text }, checked)

async function decide(text: string, decision: object): Promise<void> {
  const { reviewer } = served.parts
  const { id } = await check(text)
  const { fence } = await reviewer.post(`/v1/cases/${id}/claim`, undefined, granted)
  await reviewer.post(`/v1/cases/${id}/decision`, { fence, note: '', ...decision }, anything)
}

test('without decisions there is nothing to learn, and it says what is missing', async () => {
  const { code, stderr } = await runCli(['train', '--from-server'], { env: operator })
  assert.equal(code, 2)
  assert.match(stderr, /0 条人工判定可用/)
  assert.match(stderr, /至少要 10 条/)
})

test('decided cases become a model without hand work', async () => {
  for (const [nth, noun] of NOUNS.entries()) {
    for (const place of PLACES) {
      const first = nth % 2 === 0
      await decide(`${DOUBTFUL}${place}有${noun}${first ? '两' : '三'}斤`, {
        ...{ verdict: 'risky', label: 20006 },
      })
      await decide(`${DOUBTFUL}${place}的${noun}真好看，拍了照片`, { verdict: 'pass' })
    }
  }
  const own = PLACES.map((place) => JSON.stringify({ text: `${place}今天下雨了`, label: 100 }))
  await writeFile(at('own.jsonl'), own.join('\n'))
  const args = ['train', at('own.jsonl'), '--from-server', '--save', at('samples.jsonl')]
  const { code, stdout, stderr } = await runCli([...args, '--out', at('model.json')], {
    env: operator,
  })
  assert.equal(code, 0, stderr)
  assert.match(stderr, /72 条人工判定可用；0 条未留存文本/)
  assert.match(stdout, /78 条样本/)
  const saved = (await readFile(at('samples.jsonl'), 'utf8')).trim().split('\n')
  assert.equal(saved.length, 78)
  assert.deepEqual(Object.keys(JSON.parse(saved[20] ?? '{}')), ['text', 'label'])
})

test('a model is tried on what is kept before it is published', async () => {
  const { code, stdout } = await runCli(['train', 'try', at('model.json')], { env: operator })
  assert.equal(code, 0, stdout)
  assert.match(stdout, /试了 72 条，0 条结论改变/)
  assert.match(stdout, /人工判定过 72 条/)
})

test('publish, list and roll-back change what judges, and checks name it', async () => {
  const shipped = (await check(SLANG)).edition
  const published = await runCli(['train', 'publish', at('model.json'), '--note', '行话'], {
    env: operator,
  })
  assert.equal(published.code, 0, published.stderr)
  assert.match(published.stdout, /版本 1 已生效/)
  const judged = await check(SLANG)
  assert.notEqual(judged.suggest, 'pass')
  assert.match(judged.edition, new RegExp(`^${shipped.replaceAll('.', '\\.')}\\+[0-9a-f]{16}$`))

  const back = await runCli(['train', 'roll-back', '0'], { env: operator })
  assert.match(back.stdout, /版本 2（即版本 0） 已生效：出厂模型/)
  assert.equal((await check(SLANG)).edition, shipped)
  const reverse = await runCli(['train', 'try', '1', '--format', 'json'], { env: operator })
  // The text that it has stopped is kept as well.
  assert.equal(JSON.parse(reverse.stdout).tried, 73)

  const { stdout } = await runCli(['train', 'list'], { env: operator })
  assert.match(stdout, /^2 \* .*同 0 出厂模型/m)
  assert.match(stdout, /^1 .* 78 .*→.* 行话$/m)
  const json = await runCli(['train', 'list', '--format', 'json'], { env: operator })
  assert.equal(JSON.parse(json.stdout).live.number, 2)
})

const REFUSED: [name: string, args: () => readonly string[], said: RegExp][] = [
  ['a file that is none', () => ['publish', at('own.jsonl')], /不是 fangxing train 写出的/],
  ['a file that is not there', () => ['publish', at('nothing')], /nothing/],
  ['an edition that is not there', () => ['roll-back', '77'], /没有这一版文本模型/],
  ['a number that is none', () => ['roll-back', '-x'], /-x/],
  ['no days at all', () => ['try', '0', '--days', '0'], /大于 0/],
]

for (const [name, args, said] of REFUSED) {
  test(`refused with exit 2 and a sentence: ${name}`, async () => {
    const { code, stderr } = await runCli(['train', ...args()], { env: operator })
    assert.equal(code, 2)
    assert.match(stderr, said)
  })
}

test('nobody publishes without being an operator', async () => {
  const { code, stderr } = await runCli(['train', 'publish', at('model.json')], {
    env: { FANGXING_SERVER: served.url },
  })
  assert.equal(code, 2)
  assert.match(stderr, /FANGXING_USER/)
})
