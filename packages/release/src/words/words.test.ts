import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NoticeKind } from '../effect.ts'
import { event, filedAt, HOUR_MS, MONDAY, NOTES } from '../examples.ts'
import { DAY_MS } from '../filing/clock.ts'
import { describeNotice } from './letters.ts'
import { EVENT_WORDS, ROLE_WORDS, STATE_WORDS } from './terms.ts'
import { describeTimeline } from './timeline.ts'

const DUE = MONDAY + 7 * DAY_MS + 14 * HOUR_MS

const STORY = [
  ...filedAt(MONDAY),
  event('withdrawn', MONDAY + DAY_MS),
  event('submitted', MONDAY + DAY_MS, { auditId: 2 }),
]

/** A timeline as one text, which is how people will meet it. */
function told(locale: 'zh' | 'en', events = STORY): string {
  return describeTimeline(events, locale)
    .map(({ time, actor, what, note, consequence }) =>
      [time, actor, what, note, consequence].filter((cell) => cell !== '').join(' | '),
    )
    .join('\n')
}

test('a timeline in Chinese', () => {
  assert.equal(
    told('zh'),
    `
2026-03-02 07:00 | developer (开发者) | 上传版本 | 草稿 · 等待开发者
2026-03-02 08:00 | developer (开发者) | 提审 | 社交-笔记 餐饮服务-点餐平台 | 机审中 · 等待平台
2026-03-02 09:00 | machine (平台) | 机审完成 | 人审中 · 等待审核员
2026-03-02 10:00 | reviewer (审核员) | 人审通过 | 审核通过 · 须报备 社交-笔记
2026-03-02 10:00 | machine (平台) | 进入报备 | 社交-笔记 | 报备中 · 等待属地网信部门 · 2026-03-09 24:00 到期
2026-03-03 10:00 | developer (开发者) | 撤回 | 撤回会中止报备。再次提审并通过后将重新报备，七日从新的通知起重新计算，2026-03-02 10:00 起的等待作废。
2026-03-03 10:00 | developer (开发者) | 提审 | 社交-笔记 餐饮服务-点餐平台 | 机审中 · 等待平台
`.trim(),
  )
})

test('a timeline in English says the same of the launch and of the order against it', () => {
  const launched = [
    ...filedAt(MONDAY),
    event('preLaunched', DUE),
    event('launched', DUE + HOUR_MS),
    event('filingRejected', DUE + 2 * HOUR_MS),
    event('takenDown', DUE + 3 * HOUR_MS),
  ]
  assert.equal(
    told('en', launched).split('\n').slice(5).join('\n'),
    `
2026-03-10 00:00 | machine (platform) | pre-launched | pre-launch · waiting for the developer
2026-03-10 01:00 | developer (developer) | launched | launched
2026-03-10 02:00 | authority (authority) | filing rejected | wechat-filing-2022/R9 · no audit team | take-down ordered · waiting for the developer · must be down by 2026-03-11 02:00
2026-03-10 03:00 | developer (developer) | taken down | taken down · waiting for the developer
`.trim(),
  )
})

test('a timeline of a broken record is refused, of an empty one empty', () => {
  assert.throws(() => describeTimeline([event('launched')], 'zh'), { code: 'RECORD_BROKEN' })
  assert.deepEqual(describeTimeline([], 'zh'), [])
})

test('no two states, events or roles have the same words', () => {
  for (const words of [STATE_WORDS, EVENT_WORDS, ROLE_WORDS]) {
    for (const locale of ['zh', 'en'] as const) {
      const all = Object.values(words).map((wording) => wording[locale])
      assert.equal(new Set(all).size, all.length, locale)
    }
  }
})

const PLAIN = { clauses: [], note: '', byAt: null, missingCategories: [] }

test('a letter says what, why, what to do and by when', () => {
  const letter = describeNotice({
    notice: 'takedownOrdered',
    clauses: ['wechat-filing-2022/R8'],
    note: '社区无审核人员',
    byAt: DUE,
    missingCategories: [],
  })
  assert.equal(letter.what.zh, '版本被责令下架。')
  assert.equal(letter.why.zh, 'wechat-filing-2022/R8 · 社区无审核人员')
  assert.match(letter.todo.en, /rectify/)
  assert.match(letter.byWhen?.zh ?? '', /2026-03-09 24:00/)
})

test('a rejection for content without its category names the category to add', () => {
  const letter = describeNotice({ ...PLAIN, notice: 'rejected', missingCategories: [NOTES] })
  assert.match(letter.todo.zh, /请补充类目：社交-笔记/)
  assert.match(letter.todo.en, /Add the categories 社交-笔记/)
})

test('a filing letter warns that withdrawing restarts the seven days', () => {
  const letter = describeNotice({ ...PLAIN, notice: 'filingStarted', byAt: DUE })
  assert.match(letter.todo.zh, /撤回会使七日重新计算/)
})

test('a letter without grounds leaves the reason empty instead of inventing one', () => {
  const letter = describeNotice({ ...PLAIN, notice: 'launched' satisfies NoticeKind })
  assert.deepEqual(letter.why, { zh: '', en: '' })
  assert.equal(letter.byWhen, null)
})
