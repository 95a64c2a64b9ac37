/**
 * The evidence of a text in which nothing was found, as a block keeps it: two numbers.
 *
 * Such a check says that there was no hit, and how sure a model was of one text. Written out it was
 * two thirds of every block. Anything that differs from this by a single field stays written out.
 */

import { digitsOf } from '../digits.ts'

interface Estimate {
  readonly probability: number
  /** Of the text, in UTF-16 units. */
  readonly length: number
}

const NORMAL = 100
const FIELD = 'content'

/** The two numbers as JSON, for a list; null when the evidence says anything else. */
export function packEvidence(evidence: unknown): string | null {
  const { hits, classes } = fieldsOf(evidence, 2)
  const isAlone = isList(hits, 0) && isList(classes, 1)
  const { label, probability, place } = fieldsOf(isAlone ? classes[0] : null, 3)
  const { kind, field, start, end } = fieldsOf(place, 4)
  const isPlain =
    label === NORMAL &&
    Number.isFinite(probability) &&
    kind === 'text' &&
    field === FIELD &&
    start === 0 &&
    Number.isSafeInteger(end)
  return isPlain ? `${toJsonNumber(probability as number)},${end}` : null
}

const MILLION = 1e6

/** A share that is given in millionths, as estimates are, is written digit by digit. */
function toJsonNumber(share: number): string {
  const millionths = Math.round(share * MILLION)
  const isExact = millionths >= 0 && millionths < MILLION && millionths / MILLION === share
  return isExact ? `0.${digitsOf(MILLION + millionths).slice(1)}` : `${share}`
}

/** What `packEvidence` was given. */
export function unpackEvidence({ probability, length }: Estimate): object {
  const place = { kind: 'text', field: FIELD, start: 0, end: length }
  return { hits: [], classes: [{ label: NORMAL, probability, place }] }
}

const NONE: Readonly<Record<string, unknown>> = {}

/** Of an object with exactly so many fields; of anything else none. */
function fieldsOf(value: unknown, count: number): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return NONE
  let counted = 0
  for (const _field in value) counted += 1
  return counted === count ? (value as Record<string, unknown>) : NONE
}

function isList(value: unknown, length: number): value is readonly unknown[] {
  return Array.isArray(value) && value.length === length
}
