/**
 * Reads a word list that a person named on the command line.
 *
 * JSON: an array of words, or of `{text, label?, level?, id?}`. Anything else is one word a line,
 * with label and level after tabs when they are not the defaults; `#` begins a comment. Returns the
 * terms in file order, or refuses with the place that is wrong.
 */

import { AppError, LABELS, type Label, type TermLevel } from '@fangxing/contract'
import type { Term } from '@fangxing/text'
import { readTextFile } from '../input/read-text.ts'

/** A person who lists a word wants it seen; whether it is forbidden they say with a level. */
const DEFAULT_LEVEL: TermLevel = 'review'
const DEFAULT_LABEL: Label = 21000
const LEVELS: readonly TermLevel[] = ['block', 'review', 'hint']

/** A row as it is written, before it is known to be right. */
interface Row {
  readonly text: unknown
  readonly label?: unknown
  readonly level?: unknown
  readonly id?: unknown
  /** Where it stands: a line of a text file, an index of an array. */
  readonly at: { readonly line: number } | { readonly item: number }
}

export async function readLexicon(path: string): Promise<readonly Term[]> {
  const text = await readTextFile(path)
  const rows = path.endsWith('.json') ? readJsonRows(text, path) : readLines(text)
  return rows.map((row) => toTerm(row, path))
}

function readJsonRows(text: string, file: string): readonly Row[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new AppError('LEXICON_MALFORMED', { file, expected: 'JSON' }, { cause })
  }
  if (!Array.isArray(value)) throw new AppError('LEXICON_MALFORMED', { file, expected: 'array' })
  return value.map((item: unknown, index) =>
    typeof item === 'object' && item !== null
      ? { text: undefined, ...item, at: { item: index + 1 } }
      : { text: item, at: { item: index + 1 } },
  )
}

function readLines(text: string): readonly Row[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return []
    const [word = '', label, level] = line.split('\t').map((cell) => cell.trim())
    return [
      { text: word, label: label ? Number(label) : undefined, level, at: { line: index + 1 } },
    ]
  })
}

function toTerm({ text, label, level, id, at }: Row, file: string): Term {
  const refuse = (expected: string) => new AppError('LEXICON_MALFORMED', { file, ...at, expected })
  if (typeof text !== 'string' || text.trim() === '') throw refuse('text')
  if (!isLabel(label ?? DEFAULT_LABEL)) throw refuse(`label ${Object.keys(LABELS).join('|')}`)
  if (!isLevel(level || DEFAULT_LEVEL)) throw refuse(`level ${LEVELS.join('|')}`)

  return {
    id: typeof id === 'string' ? id : `own/${Object.values(at).join()}`,
    text,
    label: isLabel(label) ? label : DEFAULT_LABEL,
    level: isLevel(level) ? level : DEFAULT_LEVEL,
  }
}

function isLabel(value: unknown): value is Label {
  return typeof value === 'number' && value in LABELS
}

function isLevel(value: unknown): value is TermLevel {
  return LEVELS.some((level) => level === value)
}
