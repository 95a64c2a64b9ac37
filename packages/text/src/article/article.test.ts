import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CLICKBAIT_CUES, findClickbait } from './clickbait.ts'
import { findDates } from './dates.ts'
import { findGarbling } from './garbling.ts'
import { SIGNATURE_SIZE, toBands, toSignature, toSimilarity } from './near-duplicate.ts'
import { observeArticle } from './observe-article.ts'
import { findRepeated } from './repetition.ts'
import { countScripts } from './scripts.ts'
import { findEnding, findMarkRuns, measurePile, measureTitle } from './title.ts'
import { countTraditional } from './traditional.ts'
import { suggestTypos } from './typos.ts'

const writings: [text: string, writing: string][] = [
  ['周末去哪里玩', 'chinese'],
  ['用 iPhone 拍出好照片的方法', 'chinese'],
  ['東京で桜を見る', 'japanese'],
  ['优衣库の新款外套上市了大家快看', 'chinese'],
  ['주말에 어디 갈까', 'korean'],
  ['How to take good photographs', 'latin'],
  ['Как сделать фото', 'other'],
  ['2024!!!', 'none'],
  ['新款case店铺', 'mixed'],
]
for (const [text, writing] of writings) {
  test(`${text} is written as ${writing}`, () => assert.equal(countScripts(text).writing, writing))
}

test('shares are of the letters; digits and signs belong to no script', () => {
  const { letters, digits, shares } = countScripts('中文ab 12！')
  assert.deepEqual([letters, digits, shares], [4, 2, { han: 0.5, latin: 0.5 }])
})

const traditional: [text: string, share: number][] = [
  ['這個問題很難', 1],
  ['这个问题很难', 0],
  ['乾隆年间的瓷器', 0],
  ['一二三', 0],
]
for (const [text, share] of traditional) {
  test(`the traditional share of ${text} is ${share}`, () =>
    assert.equal(countTraditional(text).share, share))
}

const garbled: [text: string, kinds: readonly string[]][] = [
  ['标题\ufffd\ufffd的', ['replacement']],
  ['锟斤拷锟斤拷测试', ['wrongGbk']],
  ['烫烫烫烫', ['wrongGbk']],
  ['这碗汤烫烫的', []],
  [Buffer.from('中文标题', 'utf8').toString('latin1'), ['wrongLatin']],
  ['café à la crème，naïve', []],
  ['第一行\u0007第二行\n', ['control']],
  ['私用\ue000字', ['privateUse']],
  ['半个\ud83d', ['loneSurrogate']],
  ['空格&nbsp;和&#20013;', ['entity', 'entity']],
  ['A&B；R&D', []],
  ['\\u4e2d\\u6587', ['escape']],
  ['%E4%B8%AD%E6%96%87', ['escape']],
  ['涨了 50%', []],
  ['□□□□的秘密', ['boxes']],
  ['□ 是 ■ 否', []],
]
for (const [text, kinds] of garbled) {
  test(`${JSON.stringify(text)} is garbled by ${kinds.join(', ') || 'nothing'}`, () =>
    assert.deepEqual(
      findGarbling(text).map(({ kind }) => kind),
      kinds,
    ))
}

const lengths: [title: string, characters: number, halves: number][] = [
  ['手机拍照', 4, 8],
  ['iPhone 拍照', 9, 11],
  ['“好”——对！', 7, 14],
  ['👨‍👩‍👧出游', 3, 6],
  ['', 0, 0],
]
for (const [title, characters, halves] of lengths) {
  test(`“${title}” is ${characters} characters and ${halves} halves long`, () =>
    assert.deepEqual(measureTitle(title), { characters, halves }))
}

test('runs of marks come with their kind, count and place', () => {
  assert.deepEqual(findMarkRuns('太好了！！真的?!……'), [
    { mark: 'exclamation', count: 2, start: 3, end: 5 },
    { mark: 'both', count: 2, start: 7, end: 9 },
    { mark: 'ellipsis', count: 2, start: 9, end: 11 },
  ])
  assert.deepEqual(findMarkRuns('好！真的？是。'), [])
})

test('a piled title is many short pieces, a sentence is one', () => {
  assert.deepEqual(measurePile('特价 包邮|正品，厂家直销'), { pieces: 4, longest: 4, short: 4 })
  assert.deepEqual(measurePile('周末带孩子去哪里玩比较好'), { pieces: 1, longest: 12, short: 0 })
})

const endings: [title: string, ending: string][] = [
  ['周末去哪里玩', 'complete'],
  ['这件事他居然……', 'ellipsis'],
  ['他说“今天不去', 'openQuote'],
  ['他说“今天不去”', 'complete'],
  ['夏天应该多吃西瓜和', 'connective'],
  ['今天天气很好。', 'fullStop'],
  ['买菜，做饭，', 'comma'],
]
for (const [title, ending] of endings) {
  test(`${title} ends as ${ending}`, () => assert.equal(findEnding(title), ending))
}

