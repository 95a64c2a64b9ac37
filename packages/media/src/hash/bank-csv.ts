/**
 * Banks of hashes as the CSV that ThreatExchange's command line writes, in and out.
 *
 * Columns `signal_type,signal_str,collab,category,tags`, in any order: type `pdq`, the hash, the bank,
 * POSITIVE_CLASS for deny and NEGATIVE_CLASS for allow, labels divided by spaces (the label here is
 * the whole field). Rows of other types or without an opinion are counted as skipped; rows that are
 * no hash are refused by line. Quoting after RFC 4180.
 *
 * Source: `threatexchange dataset --csv`, https://github.com/facebook/ThreatExchange
 */

import { parseHash } from './distance.ts'
import type { BankEntry } from './hash-bank.ts'

export interface BankReading {
  readonly entries: readonly BankEntry[]
  /** Rows of another type of hash, or only worth investigating. */
  readonly skipped: number
  /** Lines, from 1, whose hash is not 64 hexadecimal digits; first the one where the CSV breaks off. */
  readonly refused: readonly number[]
}

const COLUMNS = ['signal_type', 'signal_str', 'collab', 'category', 'tags'] as const
type Column = (typeof COLUMNS)[number]

const KINDS: Readonly<Record<string, BankEntry['kind']>> = {
  POSITIVE_CLASS: 'deny',
  NEGATIVE_CLASS: 'allow',
}
const CATEGORIES = { deny: 'POSITIVE_CLASS', allow: 'NEGATIVE_CLASS' }

/** Null when the first row does not name the type, hash and category columns. */
export function readBankCsv(text: string): BankReading | null {
  const { rows, brokenAt } = readRows(text)
  const header = rows.shift()?.fields ?? []
  if (!['signal_type', 'signal_str', 'category'].every((column) => header.includes(column))) {
    return null
  }
  const entries: BankEntry[] = []
  const refused: number[] = brokenAt === null ? [] : [brokenAt]
  let skipped = 0
  for (const { line, fields } of rows) {
    const field = (column: Column): string => fields[header.indexOf(column)] ?? ''
    const kind = KINDS[field('category')]
    const bits = field('signal_str').trim().toLowerCase()
    if (field('signal_type') !== 'pdq' || !kind) skipped += 1
    else if (!parseHash(bits)) refused.push(line)
    else entries.push({ bits, bank: field('collab'), label: field('tags'), kind })
  }
  return { entries, skipped, refused }
}

export function writeBankCsv(entries: Iterable<BankEntry>): string {
  const lines = [COLUMNS.join(',')]
  for (const { bits, bank, label, kind } of entries) {
    lines.push(['pdq', bits, bank, CATEGORIES[kind], label].map(quoted).join(','))
  }
  return `${lines.join('\r\n')}\r\n`
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}

interface Row {
  readonly line: number
  readonly fields: readonly string[]
}

/** A field is either quoted, with each quote in it doubled, or free of commas and line ends. */
const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y

/** Blank lines are left out. Where a field is neither kind, the reading breaks off and says the line. */
function readRows(text: string): { rows: Row[]; brokenAt: number | null } {
  const rows: Row[] = []
  let fields: string[] = []
  let line = 1
  let start = 1
  FIELD.lastIndex = text.startsWith('\ufeff') ? 1 : 0
  for (let found = FIELD.exec(text); found; found = FIELD.exec(text)) {
    const [whole, inQuotes, plain = '', end = ''] = found
    fields.push(inQuotes === undefined ? plain : inQuotes.replaceAll('""', '"'))
    line += whole.match(/\r\n|\n|\r/g)?.length ?? 0
    if (end === ',') continue
    if (fields.length > 1 || fields[0] !== '') rows.push({ line: start, fields })
    if (end === '') return { rows, brokenAt: null }
    fields = []
    start = line
  }
  return { rows, brokenAt: line }
}
