/**
 * Finds what operators' own patterns match, in time linear in the text, with places in the original.
 *
 * Every bound is a number below: of the pattern, of the text that is read, of the matches that are
 * answered. What lies beyond a bound is said, never silently dropped. A pattern that cannot be used
 * is refused with the reason; the others work. Total: any text returns.
 *
 * Source: RE2 syntax, https://github.com/google/re2/wiki/Syntax, by way of `re2js`.
 */

import type { Wording } from '@fangxing/contract'
import { RE2JS } from 're2js'
import { normalise } from '../fold/normalise.ts'
import {
  explainSyntax,
  MATCHES_NOTHING,
  MAX_PROGRAM,
  MAX_SOURCE,
  neverPlain,
  type Pattern,
  type PatternMatch,
  type RefusedPattern,
  TOO_COSTLY,
  TOO_LONG,
} from './pattern.ts'

/** Units of a text that are read; the rest is for whoever cuts it into pieces. */
export const MAX_READ = 100_000
/** For each pattern in each text: nobody looks at more. */
export const MAX_MATCHES = 200

export interface PatternFinding {
  /** By start, then end, then in the order of the patterns. */
  readonly matches: readonly PatternMatch[]
  /** False when the text or the matches went beyond a bound. */
  readonly isComplete: boolean
}

export interface PatternSet {
  readonly patternCount: number
  readonly refused: readonly RefusedPattern[]
  find(text: string): PatternFinding
}

interface Ready {
  readonly pattern: Pattern
  readonly program: RE2JS
}

interface Span {
  readonly start: number
  readonly end: number
}

export function compilePatterns(patterns: readonly Pattern[]): PatternSet {
  const ready: Ready[] = []
  const refused: RefusedPattern[] = []
  for (const pattern of patterns) {
    const program = compile(pattern)
    if (program instanceof RE2JS) ready.push({ pattern, program })
    else refused.push({ pattern, because: program })
  }
  return { patternCount: ready.length, refused, find: (text) => findAll(ready, text) }
}

function compile({ source, reads = 'plain' }: Pattern): RE2JS | Wording {
  if (source.length > MAX_SOURCE) return TOO_LONG
  const odd = reads === 'plain' ? findOdd(source) : undefined
  if (odd !== undefined) return odd
  try {
    const program = RE2JS.compile(source, reads === 'plain' ? RE2JS.CASE_INSENSITIVE : 0)
    if (program.programSize() > MAX_PROGRAM) return TOO_COSTLY
    return program.matcher('').find() ? MATCHES_NOTHING : program
  } catch (error) {
    return explainSyntax(error instanceof Error ? error.message : String(error))
  }
}

/** A letter or digit that no plain text has: the pattern would look right and never match. */
function findOdd(source: string): Wording | undefined {
  for (const [character] of source.matchAll(/[^\p{ASCII}\p{P}\p{S}\p{Z}]/gu)) {
    const plain = normalise(character).text
    if (plain !== character) return neverPlain(character, plain)
  }
  return undefined
}

function findAll(ready: readonly Ready[], text: string): PatternFinding {
  const written = text.length > MAX_READ ? text.slice(0, MAX_READ) : text
  let isComplete = written.length === text.length
  const needsPlain = ready.some(({ pattern }) => pattern.reads !== 'written')
  const plain = needsPlain ? normalise(written) : { text: '', offsets: [] }
  const matches: PatternMatch[] = []
  for (const { pattern, program } of ready) {
    const isWritten = pattern.reads === 'written'
    const spans = findSpans(program, isWritten ? written : plain.text)
    if (spans.length > MAX_MATCHES) isComplete = false
    for (const span of spans.slice(0, MAX_MATCHES)) {
      const start = isWritten ? span.start : (plain.offsets[span.start]?.start ?? 0)
      const end = isWritten ? span.end : (plain.offsets[span.end - 1]?.end ?? start)
      const { id, label, level } = pattern
      matches.push({ patternId: id, label, level, start, end, matched: text.slice(start, end) })
    }
  }
  matches.sort((one, other) => one.start - other.start || one.end - other.end)
  return { matches, isComplete }
}

/** Leftmost matches that do not overlap; empty ones (`\b`, `$`) say nothing. One more than is kept. */
function findSpans(program: RE2JS, text: string): readonly Span[] {
  const spans: Span[] = []
  const matcher = program.matcher(text)
  while (spans.length <= MAX_MATCHES && matcher.find()) {
    const span = { start: matcher.start(), end: matcher.end() }
    if (span.end > span.start) spans.push(span)
  }
  return spans
}
