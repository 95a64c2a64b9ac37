/**
 * Rules on listed words in pictures and clips: hits of one level, wherever they are read or heard.
 *
 * A word at block level stops it; a word at review level has innocent uses, so a person looks at it.
 * What was not read or written down leaves the rule undetermined: nothing unread passes.
 */

import type { SeenClip, SeenPicture, TermHit } from '@fangxing/contract'
import { seenClip, seenHit, seenPicture } from './examples.ts'
import { findingsOf } from './hits.ts'
import { hitsIn, judgeSights, judgeWords, sightsOf } from './media-facts.ts'
import { defineRule, type Rule } from './rule.ts'
import { say } from './say.ts'

type Level = 'block' | 'review'
type Words = Pick<Rule, 'id' | 'title' | 'why' | 'fix'> & { readonly level: Level }

const IN_PICTURE = { kind: 'picture', picture: 'media' } as const
const IN_CLIP = { kind: 'clip', clip: 'media', from: 1, to: 2 } as const

const CLAUSE = { block: 'wechat-filing-2022/3.3', review: 'wechat-operation/10.2' } as const
const OTHER = { block: 'review', review: 'block' } as const
const AT = {
  block: say('拦截级的词', 'a word at block level'),
  review: say('复审级的词', 'a word at review level'),
}

export function defineWordInPicture({ level, ...words }: Words): Rule {
  const read = [seenPicture({ words: [] })]
  return defineRule({
    ...words,
    clause: CLAUSE[level],
    severity: level,
    needs: ['pictures', 'termHits'],
    facts: ['words'],
    examples: [
      ...levels(level, IN_PICTURE).map((example) => ({
        ...example,
        seen: { pictures: read, termHits: example.termHits },
      })),
      {
        name: say('字没有读出来', 'words that were not read'),
        seen: { pictures: [seenPicture()], termHits: [] },
        expect: 'undetermined',
      },
      {
        name: say('没有图片', 'no picture'),
        seen: { pictures: [], termHits: [] },
        expect: 'inapplicable',
      },
    ],
    evaluate: ({ pictures, termHits }) => judgePictures(pictures, termHits, level),
  })
}

function judgePictures(pictures: readonly SeenPicture[], hits: readonly TermHit[], level: Level) {
  return judgeSights(sightsOf(pictures), 'words', ({ picture: { name } }) => {
    const own = hitsIn('picture', hits).filter(
      ({ place }) => place.kind === 'picture' && place.picture === name,
    )
    return findingsOf(own, [level])
  })
}

export function defineWordInClip({ level, ...words }: Words): Rule {
  const read: readonly SeenClip[] = [
    seenClip({ video: { frames: [{ at: 1, picture: seenPicture({ words: [] }) }] } }),
  ]
  return defineRule({
    ...words,
    clause: CLAUSE[level],
    severity: level,
    needs: ['clips', 'termHits'],
    facts: ['frames', 'words', 'loudness', 'speech', 'subtitles'],
    examples: [
      ...levels(level, IN_CLIP).map((example) => ({
        ...example,
        seen: { clips: read, termHits: example.termHits },
      })),
      {
        name: say('声音没有转写', 'speech that nobody wrote down'),
        seen: { clips: [seenClip({ type: 'audio/mpeg', sound: { streams: 1 } })], termHits: [] },
        expect: 'undetermined',
      },
      {
        name: say('没有音视频', 'no clip'),
        seen: { clips: [], termHits: [] },
        expect: 'inapplicable',
      },
    ],
    evaluate: ({ clips, termHits }) =>
      judgeWords(clips, findingsOf(hitsIn('clip', termHits), [level])),
  })
}

/** A word of this level, and one of the other, which is not this rule's. */
function levels(level: Level, place: TermHit['place']) {
  const other = OTHER[level]
  return [
    { name: AT[level], termHits: [seenHit({ level, place })], expect: 'violation' },
    {
      name: say(`${AT[other].zh}不归这条管`, `${AT[other].en} is not this rule’s`),
      termHits: [seenHit({ level: other, place })],
      expect: 'pass',
    },
  ] as const
}
