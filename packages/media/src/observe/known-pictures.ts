/** The fact whether a picture is known: its hash, looked up in the operator's bank. */

import type { Wording } from '@fangxing/contract'
import { notHad, type PictureMeasure, seenAs } from './picture-measure.ts'

export const known: PictureMeasure = {
  fact: 'known',
  cost: 20,
  needs: ['hash'],
  measure(_picture, { seen, bank }) {
    if (!bank) return notHad(NO_BANK)
    return seen.hash ? seenAs({ known: bank.find(seen.hash) }) : notHad(NO_HASH)
  },
}

export const NO_BANK: Wording = {
  zh: '没有配置已知图片库',
  en: 'no bank of known pictures is configured',
}

export const NO_HASH: Wording = {
  zh: '这张图片没有可用的指纹',
  en: 'the picture has no hash',
}
