/**
 * The ways in which a word may be written differently and still be seen, with what each costs.
 *
 * `confidence` is the factor by which a match is trusted less when the conversion was needed.
 * `safe` conversions are allowed for every term that does not say otherwise; the others can turn
 * ordinary text into a hit and are allowed by term, or by the length of the term (see `gate.ts`).
 */

import type { Wording } from '@fangxing/contract'

export interface Conversion {
  readonly name: Wording
  readonly confidence: number
  readonly safe: boolean
}

export const CONVERSIONS = {
  width: { name: { zh: '全角', en: 'width' }, confidence: 0.99, safe: true },
  case: { name: { zh: '大小写', en: 'case' }, confidence: 0.99, safe: true },
  traditional: { name: { zh: '繁体或异体', en: 'traditional' }, confidence: 0.98, safe: true },
  digit: { name: { zh: '数字写法', en: 'digit style' }, confidence: 0.97, safe: true },
  accent: { name: { zh: '附加符号', en: 'accent' }, confidence: 0.97, safe: true },
  enclosed: { name: { zh: '带圈或带框', en: 'enclosed' }, confidence: 0.96, safe: true },
  lookalike: { name: { zh: '形近字母', en: 'look-alike letter' }, confidence: 0.94, safe: true },
  invisible: { name: { zh: '不可见字符', en: 'invisible' }, confidence: 0.93, safe: true },
  gap: { name: { zh: '插入符号', en: 'interspersed' }, confidence: 0.9, safe: true },
  spelled: { name: { zh: '逐字隔开', en: 'spelled out' }, confidence: 0.88, safe: true },
  repeat: { name: { zh: '重复字', en: 'repeated' }, confidence: 0.85, safe: true },
  alias: { name: { zh: '别称', en: 'alias' }, confidence: 0.85, safe: false },
  number: { name: { zh: '数字读法', en: 'number spelling' }, confidence: 0.85, safe: false },
  leet: { name: { zh: '数字代字母', en: 'digits for letters' }, confidence: 0.8, safe: false },
  split: { name: { zh: '拆字', en: 'split character' }, confidence: 0.8, safe: false },
  shape: { name: { zh: '形近字', en: 'look-alike character' }, confidence: 0.8, safe: false },
  vertical: { name: { zh: '竖排', en: 'vertical' }, confidence: 0.8, safe: false },
  reversed: { name: { zh: '倒写', en: 'reversed' }, confidence: 0.75, safe: false },
  pinyin: { name: { zh: '拼音', en: 'pinyin' }, confidence: 0.8, safe: false },
  initials: { name: { zh: '拼音首字母', en: 'initials' }, confidence: 0.7, safe: false },
  homophone: { name: { zh: '同音字', en: 'homophone' }, confidence: 0.75, safe: false },
  near: { name: { zh: '近音字', en: 'near-homophone' }, confidence: 0.65, safe: false },
} as const satisfies Record<string, Conversion>

export type ConversionName = keyof typeof CONVERSIONS

export const CONVERSION_NAMES = Object.keys(CONVERSIONS) as readonly ConversionName[]

/** One bit per conversion, in the order of `CONVERSIONS`. */
export function toBit(name: ConversionName): number {
  return 1 << CONVERSION_NAMES.indexOf(name)
}

export function toBits(names: readonly ConversionName[]): number {
  return names.reduce((bits, name) => bits | toBit(name), 0)
}

/** What a set of conversions is called and how far a match that needed them is trusted. */
export interface Needed {
  readonly conversions: readonly ConversionName[]
  readonly confidence: number
}

/** Few sets occur, each many times; beyond this many they are described afresh. */
const MAX_KNOWN = 1024
const known = new Map<number, Needed>()

export function describeNeeded(bits: number): Needed {
  if (bits === 0) return NOTHING
  const described = known.get(bits)
  if (described !== undefined) return described
  const conversions = CONVERSION_NAMES.filter((name) => (bits & toBit(name)) !== 0)
  const needed = { conversions, confidence: toConfidence(conversions) }
  if (known.size < MAX_KNOWN) known.set(bits, needed)
  return needed
}

const NOTHING: Needed = { conversions: [], confidence: 1 }

export const SAFE_BITS = toBits(CONVERSION_NAMES.filter((name) => CONVERSIONS[name].safe))

/** The product of the factors, rounded to three places so that it reads well and compares equal. */
function toConfidence(names: readonly ConversionName[]): number {
  const product = names.reduce((sum, name) => sum * CONVERSIONS[name].confidence, 1)
  return Math.round(product * 1000) / 1000
}
