/**
 * From settings, which can be sent to another process, to models, which cannot.
 *
 * Nothing is read from disk here: each model loads its weights at its first picture.
 */

import { createClassModel } from '../classes/class-model.ts'
import type { PictureModels } from '../observe/picture-models.ts'
import type { Recogniser } from '../speech/recogniser.ts'
import { createVisionModel } from '../vision/vision-model.ts'
import type { VisionSettings } from '../vision/vision-settings.ts'
import { createWordReader } from '../words/word-reader.ts'

export interface ModelSettings {
  /** Read the words in pictures. Default true. */
  readonly words?: boolean
  /** Score pictures by class. Default true. */
  readonly classes?: boolean
  /** A vision endpoint. Without one `answers` is missing. */
  readonly vision?: VisionSettings
}

export function loadModels({ words = true, classes = true, vision }: ModelSettings): PictureModels {
  return {
    ...(words && { words: createWordReader() }),
    ...(classes && { classes: createClassModel() }),
    ...(vision && { vision: createVisionModel(vision) }),
  }
}

/** Names and versions of what may see differently from one release to the next. */
export function editionOf(models: PictureModels, recogniser?: Recogniser): string {
  const all = [models.words, models.classes, models.vision, recogniser]
  const parts = all.map((model) => model?.edition)
  return [ENGINE_EDITION, ...parts.filter((part) => part !== undefined)].join('+')
}

/** Raised whenever a measure may answer otherwise than before: cached facts are then not used. */
const ENGINE_EDITION = 'media-1'
