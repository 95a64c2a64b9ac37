/**
 * Opens a text model that a person named: `shipped`, or a file that `fangxing train` wrote.
 *
 * A file of another form, or learned upon another edition of the shipped model, is refused.
 */

import { AppError } from '@fangxing/contract'
import {
  type Adjustment,
  loadShippedModel,
  readAdjustment,
  type TextClassifier,
} from '@fangxing/text'
import { readTextFile } from '../input/read-text.ts'

const SHIPPED = 'shipped'

export async function openTextModel(path: string): Promise<TextClassifier> {
  const model = await loadShippedModel()
  if (path === SHIPPED) return model.classifier
  const adjustment = await readAdjustmentFile(path)
  if (adjustment.modelEdition !== model.edition) {
    throw new AppError('TEXT_MODEL_MISMATCHED', {
      file: path,
      expected: model.edition,
      found: adjustment.modelEdition,
    })
  }
  return model.adjust(adjustment)
}

export async function readAdjustmentFile(file: string): Promise<Adjustment> {
  const read = readAdjustment(parse(await readTextFile(file)))
  if (read.ok) return read.adjustment
  const { zh, en } = read.because
  throw new AppError('TEXT_MODEL_MALFORMED', { file, because: `${zh} · ${en}` })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
