/**
 * One line of the output: JSON that begins with the number of its line and the verdict, so that
 * progress can be read back without parsing the whole file.
 */

import { createHash } from 'node:crypto'
import type { Verdict, Wording } from '@fangxing/contract'
import type { PostVerdict } from './judge.ts'
import type { Post } from './parse-post.ts'

/** Tells whether an output belongs to an input: the first 64 bits of SHA-256 of the line. */
export function fingerprint(bytes: Uint8Array | null): string {
  return createHash('sha256')
    .update(bytes ?? 'too long')
    .digest('hex')
    .slice(0, 16)
}

/** With which each line begins that is written: which line of the input it is about, and who says so. */
export interface LineHead {
  readonly number: number
  readonly hash: string
  readonly judge: string
}

export function toVerdictLine(
  { number, hash, judge }: LineHead,
  { id }: Post,
  { verdict, label, edition, hits, traceId }: PostVerdict,
): string {
  const shown = hits.map(({ place, matched, term, label, level, conversions, confidence }) => ({
    ...(place.kind === 'text' ? { field: place.field, start: place.start, end: place.end } : {}),
    ...{ matched, term, label, level, conversions, confidence },
  }))
  const line = { line: number, verdict, hash, judge, edition, id, label, hits: shown, traceId }
  return `${JSON.stringify(line)}\n`
}

/** What has no verdict goes to a person. */
export function toUnjudgedLine(
  { number, hash, judge }: LineHead,
  id: Post['id'],
  edition: string,
  because: Wording,
): string {
  const line = { line: number, verdict: 'review', hash, judge, edition, id, because }
  return `${JSON.stringify(line)}\n`
}

export interface WrittenLine {
  readonly number: number
  readonly verdict: Verdict
  readonly hash: string
  readonly judge: string
  readonly edition: string
}

/** The head of such a line: digits, one of three words, 16 hexadecimal digits, plain strings. */
const HEAD =
  /^\{"line":(\d+),"verdict":"(pass|review|reject)","hash":"([0-9a-f]{16})","judge":"([^"\\]*)","edition":"([^"\\]*)"/

/** With what each of them begins. */
export const BEGINNING = '{"line":'

export function readHead(bytes: Uint8Array | null): WrittenLine | null {
  const head = Buffer.from(bytes?.subarray(0, 512) ?? []).toString('utf8')
  const [, number, verdict, hash = '', judge = '', edition = ''] = HEAD.exec(head) ?? []
  if (number === undefined) return null
  return { number: Number(number), verdict: verdict as Verdict, hash, judge, edition }
}
