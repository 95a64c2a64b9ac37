/**
 * The facts that come from reading: the words themselves and the share of the picture they take.
 */

import type { Wording } from '@fangxing/contract'
import { notHad, type PictureMeasure, seenAs } from '../observe/picture-measure.ts'
import { wordShareOf } from './word-share.ts'

export const words: PictureMeasure = {
  fact: 'words',
  cost: 700,
  needs: [],
  async measure(picture, { models, signal }) {
    if (!models.words) return notHad(NO_READER)
    return seenAs({ words: await models.words.read(picture, signal) })
  },
}

export const wordShare: PictureMeasure = {
  fact: 'wordShare',
  cost: 701,
  needs: ['words'],
  measure({ format }, { seen }) {
    if (!seen.words) return notHad(NO_WORDS)
    return seenAs({ wordShare: wordShareOf(seen.words, format) })
  },
}

const NO_READER: Wording = {
  zh: '没有启用文字识别',
  en: 'reading words is not switched on',
}

/** Also said by other facts that stand on the words. */
export const NO_WORDS: Wording = {
  zh: '图片中的文字没有读出',
  en: 'the words in the picture were not read',
}
