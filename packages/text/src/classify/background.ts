/**
 * Ordinary texts without a meaning, which every training sees beside an operator's samples.
 *
 * A few hundred samples say little about the rest of the language: without these, whatever they do
 * not mention drifts towards a label. Rows of ordinary words with particles, drawn by a root of how
 * common a word is. Same rows, same texts. Pure.
 */

import { readCommonness } from '../decloak/commonness.ts'
import { seededRandom } from './seeded-random.ts'

const SEED = 11
const MOST_WORDS = 8
/** To which power the count of a word counts. */
const ROOT = 0.6
const PARTICLES = [...'我你他的了吗吧啊是不在有和就都也很好去来要，。？！ ', '哈哈', '没有']
const PARTICLE_SHARE = 0.5

export function drawBackground(wordRows: readonly string[], count: number): string[] {
  const random = seededRandom(SEED)
  const words = [...readCommonness(wordRows)]
  let sum = 0
  const ends = words.map(([, bits]) => {
    sum += 2 ** (bits * ROOT)
    return sum
  })
  const draw = () => words[firstAbove(ends, random.next() * sum)]?.[0] ?? ''
  return Array.from({ length: count }, () => {
    let text = ''
    for (let left = 1 + random.below(MOST_WORDS); left > 0; left -= 1) {
      text += draw()
      if (random.chance(PARTICLE_SHARE)) text += random.pick(PARTICLES)
    }
    return text
  })
}

function firstAbove(ends: readonly number[], point: number): number {
  let low = 0
  let high = ends.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] as number) < point) low = middle + 1
    else high = middle
  }
  return low
}
