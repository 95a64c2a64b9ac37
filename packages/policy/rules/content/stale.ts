/** Fresh for so many days after publication, by kind; words like “tomorrow” past their day ask a person. */

import { inapplicable, undetermined } from '@fangxing/contract'
import { DAY_MS } from '../../src/material/days.ts'
import { weigh } from '../../src/material/weigh.ts'
import { tellRange, textsOf } from '../../src/material/writing.ts'
import { AUDITED_AT, seenMaterial, seenWriting } from '../../src/material-examples.ts'
import { baijiahaoProfile } from '../../src/profiles/material-profiles.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** Days after which “the day after tomorrow” is past. */
const LATEST_TOMORROW = 2

export const stale = defineRule({
  id: 'content/stale',
  clause: 'baijiahao-2019/6.e',
  severity: 'block',
  title: say('内容已过时效', 'It has gone stale'),
  why: say(
    '条款要求内容在时效性未过期前发布。',
    'The clause wants content published before it goes stale.',
  ),
  fix: say('请更新内容，或不再发布。', 'Bring it up to date, or leave it.'),
  needs: ['material', 'written', 'profile'],
  examples: [
    {
      name: say('两个月前的图文', 'an article of two months ago'),
      seen: {
        material: seenMaterial({ publishedAt: AUDITED_AT - 61 * DAY_MS }),
        written: [],
        profile: baijiahaoProfile,
      },
      expect: 'violation',
    },
    {
      name: say('两个月前的视频', 'a video of two months ago'),
      seen: {
        material: seenMaterial({ kind: 'video', publishedAt: AUDITED_AT - 61 * DAY_MS }),
        written: [],
        profile: baijiahaoProfile,
      },
      expect: 'pass',
    },
    {
      name: say('五天前写的“明天”', '“tomorrow”, written five days ago'),
      seen: {
        material: seenMaterial({ publishedAt: AUDITED_AT - 5 * DAY_MS }),
        written: [
          seenWriting('body', '明天开售', { dates: [{ kind: 'later', start: 0, end: 2 }] }),
        ],
        profile: baijiahaoProfile,
      },
      expect: 'undetermined',
    },
    {
      name: say('没有发布时间', 'no date of publication'),
      seen: {
        material: seenMaterial({ publishedAt: null }),
        written: [],
        profile: baijiahaoProfile,
      },
      expect: 'undetermined',
    },
    {
      name: say('工具没有时效', 'a tool does not go stale'),
      seen: { material: seenMaterial({ kind: 'tool' }), written: [], profile: baijiahaoProfile },
      expect: 'inapplicable',
    },
  ],

  evaluate({ material, written, profile }) {
    const days = profile.freshDays[material.kind]
    if (days === undefined) return inapplicable
    if (material.publishedAt === null) {
      return undetermined(say('没有声明发布时间。', 'No date of publication is declared.'))
    }
    const age = Math.floor((material.auditedAt - material.publishedAt) / DAY_MS)
    const later = textsOf(written, 'prose').flatMap((text) =>
      text.dates
        .filter(({ kind }) => kind === 'later')
        .map((range) =>
          tellRange(
            text,
            range,
            say('文中说的日子可能已经过去。', 'The day that is meant may be past.'),
          ),
        ),
    )
    return weigh(
      age > days
        ? [
            {
              place: { kind: 'submission', field: 'publishedAt' },
              message: say('发布已久，过了时效。', 'It was published too long ago.'),
              measured: `${age} d`,
              limit: `${days} d`,
            },
          ]
        : [],
      age > LATEST_TOMORROW ? later : [],
      say('内容还有效吗？', 'Does it still hold?'),
    )
  },
})
