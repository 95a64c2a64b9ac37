/**
 * Of generated disguises of harmless terms at least 95 in 100 are caught, and the same lexicon hits
 * at most one ordinary message in a thousand by a disguise that is none.
 *
 * The ordinary messages are not part of the repository: without `FANGXING_DATA_DIR` that half is
 * measured on sentences of everyday words, and the figure says so.
 */

import {
  compileHarmless,
  countFalseHits,
  evasionCases,
  holdCases,
} from '../../bench/text/evasion.ts'
import { loadOrdinaryTexts } from '../../bench/text/ordinary.ts'

const LEAST_CASES = 400
const LEAST_KINDS = 20
const LEAST_CAUGHT = 0.95
const MOST_FALSE = 0.001

export const bar = {
  title: 'disguised words are caught, ordinary messages are not hit',
  async run(log: (line: string) => void) {
    const lexicon = compileHarmless()
    const cases = evasionCases()
    const results = holdCases(lexicon, cases)
    for (const { kind, caught, of, missed } of results) {
      log(`${kind.padEnd(26)} ${caught}/${of}${missed.length > 0 ? `  missed: ${missed[0]}` : ''}`)
    }
    const { origin, texts } = loadOrdinaryTexts()
    const hit = countFalseHits(lexicon, texts)
    const caught = results.reduce((sum, result) => sum + result.caught, 0) / cases.length
    const falseShare = hit / texts.length
    log(`${hit} of ${texts.length} ordinary messages hit (${origin})`)
    return {
      holds:
        cases.length >= LEAST_CASES &&
        results.length >= LEAST_KINDS &&
        caught >= LEAST_CAUGHT &&
        falseShare <= MOST_FALSE,
      figure: `${(caught * 100).toFixed(1)} % of ${cases.length} cases of ${results.length} kinds caught; ${(falseShare * 100).toFixed(3)} % of ${texts.length} ordinary messages hit (${origin})`,
    }
  },
}
