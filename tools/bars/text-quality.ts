/**
 * Text quality: how well the shipped model tells texts apart, and what it costs in false hits.
 *
 * Measures on the evaluation files under FANGXING_DATA_DIR, none of which shaped the model. Holds only
 * when every figure holds; throws when the files are not there, because then nothing was measured.
 */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { evaluate } from '../../packages/text/train/evaluate.ts'
import type { Bar } from '../bar.ts'

const LEAST_MACRO_F1 = 0.6
const MOST_FALSE_HITS = 0.01
const LEAST_COLD_ACCURACY = 0.8
const LEAST_TEXTS_PER_SECOND = 200_000
const LEAST_DECLOAK_F1 = 0.75

export const bar: Bar = {
  title: 'harmful texts told apart, ordinary ones left alone, disguises undone, in microseconds',
  async run(log) {
    const folder = process.env.FANGXING_DATA_DIR
    if (folder === undefined || !existsSync(join(folder, 'text'))) {
      throw new Error('FANGXING_DATA_DIR does not name a folder with the evaluation texts')
    }
    const seen = await evaluate(folder, log)
    const falseHits = Math.max(...Object.values(seen.falseHits))
    const promises: readonly (readonly [string, boolean])[] = [
      [`macro-F1 ${seen.macroF1.toFixed(3)} of ${LEAST_MACRO_F1}`, seen.macroF1 >= LEAST_MACRO_F1],
      [
        `false hits ${(100 * falseHits).toFixed(2)} % of at most ${100 * MOST_FALSE_HITS} %`,
        falseHits <= MOST_FALSE_HITS,
      ],
      [
        `COLD ${seen.coldAccuracy.toFixed(3)} of ${LEAST_COLD_ACCURACY}`,
        seen.coldAccuracy >= LEAST_COLD_ACCURACY,
      ],
      [
        `${Math.round(seen.textsPerSecond / 1000)} k texts/s of ${LEAST_TEXTS_PER_SECOND / 1000} k`,
        seen.textsPerSecond >= LEAST_TEXTS_PER_SECOND,
      ],
      [
        `de-cloaking F1 ${seen.decloakF1.toFixed(3)} of ${LEAST_DECLOAK_F1}`,
        seen.decloakF1 >= LEAST_DECLOAK_F1,
      ],
    ]
    for (const [words, holds] of promises) log(`${holds ? 'holds      ' : 'falls short'}  ${words}`)
    return {
      holds: promises.every(([, holds]) => holds),
      figure: promises.map(([words]) => words).join(', '),
    }
  },
}
