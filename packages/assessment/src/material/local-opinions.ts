/**
 * What can be thought of meaning without a model: how much wording two texts share.
 *
 * A low score says that the words differ, not that the subjects do; so rules only ask a person.
 * Questions that wording cannot answer (a contradiction, a look) get no opinion here.
 */

import type {
  ClipMarks,
  MaterialFacts,
  OpinionQuestion,
  Place,
  SeenCard,
  SeenClip,
  SeenOpinion,
} from '@fangxing/contract'
import { measureCoverage } from '@fangxing/text'
import { type MaterialParts, toBody } from './write-material.ts'

/** A paragraph that takes up less of the title than that keeps off it. Ours. */
const LEAST_SHARED = 0.1
/** Shorter paragraphs are captions and exclamations. */
const LEAST_PARAGRAPH = 20

export function thinkLocally(
  { material, cards = [], clips = [] }: MaterialParts,
  { cover }: ClipMarks,
): readonly SeenOpinion[] {
  return [...thinkOfWords(material, cards), ...clips.flatMap((clip) => thinkOfCover(clip, cover))]
}

/** A cover that is taken from the clip belongs to it; one that is not may still. */
function thinkOfCover({ name, video }: SeenClip, most: number): readonly SeenOpinion[] {
  const { cover } = video ?? {}
  if (cover === undefined || cover.distance > most) return []
  return [
    {
      question: 'cover-fits-content',
      about: name,
      score: 1,
      by: 'local',
      evidence: {
        zh: `封面与第 ${cover.at} 秒的画面相差 ${cover.distance} 位（共 256 位）。`,
        en: `The cover differs from the frame at ${cover.at} s in ${cover.distance} of 256 bits.`,
      },
      place: { kind: 'clip', clip: name, from: cover.at, to: cover.at },
    },
  ]
}

function thinkOfWords(material: MaterialFacts, cards: readonly SeenCard[]): readonly SeenOpinion[] {
  const body = toBody(material)
  if (material.title === null || body.trim() === '') return []
  const title = textPlace('title', material.title)
  return [
    think('title-fits-body', 'title', measureCoverage(material.title, body), title),
    ...thinkOfParagraphs(material, material.title),
    ...cards.map((card) => thinkOfCard(card, `${material.title}\n${body}`)),
  ]
}

/** The share of the prose that stands in paragraphs with something of the title. */
function thinkOfParagraphs({ blocks }: MaterialFacts, title: string): readonly SeenOpinion[] {
  const prose = blocks.filter(
    ({ kind, text }) => kind === 'paragraph' && text.length >= LEAST_PARAGRAPH,
  )
  const total = prose.reduce((sum, { text }) => sum + text.length, 0)
  if (total === 0) return []
  const fitting = prose
    .filter(({ text }) => measureCoverage(title, text) >= LEAST_SHARED)
    .reduce((sum, { text }) => sum + text.length, 0)
  return [think('paragraphs-fit-title', 'body', fitting / total, textPlace('body', ''))]
}

function thinkOfCard({ id, title, place }: SeenCard, article: string): SeenOpinion {
  return think('card-fits-article', id, measureCoverage(title, article), place)
}

function think(question: OpinionQuestion, about: string, score: number, place: Place): SeenOpinion {
  const share = Math.round(score * 100)
  return {
    question,
    about,
    score,
    by: 'local',
    evidence: {
      zh: `用词重合 ${share}%（只比字面，不懂意思）。`,
      en: `${share} % of the wording is shared (wording only, no meaning).`,
    },
    place,
  }
}

function textPlace(field: string, text: string): Place {
  return { kind: 'text', field, start: 0, end: text.length }
}
