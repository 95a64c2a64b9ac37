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

export function toVerdictLine(
  number: number,
  hash: string,
  { id }: Post,
  { verdict, label, edition, hits, traceId }: PostVerdict,
): string {
  const shown = hits.map(({ place, matched, term, label, level, conversions, confidence }) => ({
    ...(place.kind === 'text' ? { field: place.field, start: place.start, end: place.end } : {}),
    ...{ matched, term, label, level, conversions, confidence },
  }))
  const line = { line: number, verdict, hash, edition, id, label, hits: shown, traceId }
  return `${JSON.stringify(line)}\n`
}

/** What could not be read goes to a person. */
export function toUnreadLine(number: number, hash: string, edition: string, because: Wording) {
  const line = { line: number, verdict: 'review', hash, edition, id: null, because }
  return `${JSON.stringify(line)}\n`
}

export interface WrittenLine {
  readonly number: number
  readonly verdict: Verdict
  readonly hash: string
  readonly edition: string
}

/** The head of such a line: digits, one of three words, 16 hexadecimal digits, a JSON string. */
const HEAD =
  /^\{"line":(\d+),"verdict":"(pass|review|reject)","hash":"([0-9a-f]{16})","edition":("[^"\\]*")/

const BEGINNING = '{"line":'

/** Whether this may be the beginning of such a line, however short. */
export function isCutOff(bytes: Uint8Array | null): boolean {
  const begun = Buffer.from(bytes?.subarray(0, BEGINNING.length) ?? []).toString('utf8')
  return bytes !== null && BEGINNING.startsWith(begun)
}

export function readHead(bytes: Uint8Array | null): WrittenLine | null {
  const head = Buffer.from(bytes?.subarray(0, 512) ?? []).toString('utf8')
  const [, number, verdict, hash = '', edition = '""'] = HEAD.exec(head) ?? []
  if (number === undefined) return null
  return { number: Number(number), verdict: verdict as Verdict, hash, edition: JSON.parse(edition) }
}
