/**
 * Reads terms from a list that someone has: plain lines, CSV with a header, or JSON.
 *
 * What cannot be read is answered with its line and the reason; the rest is imported. The same word
 * twice is taken once. Ids are made from the words, so importing a list again changes nothing.
 */

import { LABELS, type Label, type TermLevel, type Wording } from '@fangxing/contract'
import { toEdition } from '../edition.ts'
import type { Term } from '../term.ts'
import { readCsv } from './csv.ts'

export interface ImportDefaults {
  readonly label: Label
  readonly level: TermLevel
}

export interface ImportedTerms {
  readonly terms: readonly Term[]
  readonly refused: readonly RefusedLine[]
}

export interface RefusedLine {
  /** Counted from 1; for JSON, the place in the list. */
  readonly line: number
  readonly because: Wording
}

/** One entry of a list, before its values are believed. */
interface Entry {
  readonly line: number
  readonly text: string
  readonly label?: string
  readonly level?: string
  readonly note?: string
  readonly tags?: string
  readonly validFrom?: string
  readonly validUntil?: string
}

const LEVELS: readonly string[] = ['block', 'review', 'hint']
const NO_TEXT: Wording = { zh: '没有词。', en: 'There is no word.' }
const BAD_LABEL: Wording = {
  zh: 'label 不在标签表中。',
  en: 'label is not in the table of labels.',
}
const BAD_LEVEL: Wording = {
  zh: 'level 应为 block、review 或 hint。',
  en: 'level should be block, review or hint.',
}
const BAD_MOMENT: Wording = {
  zh: '日期应写作 2026-12-31，或毫秒时间戳。',
  en: 'A date should be written as 2026-12-31, or be in epoch milliseconds.',
}
const NO_LIST: Wording = { zh: 'JSON 不是数组。', en: 'The JSON is not a list.' }

/** `[` first: JSON; a header with a `text` column: CSV; else one word a line, `#` for remarks. */
export function importTerms(source: string, defaults: ImportDefaults): ImportedTerms {
  const trimmed = source.replace(/^\ufeff/, '').trim()
  const entries = trimmed.startsWith('[') ? readJson(trimmed) : readLines(trimmed)
  if (entries === undefined) return { terms: [], refused: [{ line: 1, because: NO_LIST }] }
  const terms = new Map<string, Term>()
  const refused: RefusedLine[] = []
  for (const entry of entries) {
    const because = whyNot(entry)
    if (because !== undefined) refused.push({ line: entry.line, because })
    else if (!terms.has(entry.text)) terms.set(entry.text, toTerm(entry, defaults))
  }
  return { terms: [...terms.values()], refused }
}

function readLines(source: string): readonly Entry[] {
  const [header = ''] = source.split(/\r?\n/, 1)
  if (/^(?:[^,]*,)*\s*"?text"?\s*(?:,|$)/.test(header)) {
    return readCsv(source).map(({ line, values }) => toEntry(line, values))
  }
  return source
    .split(/\r?\n/)
    .map((text, at) => ({ line: at + 1, text: text.trim() }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'))
}

function readJson(source: string): readonly Entry[] | undefined {
  try {
    const list: unknown = JSON.parse(source)
    if (!Array.isArray(list)) return undefined
    return list.map((item: unknown, at) =>
      typeof item === 'string' ? { line: at + 1, text: item.trim() } : toEntry(at + 1, item),
    )
  } catch {
    return undefined
  }
}

function toEntry(line: number, item: unknown): Entry {
  const values = typeof item === 'object' && item !== null ? (item as Record<string, unknown>) : {}
  const known = Object.entries(values).filter(([, value]) => value !== undefined && value !== '')
  return {
    ...Object.fromEntries(known.map(([name, value]) => [name, toWords(value)])),
    line,
    text: String(values.text ?? '').trim(),
  }
}

/** A list of tags is written as a row of words in any of the three forms. */
function toWords(value: unknown): string {
  return Array.isArray(value) ? value.join(' ') : String(value)
}

function whyNot({ text, label, level, validFrom, validUntil }: Entry): Wording | undefined {
  if (text === '') return NO_TEXT
  if (label !== undefined && !Object.hasOwn(LABELS, label)) return BAD_LABEL
  for (const moment of [validFrom, validUntil]) {
    if (moment !== undefined && Number.isNaN(toMoment(moment))) return BAD_MOMENT
  }
  return level === undefined || LEVELS.includes(level) ? undefined : BAD_LEVEL
}

function toTerm(entry: Entry, defaults: ImportDefaults): Term {
  const { text, label, level, note, tags, validFrom, validUntil } = entry
  return {
    id: `term-${toEdition([text])}`,
    text,
    label: label === undefined ? defaults.label : (Number(label) as Label),
    level: level === undefined ? defaults.level : (level as TermLevel),
    ...(validFrom === undefined ? {} : { validFrom: toMoment(validFrom) }),
    ...(validUntil === undefined ? {} : { validUntil: toMoment(validUntil) }),
    ...(tags === undefined ? {} : { tags: tags.split(/[\s;，、；]+/).filter((tag) => tag !== '') }),
    ...(note === undefined ? {} : { note }),
  }
}

/** Epoch ms, or a day, which begins at midnight in Shanghai. NaN when it is neither. */
function toMoment(written: string): number {
  if (/^\d{1,15}$/.test(written)) return Number(written)
  return /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(`${written}T00:00:00+08:00`) : Number.NaN
}
