/**
 * Something long past is told as if it had just happened.
 *
 * Points at words of the present beside a date that is long past, and at an older document that says
 * the same. Whether readers are misled a person decides.
 */

import type { Finding, MaterialFacts, Resemblance, SeenDate, WrittenText } from '@fangxing/contract'
import { DAY_MS } from '../../src/material/days.ts'
import { tellResemblance } from '../../src/material/resemblance.ts'
import { weigh } from '../../src/material/weigh.ts'
import { tellRange, textsOf } from '../../src/material/writing.ts'
import {
  AUDITED_AT,
  seenMaterial,
  seenResemblance,
  seenWriting,
} from '../../src/material-examples.ts'
import { baijiahaoProfile } from '../../src/profiles/material-profiles.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const NOW: SeenDate = { kind: 'now', start: 0, end: 2 }

export const oldNews = defineRule({
  id: 'norms/old-news',
  clause: 'baijiahao-2019/8.4',
  severity: 'review',
  title: say('疑似旧闻冒充新闻', 'Old news may be told as new'),
  why: say(
    '条款不允许用新近发生的语气讲述很久以前的事。',
    'The clause bars telling what is long past as if it had just happened.',
  ),
  fix: say('请写明事件发生的日期。', 'Say when it happened.'),
  needs: ['material', 'written', 'resemblances', 'profile'],
  examples: [
    {
      name: say('“刚刚”与两年前的日期', '“just now” and a date two years back'),
      seen: {
        material: seenMaterial(),
        written: [
          seenWriting('body', '刚刚，2022年5月1日发生的事', {
            dates: [NOW, { kind: 'calendar', year: 2022, month: 5, day: 1, start: 3, end: 12 }],
          }),
        ],
        resemblances: [],
        profile: baijiahaoProfile,
      },
      expect: 'undetermined',
    },
    {
      name: say('“刚刚”与一篇旧文', '“just now” and an older article'),
      seen: {
        material: seenMaterial(),
        written: [seenWriting('body', '刚刚发生的事', { dates: [NOW] })],
        resemblances: [seenResemblance({ publishedAt: AUDITED_AT - 90 * DAY_MS })],
        profile: baijiahaoProfile,
      },
      expect: 'undetermined',
    },
    {
      name: say('回顾文章，不称刚刚', 'a look back that does not say now'),
      seen: {
        material: seenMaterial(),
        written: [
          seenWriting('body', '2022年5月1日那天', {
            dates: [{ kind: 'calendar', year: 2022, month: 5, day: 1, start: 0, end: 9 }],
          }),
        ],
        resemblances: [],
        profile: baijiahaoProfile,
      },
      expect: 'pass',
    },
  ],

  evaluate({ material, written, resemblances, profile }) {
    const texts = textsOf(written, 'prose')
    if (!texts.some(({ dates }) => dates.some(({ kind }) => kind === 'now')))
      return weigh([], [], ASK)
    const limit = material.auditedAt - profile.oldNewsDays * DAY_MS
    return weigh(
      [],
      [
        ...texts.flatMap((text) => oldDatesIn(text, material, limit)),
        ...resemblances
          .filter((one) => isOlder(one, limit, profile.similarity.alike))
          .map(tellResemblance),
      ],
      ASK,
    )
  },
})

const ASK = say(
  '事件是不是早已发生，却写成刚刚发生？',
  'Did this happen long ago and is told as new?',
)

function oldDatesIn(text: WrittenText, material: MaterialFacts, limit: number): readonly Finding[] {
  return text.dates
    .filter((date) => isBefore(date, material, limit))
    .map((date) =>
      tellRange(
        text,
        date,
        say(
          '文中的日期早已过去，却用了“刚刚”“今天”的语气。',
          'The date is long past, yet the text says “just now” or “today”.',
        ),
      ),
    )
}

/** A date without its year is of the year of the audit. */
function isBefore(
  { kind, year, month, day }: SeenDate,
  { auditedAt }: MaterialFacts,
  limit: number,
) {
  if (kind !== 'calendar' || month === undefined) return false
  const ofYear = year ?? new Date(auditedAt).getUTCFullYear()
  return Date.UTC(ofYear, month - 1, day ?? 28) < limit
}

function isOlder({ publishedAt, similarity }: Resemblance, limit: number, least: number): boolean {
  return publishedAt !== null && publishedAt < limit && similarity >= least
}
