/**
 * What users publish is checked before others see it.
 *
 * Reports each entry whose way through the package has no check, or one without effect. An entry
 * whose content leaves for a server outside the package is neither: it goes to a person, with the
 * server named. There is no official check for video; only people can release one.
 */

import {
  type Guard,
  inapplicable,
  type PublishEntry,
  pass,
  undetermined,
  violationOrPass,
  type Wording,
} from '@fangxing/contract'
import { placeIn, seenEntry } from '../../src/examples.ts'
import { GUARD, MEDIUM, nameBoth } from '../../src/publishing.ts'
import { defineRule } from '../../src/rule.ts'
import { say, withoutStop } from '../../src/say.ts'

const VIDEO_FIX = say(
  '官方没有视频检测接口：先存为待审，人工看过再公开。',
  'There is no official check for video: keep it pending until a person has seen it.',
)

export const unguardedPublishing = defineRule({
  id: 'ugc/unguarded-publishing',
  clause: 'wechat-filing-2022/3.1',
  severity: 'block',
  title: say('用户发布的内容没有经过安全检测', 'User content is published without a check'),
  why: say(
    '没有接入内容安全检测的小程序通不过代码审核，审核员会用违规内容实测。',
    'Without a content-safety check the code review fails; reviewers try it with unlawful content.',
  ),
  fix: say(
    '在服务端发布前调用 msgSecCheck（文本）或 mediaCheckAsync（图片、音频），按 result.suggest 拦下。',
    'Call msgSecCheck for text or mediaCheckAsync for pictures and audio on the server before publishing, and act on result.suggest.',
  ),
  needs: ['publishEntries'],
  examples: [
    {
      name: say('发帖直接写入数据库', 'a post goes straight into the database'),
      seen: { publishEntries: [seenEntry('text', { kind: 'unguarded' })] },
      expect: 'violation',
    },
    {
      name: say('调用了检测，却没看结果', 'a check is called and its answer ignored'),
      seen: {
        publishEntries: [
          seenEntry('text', {
            kind: 'ineffective',
            because: say('没有判断返回结果', 'the answer is never tested'),
            by: placeIn('cloudfunctions/post/index.js', 9),
          }),
        ],
      },
      expect: 'violation',
    },
    {
      name: say(
        '发布前检测，昵称由平台检测',
        'checked before publishing; nicknames by the platform',
      ),
      seen: {
        publishEntries: [
          seenEntry('text', { kind: 'guarded', by: placeIn('cloudfunctions/post/index.js', 9) }),
          seenEntry('nickname', { kind: 'platform' }, 'pages/me/me'),
        ],
      },
      expect: 'pass',
    },
    {
      name: say('内容发往包外的服务器', 'the content leaves for a server elsewhere'),
      seen: {
        publishEntries: [
          seenEntry('text', {
            kind: 'unknown',
            because: say('内容发往 api.example.com', 'the content goes to api.example.com'),
          }),
        ],
      },
      expect: 'undetermined',
    },
    {
      name: say('团队声明服务器有检测', 'the team says that the server checks'),
      seen: {
        publishEntries: [
          seenEntry('text', {
            kind: 'unknown',
            because: say('内容发往 api.example.com', 'the content goes to api.example.com'),
            claim: { says: '发布前调用 msgSecCheck', place: placeIn('fangxing.json', 2) },
          }),
        ],
      },
      expect: 'undetermined',
    },
    {
      name: say('没有发布入口', 'nothing can be published'),
      seen: { publishEntries: [] },
      expect: 'inapplicable',
    },
  ],

  evaluate({ publishEntries }) {
    if (publishEntries.length === 0) return inapplicable
    const unknown = publishEntries.flatMap(({ guard }) => (guard.kind === 'unknown' ? [guard] : []))
    const findings = publishEntries.flatMap((entry) => {
      const message = describeGap(entry)
      if (message === null) return []
      return [
        {
          place: entry.place,
          message,
          measured: `${nameBoth(MEDIUM[entry.medium])} · ${nameBoth(GUARD[entry.guard.kind])}`,
          limit: nameBoth(GUARD.guarded),
          ...(entry.medium === 'video' ? { fix: VIDEO_FIX } : {}),
        },
      ]
    })
    if (findings.length > 0) return violationOrPass(findings)
    return unknown.length === 0 ? pass : undetermined(describeUnknown(unknown))
  },
})

function describeGap({ medium, page, guard }: PublishEntry): Wording | null {
  switch (guard.kind) {
    case 'unguarded':
      return say(
        `页面 ${page} 发布的${MEDIUM[medium].zh}没有经过任何检测。`,
        `The ${MEDIUM[medium].en} that page ${page} publishes passes no check.`,
      )
    case 'ineffective':
      return say(
        `页面 ${page} 的检测不起作用：${withoutStop(guard.because).zh}（${guard.by.file}:${guard.by.line}）。`,
        `The check of page ${page} has no effect: ${withoutStop(guard.because).en} (${guard.by.file}:${guard.by.line}).`,
      )
    case 'guarded':
    case 'platform':
    case 'unknown':
      return null
  }
}

type Unknown = Extract<Guard, { readonly kind: 'unknown' }>

/** Each reason once, in order: ten entries to one server are one thing to ask about. */
function describeUnknown(guards: readonly Unknown[]): Wording {
  const reasons = guards.map(withClaim)
  const zh = [...new Set(reasons.map((reason) => reason.zh))].join('；')
  const en = [...new Set(reasons.map((reason) => reason.en))].join('; ')
  const isClaimed = guards.every(({ claim }) => claim !== undefined)
  return isClaimed
    ? say(
        `${guards.length} 个发布入口的检测只有团队的声明：${zh}。请核实。`,
        `For ${guards.length} entries there is only the word of the team: ${en}. Verify it.`,
      )
    : say(
        `${guards.length} 个发布入口看不到检测：${zh}。请说明那边用了什么检测。`,
        `${guards.length} entries cannot be followed: ${en}. Say which check is used there.`,
      )
}

/** What a team says is told as what it is: said, not proved. */
function withClaim({ because, claim }: Unknown): Wording {
  const { zh, en } = withoutStop(because)
  if (claim === undefined) return say(zh, en)
  const at = `${claim.place.file}:${claim.place.line}`
  return say(
    `${zh}，团队声明“${claim.says}”（${at}，未经证实）`,
    `${en}; the team says “${claim.says}” (${at}, not proved)`,
  )
}
