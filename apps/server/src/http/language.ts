/**
 * Which of the two languages a caller prefers, after RFC 9110 §12.5.4.
 *
 * Chinese wins a tie and is the answer when the header names neither. Total: what makes no
 * sense in the header is passed over.
 */

import type { Wording } from '@fangxing/contract'

export type Language = keyof Wording

export function chooseLanguage(acceptLanguage: string | undefined): Language {
  const weights = { zh: 0, en: 0 }
  for (const range of (acceptLanguage ?? '').split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
    const primary = tag.split('-')[0]
    if (primary !== 'zh' && primary !== 'en') continue
    weights[primary] = Math.max(weights[primary], weightOf(parameters))
  }
  return weights.en > weights.zh ? 'en' : 'zh'
}

function weightOf(parameters: readonly string[]): number {
  const quality = parameters
    .map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1])
    .find((value) => value !== undefined)
  return quality === undefined ? 1 : Number(quality) || 0
}
