/** The fact what a vision model answers about a picture. Only where the operator set one up. */

import type { Wording } from '@fangxing/contract'
import { notHad, type PictureMeasure, seenAs } from '../observe/picture-measure.ts'

export const answers: PictureMeasure = {
  fact: 'answers',
  cost: 5000,
  needs: [],
  async measure(picture, { models, signal }) {
    if (!models.vision) return notHad(NO_VISION)
    return seenAs({ answers: await models.vision.ask(picture, signal) })
  },
}

const NO_VISION: Wording = {
  zh: '没有配置视觉模型接口：设置 OpenAI 兼容接口的地址和模型名后可用',
  en: 'no vision endpoint is set up: give the address and model name of an OpenAI-compatible one',
}
