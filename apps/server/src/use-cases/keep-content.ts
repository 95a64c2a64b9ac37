/**
 * What the record of a check keeps of the texts themselves, by the retention policy of the app.
 *
 * In full until a day that is written with them, as a hash for ever, or not at all. A hash of a short
 * text can be guessed by whoever has the database: it hides texts from readers, not from attackers.
 */

import { createHash } from 'node:crypto'
import { DAY_MS } from '@fangxing/release'
import type { CheckDraft, CheckedText } from '@fangxing/storage'
import type { ContentRetention } from '../check-policy/index.ts'

export type KeptContent = Pick<CheckDraft, 'texts' | 'keepTextsUntil' | 'hashes'>

export interface ContentToKeep {
  readonly texts: readonly CheckedText[]
  readonly suggest: CheckDraft['suggest']
  readonly at: number
}

export function toKeptContent(
  { texts, suggest, at }: ContentToKeep,
  { passed, doubtful, days }: ContentRetention,
): KeptContent {
  switch (suggest === 'pass' ? passed : doubtful) {
    case 'full':
      return { texts, keepTextsUntil: at + days * DAY_MS }
    case 'hashed':
      return { texts: [], keepTextsUntil: null, hashes: texts.map(toHash) }
    case 'none':
      return { texts: [], keepTextsUntil: null }
  }
}

function toHash({ field, text }: CheckedText) {
  return { field, sha256: createHash('sha256').update(text).digest('hex') }
}
