/** The fact which words of a picture stand like a mark of origin. */

import { notHad, type PictureMeasure, seenAs } from '../observe/picture-measure.ts'
import { NO_WORDS } from '../words/word-facts.ts'
import { findWatermarks } from './find-watermarks.ts'

export const watermarks: PictureMeasure = {
  fact: 'watermarks',
  cost: 702,
  needs: ['words'],
  measure({ format }, { seen }) {
    if (!seen.words) return notHad(NO_WORDS)
    return seenAs({ watermarks: findWatermarks(seen.words, format) })
  },
}
