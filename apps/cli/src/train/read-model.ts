/**
 * Opens a text model that a person named: `shipped`, or a file that `fangxing train` wrote.
 *
 * A file of another form, or learned upon another edition of the shipped model, is refused.
 */

import { AppError } from '@fangxing/contract'
import { type Adjustment, loadShippedModel, type TextClassifier } from '@fangxing/text'
import { z } from 'zod'
import { readTextFile } from '../input/read-text.ts'

const SHIPPED = 'shipped'

/** What must be right for the layer to be applied; the report is not looked at. */
const shape = z.object({
  kind: z.literal('text-adjustment'),
  edition: z.string(),
  modelEdition: z.string(),
  scale: z.number(),
  biases: z.array(z.number()),
  weights: z.string(),
  report: z.unknown(),
})

export async function openTextModel(path: string): Promise<TextClassifier> {
  const model = await loadShippedModel()
  if (path === SHIPPED) return model.classifier
  const adjustment = await readAdjustment(path)
  if (adjustment.modelEdition !== model.edition) {
    throw new AppError('TEXT_MODEL_MISMATCHED', {
      file: path,
      expected: model.edition,
      found: adjustment.modelEdition,
    })
  }
  return model.adjust(adjustment)
}

export async function readAdjustment(file: string): Promise<Adjustment> {
  const parsed = shape.safeParse(parse(await readTextFile(file)))
  if (!parsed.success) throw new AppError('TEXT_MODEL_MALFORMED', { file })
  return parsed.data as Adjustment
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
