/**
 * Texts that PostgreSQL refuses, kept exactly: NUL characters and lone surrogates.
 *
 * Each such code unit, and the escape character itself, becomes U+001A and four hexadecimal
 * digits; everything else stays as it is and readable in SQL. `fromStored(toStored(x)) === x` for
 * every string. One pass.
 */

import type { ColumnType } from 'kysely'

/** A jsonb column: read as the value, written as the text that `toJson` makes of it. */
export type Json<Value> = ColumnType<Value, string, string>

/** Control characters and lone surrogates: few enough to look at each. */
const SUSPECTS = /[\p{Cc}\p{Cs}]/gu
const ESCAPE = '\u001a'
/** The same in JSON, where each is an escape of four digits; a text that spells one out is rare. */
const SUSPECTS_IN_JSON = /\\u(?:0000|001a|d[89a-f])/

export function toStored(text: string): string {
  return text.replace(SUSPECTS, (unit) => {
    const refused = unit === '\0' || unit === ESCAPE || unit >= '\ud800'
    return refused ? ESCAPE + unit.charCodeAt(0).toString(16).padStart(4, '0') : unit
  })
}

export function fromStored(text: string): string {
  const [start = '', ...escaped] = text.split(ESCAPE)
  const units = escaped.map((part) => String.fromCharCode(Number.parseInt(part.slice(0, 4), 16)))
  return start + escaped.map((part, index) => units[index] + part.slice(4)).join('')
}

/** The text for a jsonb column. Keys are escaped too. Throws on what JSON cannot hold (a bigint). */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value) ?? 'null'
  return SUSPECTS_IN_JSON.test(json) ? JSON.stringify(eachString(JSON.parse(json), toStored)) : json
}

/** The value of a jsonb column, from the text that PostgreSQL sends. */
export function fromJson(text: string): unknown {
  const value: unknown = JSON.parse(text)
  // PostgreSQL writes control characters as lower-case escapes.
  return text.includes('\\u001a') ? eachString(value, fromStored) : value
}

function eachString(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => eachString(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [change(key), eachString(item, change)]),
  )
}
