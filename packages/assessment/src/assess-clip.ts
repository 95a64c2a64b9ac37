/**
 * Assesses one video or sound: its frames as pictures are, what is said, and what is written beneath.
 *
 * Facts and lexicon → verdict, every rule's outcome, hits with their seconds, one label. Pure and
 * total; speech that nobody wrote down and frames that nobody saw send the clip to a person.
 */

import type {
  Box,
  Observations,
  SeenClip,
  SeenText,
  SpokenWords,
  TermHit,
} from '@fangxing/contract'
import { clipRules } from '@fangxing/policy'
import type { Lexicon } from '@fangxing/text'
import type { MediaAssessment, MediaOptions } from './assess-picture.ts'
import { attempt } from './attempt.ts'
import { decideVerdict } from './decide-verdict.ts'
import { findTermHits } from './find-term-hits.ts'
import { judge } from './judge.ts'
import { findMediaLabels } from './media-labels.ts'
import { nameEdition } from './name-edition.ts'
import { crossingMatches } from './seam.ts'
import { classesOf, modelsOf, withoutUnasked } from './text-classes.ts'
import { toLabel } from './to-label.ts'

export function assessClip(
  clip: SeenClip,
  lexicon: Lexicon,
  { scene = 2, rules: given = clipRules, engines = [], classifier }: MediaOptions = {},
): MediaAssessment {
  const observed: Partial<Observations> = {
    clips: [clip],
    ...attempt(() => ({
      termHits: [
        ...findTermHits(textsOf(clip), lexicon, { scene }),
        ...hitsAcrossCuts(clip, lexicon, scene),
      ],
    })),
    ...attempt(() => classesOf(speechOf(clip), scene, classifier)),
  }
  const rules = withoutUnasked(given, classifier)
  const judgements = judge(rules, observed)
  const verdict = decideVerdict(judgements)
  const { termHits: hits = [], textClasses = [] } = observed
  const pictures = (clip.video?.frames ?? []).map(({ picture }) => picture)
  const labels = findMediaLabels(rules, judgements, pictures)
  return {
    verdict,
    judgements,
    edition: nameEdition(rules, lexicon, [...engines, ...modelsOf(classifier)]),
    hits,
    label: toLabel(verdict, { hits, labels: [...labels, ...textClasses.map((one) => one.label)] }),
  }
}

/** All that is said as one text; nothing for a clip in which nobody speaks. */
function speechOf({ name, sound }: SeenClip): readonly SeenText[] {
  const words = sound?.speech?.words ?? []
  const [first] = words
  const last = words.at(-1)
  if (first === undefined || last === undefined) return []
  const text = words.map((stretch) => stretch.text).join('\n')
  return [toText(name, text, { from: first.from, to: last.to })]
}

/** Everything that can be heard or read, each with the seconds in which it is there. */
function textsOf(clip: SeenClip): readonly SeenText[] {
  const { name, video, sound } = clip
  const ofSpan = ({ text, from, to }: SpokenWords) => toText(name, text, { from, to })
  return [
    ...(sound?.speech?.words ?? []).map(ofSpan),
    ...(video?.subtitles?.words ?? []).map(ofSpan),
    ...wordsInFrames(clip),
  ]
}

function wordsInFrames({ name, video }: SeenClip): readonly SeenText[] {
  const frames = video?.frames ?? []
  return frames.flatMap(({ at, picture }, index) => {
    const to = frames[index + 1]?.at ?? Math.max(at, video?.duration ?? at)
    return (picture.words ?? []).map(({ text, box }) => toText(name, text, { from: at, to, box }))
  })
}

/**
 * Words across two stretches of speech: a recogniser cuts where it hears a pause, which may be
 * within a word. What lies in one of them alone is found there.
 */
function hitsAcrossCuts({ name, sound }: SeenClip, lexicon: Lexicon, scene: number): TermHit[] {
  const words = sound?.speech?.words ?? []
  return words.slice(1).flatMap((next, index) => {
    const previous = words[index]
    if (previous === undefined || next.from - previous.to > LONGEST_PAUSE) return []
    const place = { kind: 'clip', clip: name, from: previous.from, to: next.to } as const
    return crossingMatches(previous.text, next.text, lexicon, scene).map((match) => ({
      ...match,
      place,
    }))
  })
}

/** Seconds. Beyond it two sentences are not one. */
const LONGEST_PAUSE = 1

function toText(
  clip: string,
  text: string,
  span: { readonly from: number; readonly to: number; readonly box?: Box },
): SeenText {
  return { text, place: { kind: 'clip', clip, ...span } }
}
