/** Telling what engines think of a question of meaning: the evidence, the score, and the limit. */

import type { Finding, OpinionQuestion, SeenOpinion } from '@fangxing/contract'

/** Opinions on a question whose score stays below `least`. */
export function tellBelow(
  opinions: readonly SeenOpinion[],
  question: OpinionQuestion,
  least: number,
): readonly Finding[] {
  return tell(opinions, question, (score) => score < least, `≥ ${least}`)
}

/** Opinions on a question whose score reaches `limit`. */
export function tellFrom(
  opinions: readonly SeenOpinion[],
  question: OpinionQuestion,
  limit: number,
): readonly Finding[] {
  return tell(opinions, question, (score) => score >= limit, `< ${limit}`)
}

function tell(
  opinions: readonly SeenOpinion[],
  wanted: OpinionQuestion,
  counts: (score: number) => boolean,
  limit: string,
): readonly Finding[] {
  return opinions
    .filter(({ question, score }) => question === wanted && counts(score))
    .map(({ place, score, evidence }) => ({
      place,
      message: evidence,
      measured: score.toFixed(2),
      limit,
    }))
}
