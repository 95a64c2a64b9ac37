/** The facts that are read off the pixels alone, each by the function that is named after it. */

import { findCodes } from '../codes/find-codes.ts'
import { hashPicture } from '../hash/hash-picture.ts'
import { hashVariants } from '../hash/hash-variants.ts'
import { measureQuality } from '../quality/measure-quality.ts'
import { findTable } from '../table/find-table.ts'
import { type PictureMeasure, seenAs } from './picture-measure.ts'

export const hash: PictureMeasure = {
  fact: 'hash',
  cost: 19,
  needs: [],
  measure: (picture) => seenAs({ hash: hashPicture(picture) }),
}

export const variants: PictureMeasure = {
  fact: 'variants',
  cost: 90,
  needs: [],
  measure: (picture) => seenAs({ variants: hashVariants(picture) }),
}

export const quality: PictureMeasure = {
  fact: 'quality',
  cost: 180,
  needs: [],
  measure: (picture) => seenAs({ quality: measureQuality(picture) }),
}

export const table: PictureMeasure = {
  fact: 'table',
  cost: 90,
  needs: [],
  measure: (picture) => seenAs({ table: findTable(picture) }),
}

export const codes: PictureMeasure = {
  fact: 'codes',
  cost: 400,
  needs: [],
  measure: async (picture) => seenAs({ codes: await findCodes(picture) }),
}
