/**
 * The shipped model, loaded when first asked for: it is some megabytes of text in a module of its own,
 * so that matching words does not pay for it.
 */

import {
  type Adjustment,
  adjustClassifier,
  type ReviewedText,
  trainAdjustment,
} from './adjustment.ts'
import { drawBackground } from './background.ts'
import { decodeBytes } from './base64.ts'
import { openModel, type TextClassifier } from './classifier.ts'
import { readModel } from './model.ts'

/** Ordinary texts that every training sees beside the samples. */
const BACKGROUND_COUNT = 2000

export interface ShippedModel {
  readonly edition: string
  /** What the model says by itself. */
  readonly classifier: TextClassifier
  /** Learns a layer from reviewed texts; see `adjustment.ts`. */
  trainAdjustment(texts: readonly ReviewedText[]): Adjustment
  /** The model with such a layer on top; dropping the layer is using `classifier` again. */
  adjust(adjustment: Adjustment): TextClassifier
}

export async function loadShippedModel(): Promise<ShippedModel> {
  const { BYTES, EDITION } = await import('./weights.generated.ts')
  const { ORDINARY_WORDS } = await import('../words/ordinary-words.generated.ts')
  const model = readModel(decodeBytes(BYTES))
  return {
    edition: EDITION,
    classifier: openModel(model, EDITION),
    trainAdjustment: (texts) =>
      trainAdjustment(model, EDITION, texts, drawBackground(ORDINARY_WORDS, BACKGROUND_COUNT)),
    adjust: (adjustment) => adjustClassifier(model, EDITION, adjustment),
  }
}
