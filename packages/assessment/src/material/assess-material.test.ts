import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MaterialBlock, MaterialFacts, Outcome } from '@fangxing/contract'
import { baijiahaoProfile } from '@fangxing/policy'
import { compileLexicon } from '@fangxing/text'
import { assessMaterial, type SeenMaterial } from './assess-material.ts'

const AUDITED_AT = Date.UTC(2024, 5, 15)
const lexicon = compileLexicon([
  { id: 'gambling/1', text: '网络赌博平台', label: 20006, level: 'block' },
])

function article(title: string | null, ...paragraphs: readonly string[]): MaterialFacts {
  let start = 0
  const blocks = paragraphs.map((text): MaterialBlock => {
    const block: MaterialBlock = { kind: 'paragraph', text, start, ref: null }
    start += text.length + 1
    return block
  })
  return {
    name: 'article',
    kind: 'article',
    title,
    blocks,
    channel: { first: '家居', second: null },
    publishedAt: AUDITED_AT,
    auditedAt: AUDITED_AT,
    cover: null,
    postRoll: null,
    isFiction: false,
  }
}

const CLEAN = article(
  '阳台种番茄的三个要点',
  '阳台种番茄，第一个要点是光照，每天至少要晒六个小时的太阳。',
  '第二个要点是浇水，少而透，盆土干了再浇，叶子发黄多半是浇多了。',
  '第三个要点是搭架，番茄长到三十厘米就要绑在竹竿上，免得倒伏。',
)

function assess(material: MaterialFacts, seen: Partial<SeenMaterial> = {}) {
  const nothing = { cards: [], clips: [], links: [], pictures: [], resemblances: [] }
  return assessMaterial({ material, profile: baijiahaoProfile, ...nothing, ...seen }, { lexicon })
}

function outcomes(material: MaterialFacts, seen: Partial<SeenMaterial> = {}) {
  const { rows } = assess(material, seen)
  return new Map(rows.map(({ clauseId, outcome }) => [clauseId.split('/')[1] ?? '', outcome.kind]))
}

test('every clause of the book has a row, in its order, whatever was seen', () => {
  const { rows } = assess(CLEAN)
  assert.equal(rows.length, 112)
  assert.equal(new Set(rows.map(({ clauseId }) => clauseId)).size, 112)
})

test('an ordinary article breaks nothing', () => {
  const broken = assess(CLEAN).rows.filter(({ outcome }) => outcome.kind === 'violation')
  assert.deepEqual(broken, [])
})

test('a clause whose facts were not observed is undetermined, never passed', () => {
  const seen = outcomes(CLEAN)
  for (const clause of ['1.1.a', '1.2', '2.1', '2.3.a']) {
    assert.equal(seen.get(clause), 'undetermined', clause)
  }
})

test('what only people decide goes to a person, and may be only told', () => {
  assert.equal(assess(CLEAN).verdict, 'review')
  const { rows } = assess(CLEAN)
  assert.equal(rows.filter(({ decidedBy }) => decidedBy === 'person').length, 7)
})

const broken: [clause: string, title: string | null, body: string, expected: Outcome['kind']][] = [
  ['4.a', null, '正文', 'violation'],
  ['4.b', '网络赌博平台推荐', '正文', 'violation'],
  ['4.b', '网络賭愽平台推荐', '正文', 'violation'],
  ['4.c', '震惊！原因竟然是这个', '正文', 'violation'],
  ['4.d', '阳台种锟斤拷番茄', '正文', 'violation'],
  ['4.f', 'How to grow tomatoes', '正文', 'violation'],
  ['8.9.1', '番茄', '正文', 'undetermined'],
  ['8.9.2', '番茄 种植 阳台 教程 新手', '正文', 'undetermined'],
  ['8.9.3', '陽臺種番茄', '正文', 'violation'],
  ['8.10.1', '阳台种番茄', '上证指数今日收涨，成交量放大。', 'undetermined'],
  ['7.b', '种番茄', '订购热线１３８００１３８０００', 'violation'],
  ['8.3.1', '古币', '古钱币免费鉴定，威信 guqian88', 'violation'],
  ['8.3.1', '瓷器', '鉴定瓷器先看胎釉。', 'pass'],
  ['8.3.2', '健康', '补肾就吃这三样', 'undetermined'],
  ['8.3.2', '健康', '门诊医生谈补肾的误区', 'pass'],
  ['8.3.3', '股票', '老师带单，微信 gupiao88', 'violation'],
  ['7.d', '番茄', '联系我，电话13800138000', 'violation'],
  ['7.d', '番茄', '联系我们 电话13800138000', 'pass'],
  ['8.8.1', '番茄', '加微信 fanqie2024', 'violation'],
  ['8.8.2', '番茄', '链接 item.taobao.com/1', 'violation'],
  ['8.8.4', '番茄', '请看 abc点com', 'violation'],
  ['8.11.1', '警方', '警方查获一批假币，已移交检察机关。', 'pass'],
  ['8.11.1', '出售', '出售假币，电话13800138000', 'violation'],
  ['8.12.3', '名单', '身份证 11010519491231002X', 'violation'],
  ['8.5.1', '因果', '她被冤魂缠上，前世今生的因果。', 'undetermined'],
  ['6.d', '平台', '网络赌博平台', 'violation'],
]

for (const [clause, title, body, expected] of broken) {
  test(`${clause}: “${title}” over “${body}” → ${expected}`, () => {
    assert.equal(outcomes(article(title, body)).get(clause), expected)
  })
}

test('a material that breaks a clause at block level is rejected', () => {
  assert.equal(assess(article('种番茄', '订购热线13800138000')).verdict, 'reject')
})

test('a clause that says the same as another has the same outcome', () => {
  const seen = outcomes(article('阳台种锟斤拷番茄', '正文'))
  assert.equal(seen.get('8.9.4'), seen.get('4.d'))
})

test('words in a picture are judged with the box they stand in', () => {
  const box = { x: 10, y: 20, width: 200, height: 30 }
  const pictures = [
    {
      name: 'cover.jpg',
      sha256: '',
      words: [
        { text: '夏日番茄', box: { ...box, y: 0 }, confidence: 1 },
        { text: '网络赌博平台', box, confidence: 1 },
      ],
      codes: [],
      missing: [],
    },
  ]
  const { judgements } = assess(CLEAN, { pictures })
  const harmful = judgements.find(({ ruleId }) => ruleId === 'content/harmful-content')
  assert.ok(harmful?.outcome.kind === 'violation')
  assert.deepEqual(harmful.outcome.findings[0].place, {
    kind: 'picture',
    picture: 'cover.jpg',
    box,
  })
})

test('a contact around the content asks a person, and a word that is only doubtful there is left', () => {
  const seen = outcomes({ ...CLEAN, around: '首页 编辑部 客服电话 13800138000 扫码下载' })
  const inside = outcomes(article('阳台种番茄的三个要点', '客服电话 13800138000'))
  assert.deepEqual([seen.get('7.b'), inside.get('7.b')], ['undetermined', 'violation'])
  assert.equal(seen.get('2.3.h'), 'pass')
  const { judgements } = assess({ ...CLEAN, around: '电话 13800138000' })
  const found = judgements.find(({ ruleId }) => ruleId === 'promotion/phone-number')
  assert.ok(found?.outcome.kind === 'undetermined')
  assert.deepEqual(
    found.outcome.evidence?.map(({ place }) => place),
    [{ kind: 'text', field: 'around', start: 3, end: 14 }],
  )
})

test('the same material under the same engines has the same edition', () => {
  assert.equal(assess(CLEAN).edition, assess(CLEAN).edition)
})
