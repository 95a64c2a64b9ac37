/**
 * What can be seen in a picture: the bytes in, the facts that were asked for out.
 *
 * Runs only the wanted facts and what they need, cheapest first, and tells each as soon as it is
 * seen. Never throws on content: what cannot be decoded, measured or finished in time is listed in
 * `missing` with its reason, and the other facts are still there. Holds one picture in memory.
 */

import { createHash } from 'node:crypto'
import type { MissingFact, SeenPicture, Wording } from '@fangxing/contract'
import {
  type DecodedPicture,
  type Decoding,
  decodePicture,
  type PictureLimits,
} from '../picture/decode.ts'
import { ModelUnavailable } from './model-unavailable.ts'
import { LOCAL_FACTS, PICTURE_MEASURES } from './picture-facts.ts'
import {
  type KnownPictures,
  type Measured,
  notHad,
  type PictureFact,
  type PictureFields,
  type PictureMeasure,
  type PictureTools,
} from './picture-measure.ts'
import type { PictureModels } from './picture-models.ts'

export interface PictureInput {
  /** What the submitter calls it; comes back as `name`. */
  readonly name: string
  readonly bytes: Uint8Array
}

export interface PictureProgress {
  readonly fact: PictureFact | 'format'
  /** Facts that are finished, this one included, and how many there will be. */
  readonly finished: number
  readonly total: number
  /** What is seen up to here: enough to answer with when the rest is lost. */
  readonly seen: SeenPicture
}

export interface PictureOptions {
  /** Default: everything that needs neither a bank nor the network. */
  readonly wanted?: readonly PictureFact[]
  /** Facts that are known from before: not measured again, and given back. */
  readonly already?: PictureFields
  readonly models?: PictureModels
  readonly bank?: KnownPictures
  readonly limits?: PictureLimits
  /** When it fires, the facts that are not yet seen are missing. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: PictureProgress) => void
}

export async function observePicture(
  input: PictureInput,
  options: PictureOptions = {},
): Promise<SeenPicture> {
  const wanted = options.wanted ?? LOCAL_FACTS
  const start = { name: input.name, sha256: sha256Of(input.bytes) }
  if (options.signal?.aborted) return { ...start, missing: allMissing(wanted, CANCELLED) }
  const decoded = await decodeSafely(input.bytes, options.limits)
  if (!decoded.ok) {
    const { format, because } = decoded
    const lost = format ? wanted : ['format', ...wanted]
    return { ...start, ...(format && { format }), missing: allMissing(lost, because) }
  }
  return await measureAll(start, decoded.picture, wanted, options)
}

/** The rows to run for `wanted`, with what they need, in order of cost but never before their needs. */
export function planFacts(
  wanted: readonly PictureFact[],
  already: PictureFields = {},
): readonly PictureMeasure[] {
  const plan: PictureMeasure[] = []
  const add = (fact: PictureFact): void => {
    const row = PICTURE_MEASURES.find((measure) => measure.fact === fact)
    if (!row || fact in already || plan.includes(row)) return
    row.needs.forEach(add)
    plan.push(row)
  }
  for (const { fact } of PICTURE_MEASURES) if (wanted.includes(fact)) add(fact)
  return plan
}

async function measureAll(
  start: Pick<SeenPicture, 'name' | 'sha256'>,
  picture: DecodedPicture,
  wanted: readonly PictureFact[],
  options: PictureOptions,
): Promise<SeenPicture> {
  const plan = planFacts(wanted, options.already)
  const missing: MissingFact[] = []
  let fields: PictureFields = { ...options.already, format: picture.format }
  const soFar = (): SeenPicture => ({ ...start, ...fields, missing: [...missing] })
  const tell = (fact: PictureFact | 'format', finished: number): void =>
    options.onProgress?.({ fact, finished, total: plan.length, seen: soFar() })

  for (const fact of wanted) {
    const isTold = fact in fields || plan.some((row) => row.fact === fact)
    if (!isTold) missing.push({ fact, because: NO_MEASURE })
  }
  tell('format', 0)
  for (const [index, row] of plan.entries()) {
    const measured = await measureOne(row, picture, fields, options)
    if (measured.kind === 'seen') fields = { ...fields, ...measured.fields }
    else missing.push({ fact: row.fact, because: measured.because })
    tell(row.fact, index + 1)
  }
  return soFar()
}

async function measureOne(
  row: PictureMeasure,
  picture: DecodedPicture,
  seen: PictureFields,
  { models = {}, bank, signal }: PictureOptions,
): Promise<Measured> {
  if (signal?.aborted) return notHad(CANCELLED)
  const tools: PictureTools = { seen, models, ...(bank && { bank }), ...(signal && { signal }) }
  try {
    return await row.measure(picture, tools)
  } catch (error) {
    if (error instanceof ModelUnavailable) return notHad(error.because)
    return notHad(signal?.aborted ? CANCELLED : failed(error))
  }
}

async function decodeSafely(
  bytes: Uint8Array,
  limits: PictureLimits | undefined,
): Promise<Decoding> {
  try {
    return await decodePicture(bytes, limits)
  } catch (error) {
    return { ok: false, because: failed(error) }
  }
}

function allMissing(facts: readonly string[], because: Wording): readonly MissingFact[] {
  return facts.map((fact) => ({ fact, because }))
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

const NO_MEASURE: Wording = {
  zh: '这个版本不测量此项',
  en: 'this edition does not measure it',
}

export const CANCELLED: Wording = { zh: '检测已取消', en: 'it was cancelled' }

function failed(error: unknown): Wording {
  const reason = error instanceof Error ? error.message : String(error)
  return { zh: `检测失败：${reason}`, en: `measuring failed: ${reason}` }
}
