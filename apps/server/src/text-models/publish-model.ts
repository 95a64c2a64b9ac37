/**
 * Makes a layer that was learned from reviewed samples judge, as an edition with who, when and why; and
 * goes back to an earlier one, or to the shipped model (0).
 */

import { AppError } from '@fangxing/contract'
import type { TextModelEdition } from '@fangxing/storage'
import { type Adjustment, readAdjustment } from '@fangxing/text'
import type { Author } from '../lexicon/change-lexicon.ts'
import type { Ports } from '../ports.ts'

type Needed = Pick<Ports, 'storage' | 'models' | 'clock'>

/** Throws TEXT_MODEL_MALFORMED with the reason, TEXT_MODEL_MISMATCHED. */
export async function publishModel(
  ports: Needed,
  sent: unknown,
  author: Author,
): Promise<TextModelEdition> {
  const adjustment = assertAdjustment(sent)
  // Whatever cannot be opened here can judge nowhere.
  ports.models.open(adjustment)
  return publish(ports, { ...author, adjustment, restores: null })
}

/** Throws TEXT_MODEL_NOT_FOUND, and TEXT_MODEL_MISMATCHED for one of an earlier shipped model. */
export async function rollBackModel(
  ports: Needed,
  number: number,
  author: Author,
): Promise<TextModelEdition> {
  const adjustment = number === 0 ? null : await findAdjustment(ports, number)
  if (adjustment !== null) ports.models.open(adjustment)
  return publish(ports, { ...author, adjustment, restores: number })
}

/** Of an edition; null: it was the shipped model alone. Throws TEXT_MODEL_NOT_FOUND. */
export async function findAdjustment(
  { storage }: Pick<Ports, 'storage'>,
  number: number,
): Promise<Adjustment | null> {
  const found = await storage.textModels.find(number)
  if (found === null) throw new AppError('TEXT_MODEL_NOT_FOUND', { edition: number })
  return found.adjustment === null ? null : assertAdjustment(found.adjustment)
}

export function assertAdjustment(sent: unknown): Adjustment {
  const read = readAdjustment(sent)
  if (read.ok) return read.adjustment
  const { zh, en } = read.because
  throw new AppError('TEXT_MODEL_MALFORMED', { because: `${zh} · ${en}` })
}

async function publish(
  { storage, models, clock }: Needed,
  edition: Omit<TextModelEdition, 'number' | 'at'>,
): Promise<TextModelEdition> {
  const published = await storage.textModels.publish({ ...edition, at: clock.now() })
  await models.refresh()
  return published
}