const baits: [title: string, cues: readonly string[]][] = [
  ['震惊！99%的人都不知道，原因竟是这个！！', ['shock', 'almostAll', 'withheld', 'marks']],
  ['不转不是中国人', ['command']],
  ['这3种食物千万别吃', ['pointing']],
  ['马上就要被删，赶紧看', ['urgency', 'command']],
  ['你知道吗？水竟然是这样喝的', ['question', 'withheld']],
  ['史上最全的拍照教程', ['extreme']],
  ['北京今日气温下降，市民注意保暖', []],
  ['番茄炒蛋的做法', []],
  ['为什么天空是蓝色的？', []],
]
for (const [title, cues] of baits) {
  test(`${title} baits by ${cues.join(', ') || 'nothing'}`, () =>
    assert.deepEqual(new Set(findClickbait(title).map(({ cue }) => cue)), new Set(cues)))
}

test('a repeated sentence is found whatever its spaces and width', () => {
  const text = '今天我们一起去公园散步吧。别的话。今天我们 一起去公园散步吧！谢谢。谢谢。'
  const [repeated, ...others] = findRepeated(text)
  assert.deepEqual(others, [])
  assert.deepEqual(
    repeated?.places.map(({ start, end }) => text.slice(start, end)),
    ['今天我们一起去公园散步吧。', '今天我们 一起去公园散步吧！'],
  )
})

const dates: [text: string, found: readonly object[]][] = [
  ['2024年3月5日发布', [{ kind: 'calendar', year: 2024, month: 3, day: 5, start: 0, end: 9 }]],
  ['于2024-03-05', [{ kind: 'calendar', year: 2024, month: 3, day: 5, start: 1, end: 11 }]],
  ['12月31日截止', [{ kind: 'calendar', month: 12, day: 31, start: 0, end: 6 }]],
  ['2月30日', []],
  ['2月29日', [{ kind: 'calendar', month: 2, day: 29, start: 0, end: 5 }]],
  ['2023年5月', [{ kind: 'calendar', year: 2023, month: 5, start: 0, end: 7 }]],
  ['2023年', [{ kind: 'year', year: 2023, start: 0, end: 5 }]],
  [
    '大前天和明天',
    [
      { kind: 'relative', days: -3, start: 0, end: 3 },
      { kind: 'relative', days: 1, start: 4, end: 6 },
    ],
  ],
  ['近日', [{ kind: 'relative', start: 0, end: 2 }]],
  ['比分3/5，共3.5元，版本1.2.3', []],
  ['13月1日', []],
]
for (const [text, found] of dates) {
  test(`${text} names ${found.length} dates`, () => assert.deepEqual(findDates(text), found))
}

test('a known misspelling is suggested with its place; the right word is not', () => {
  assert.deepEqual(suggestTypos('我因该去侯车室'), [
    { start: 1, end: 3, written: '因该', meant: '应该' },
    { start: 4, end: 7, written: '侯车室', meant: '候车室' },
  ])
  assert.deepEqual(suggestTypos('我应该去候车室'), [])
})

const TITLE = '周末带孩子去郊外采摘草莓的五个好去处推荐'

test('a text is like itself, whatever its width, case and spaces', () => {
  const same = toSimilarity(toSignature('ABC 周末，采摘'), toSignature('ａｂｃ周末 采摘！'))
  assert.equal(same, 1)
})

test('one changed character anywhere leaves a title near, another title is far', () => {
  const signature = toSignature(TITLE)
  for (let at = 0; at < TITLE.length; at += 1) {
    const changed = toSignature(`${TITLE.slice(0, at)}某${TITLE.slice(at + 1)}`)
    assert(toSimilarity(signature, changed) > 0.6, `at ${at}`)
    assert(
      toBands(signature).some((band) => toBands(changed).includes(band)),
      `at ${at}`,
    )
  }
  assert(toSimilarity(signature, toSignature('央行公布上月金融统计数据显示贷款增加')) < 0.1)
})

test('texts without a letter are like nothing', () => {
  assert.equal(toSimilarity(toSignature('！！'), toSignature('……')), 0)
  assert.equal(toSignature('').length, SIGNATURE_SIZE)
})

test('any text is observed, twice alike, and every place lies within it', () => {
  const unit = fc.constantFrom(
    '震',
    '惊',
    '9',
    '%',
    '月',
    '日',
    '！',
    '…',
    '\ud83d',
    '\ufffd',
    '&',
    ';',
    '。',
    'Ã',
    '¤',
    '\n',
    '這',
    ' ',
  )
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
      const facts = observeArticle({ title: text, body: text })
      assert.deepEqual(observeArticle({ title: text, body: text }), facts)
      const { title, body } = facts
      const places = [title.garbling, title.markRuns, title.dates, title.typos, title.clickbait]
      const sentences = body.repeated.flatMap((repeated) => repeated.places)
      for (const { start, end } of [...places.flat(), ...sentences]) {
        assert(0 <= start && start < end && end <= text.length)
      }
    }),
  )
})

test('every cue has a name in both languages', () => {
  for (const { name } of Object.values(CLICKBAIT_CUES)) assert(name.zh && name.en)
})

test('a title far longer than any is observed too', () => {
  assert.equal(measurePile('好 '.repeat(200_000)).pieces, 200_000)
})
