/** The facts that are read off the pixels alone, each by the function that is named after it. */

import { findCodes } from '../codes/find-codes.ts'
import { hashPicture } from '../hash/hash-picture.ts'
import { type PictureMeasure, seenAs } from './picture-measure.ts'

export const hash: PictureMeasure = {
  fact: 'hash',
  cost: 19,
  needs: [],
  measure: (picture) => seenAs({ hash: hashPicture(picture) }),
}

export const codes: PictureMeasure = {
  fact: 'codes',
  cost: 400,
  needs: [],
  measure: async (picture) => seenAs({ codes: await findCodes(picture) }),
}
