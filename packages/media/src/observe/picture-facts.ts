/**
 * The facts that can be asked about a picture, cheapest first. A new fact is one row here.
 */

import { classes } from '../classes/class-facts.ts'
import { answers } from '../vision/vision-facts.ts'
import { watermarks } from '../watermark/watermark-facts.ts'
import { wordShare, words } from '../words/word-facts.ts'
import { known } from './known-pictures.ts'
import type { PictureFact, PictureMeasure } from './picture-measure.ts'
import { codes, hash, quality, table, variants } from './pixel-facts.ts'

export const PICTURE_MEASURES: readonly PictureMeasure[] = [
  hash,
  variants,
  known,
  quality,
  table,
  classes,
  codes,
  words,
  wordShare,
  watermarks,
  answers,
].toSorted((one, other) => one.cost - other.cost)

/** What is asked for when the caller names nothing: all that this machine can tell by itself. */
export const LOCAL_FACTS: readonly PictureFact[] = [
  'quality',
  'hash',
  'table',
  'codes',
  'classes',
  'words',
  'wordShare',
  'watermarks',
]
