/**
 * How much of a text is in traditional characters.
 *
 * Counts the characters that have two forms: `traditional` of them are written in the traditional
 * one. Variants (異體字) count as traditional. Characters that simplified writing uses as well (乾 in 乾隆)
 * are left out. O(length).
 */

import { toBit } from '../conversion.ts'
import { KIND, READING } from '../fold/fold-table.ts'

export interface TraditionalFacts {
  /** Characters with two forms, in either. */
  readonly convertible: number
  readonly traditional: number
  /** From 0 to 1; 0 when nothing has two forms. */
  readonly share: number
}

/** Right in simplified texts too, in names and set words: 乾隆, 细雨濛濛, 狼藉, 姓鍾. */
const USED_IN_BOTH = '乾濛麽藉徵鍾'

const TRADITIONAL = 1
const SIMPLIFIED = 2
const FIRST_HAN = 0x3400
const AFTER_HAN = 0xa000

const FORM = toForms()

export function countTraditional(text: string): TraditionalFacts {
  let traditional = 0
  let simplified = 0
  for (let at = 0; at < text.length; at += 1) {
    const form = FORM[text.charCodeAt(at)]
    if (form === TRADITIONAL) traditional += 1
    else if (form === SIMPLIFIED) simplified += 1
  }
  const convertible = traditional + simplified
  return { convertible, traditional, share: convertible === 0 ? 0 : traditional / convertible }
}

function toForms(): Uint8Array {
  const bit = toBit('traditional')
  const forms = new Uint8Array(65536)
  for (let unit = FIRST_HAN; unit < AFTER_HAN; unit += 1) {
    if (((KIND[unit] as number) & bit) === 0) continue
    forms[unit] = TRADITIONAL
    const plain = READING[unit] as number
    if (((KIND[plain] as number) & bit) === 0) forms[plain] = SIMPLIFIED
  }
  for (const character of USED_IN_BOTH) {
    const unit = character.charCodeAt(0)
    forms[unit] = 0
  }
  return forms
}
