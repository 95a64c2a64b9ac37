/**
 * From the recogniser's scores, one row of letters for each step along the line, to words.
 *
 * Takes the best letter of each step, drops repeats and then the blank, as CTC says; the confidence
 * is the mean score of the letters that stay. Pure.
 *
 * Source: Graves et al., Connectionist Temporal Classification, 2006.
 */

export interface Reading {
  readonly text: string
  /** 0 to 1; 0 where nothing was read. */
  readonly confidence: number
}

/** `letters[0]` belongs to class 1: class 0 is the blank. */
export function spellOut(
  scores: Float32Array,
  steps: number,
  classes: number,
  letters: readonly string[],
): Reading {
  let text = ''
  let sum = 0
  let kept = 0
  let before = 0
  for (let step = 0; step < steps; step += 1) {
    const row = step * classes
    let best = 0
    for (let index = 1; index < classes; index += 1) {
      if ((scores[row + index] ?? 0) > (scores[row + best] ?? 0)) best = index
    }
    if (best !== 0 && best !== before) {
      text += letters[best - 1] ?? ''
      sum += scores[row + best] ?? 0
      kept += 1
    }
    before = best
  }
  return { text: text.trim(), confidence: kept === 0 ? 0 : sum / kept }
}
