/** The fact how a picture scores by class, nudity among them. */

import type { Wording } from '@fangxing/contract'
import { notHad, type PictureMeasure, seenAs } from '../observe/picture-measure.ts'
import { ModelMissing } from '../runtime/open-model.ts'

export const classes: PictureMeasure = {
  fact: 'classes',
  cost: 60,
  needs: [],
  async measure(picture, { models, signal }) {
    if (!models.classes) return notHad(NO_MODEL)
    try {
      return seenAs({ classes: await models.classes.score(picture, signal) })
    } catch (error) {
      if (error instanceof ModelMissing) return notHad(error.because)
      throw error
    }
  },
}

const NO_MODEL: Wording = {
  zh: '没有启用图像分类模型',
  en: 'no model that scores pictures by class is switched on',
}
