import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { checkText } from '../src/check/check-text.ts'
import type { Terminal } from '../src/terminal/terminal.ts'
import { assertGolden } from './golden.ts'

const WORDS = '加微信\t10001\n赌博\t20006\tblock\n代开发票\t20006\tblock\n三十六计\nmoonbase\n'

/** Each in another disguise. */
const DISGUISES = [
  '想要的加＊薇*信聊',
  '有事 加 微 ｜ 信 找我',
  '可以jiaweixin了解',
  '加w信，拉你进群',
  '这里有人贝者博',
  '代，开，發，票',
  '票发开代，联系我',
  '三拾陆计，走为上',
  'ｍ00ｎｂａｓｅ 见',
  '加\u200b微\u200b信\u200b吧',
]

/** Each has the characters or the sounds of a listed word, and does not say it. */
const INNOCENTS = [
  '他跟我打赌。博物馆周一关门',
  '这个月要加班，微信步数很少',
  '家委新群通知',
  '请把我加为新成员',
  '我在读博，压力很大',
  '大家为信任干杯',
  '他开发票据系统',
  '三天看了十六集，计划有变',
  'the moon base in the film',
  'p2pvx3 is a model number',
]

let lexicon = ''
let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fangxing-explained-'))
  lexicon = join(folder, 'words.txt')
  await writeFile(lexicon, WORDS)
})
after(() => rm(folder, { recursive: true }))

async function explain(text: string): Promise<string> {
  const said: string[] = []
  const terminal: Terminal = {
    language: 'zh',
    env: {},
    print: (line) => void said.push(line),
    complain: (line) => void said.push(line),
    paint: (_style, words) => words,
    words: ({ zh }) => zh,
    readInput: async () => new Uint8Array(),
  }
  await checkText(text, { lexicon, scene: 2, explain: true, format: 'text' }, terminal)
  return `$ fangxing check --explain "${text}"\n${said.join('\n')}\n`
}

for (const [name, texts] of [
  ['disguises', DISGUISES],
  ['innocents', INNOCENTS],
] as const) {
  test(`ten ${name} are explained as before`, async () => {
    const explained: string[] = []
    for (const text of texts) explained.push(await explain(text))
    assert.equal(explained.length, 10)
    assertGolden(`explained-${name}.txt`, explained.join('\n'))
  })
}
