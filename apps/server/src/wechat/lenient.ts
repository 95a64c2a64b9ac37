/**
 * Reads fields as WeChat's clients send them: null, "" and absent are the same; a number may come
 * as a numeric string, a flag as 0/1, "0"/"1" or a boolean; unknown fields are nobody's business.
 *
 * Each reader answers undefined for an absent field and throws 47001 for one of another kind.
 */

import { WechatRefusal } from './refusal.ts'

function isAbsent(value: unknown): value is null | undefined | '' {
  return value === undefined || value === null || value === ''
}

/** A number is taken as its digits: some clients send every value bare. */
export function readText(value: unknown): string | undefined {
  if (isAbsent(value)) return undefined
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  throw new WechatRefusal(47001)
}

export function readNumber(value: unknown): number | undefined {
  if (isAbsent(value)) return undefined
  if (typeof value === 'number') return value
  if (typeof value === 'string' && /^\s*-?\d{1,15}\s*$/.test(value)) return Number(value)
  throw new WechatRefusal(47001)
}

export function readFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (value === 'true') return true
  if (value === 'false') return false
  const number = readNumber(value)
  return number === undefined ? undefined : number !== 0
}

/** A bare value is taken as a list of one. */
export function readList(value: unknown): readonly unknown[] | undefined {
  if (isAbsent(value)) return undefined
  return Array.isArray(value) ? value : [value]
}

export function readNumbers(value: unknown): readonly number[] {
  return (readList(value) ?? []).flatMap((item) => readNumber(item) ?? [])
}

export function readObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (isAbsent(value)) return undefined
  if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>
  throw new WechatRefusal(47001)
}
