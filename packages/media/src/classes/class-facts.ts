/** The fact how a picture scores by class, nudity among them. */

import type { Wording } from '@fangxing/contract'
import { notHad, type PictureMeasure, seenAs } from '../observe/picture-measure.ts'

export const classes: PictureMeasure = {
  fact: 'classes',
  cost: 60,
  needs: [],
  async measure(picture, { models, signal }) {
    if (!models.classes) return notHad(NO_MODEL)
    return seenAs({ classes: await models.classes.score(picture, signal) })
  },
}

const NO_MODEL: Wording = {
  zh: '没有启用图像分类模型',
  en: 'no model that scores pictures by class is switched on',
}
