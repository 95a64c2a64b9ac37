/**
 * The learned models that a picture may be shown to. Each is a value that may be absent: the facts
 * that need it are then missing, with a sentence that says how to add it, and the rest is measured.
 */

import type { ClassScore, SeenWords, VisionAnswer } from '@fangxing/contract'
import type { DecodedPicture } from '../picture/decode.ts'

/** Reads the words in a picture. Boxes are in picture pixels; lines come from top to bottom. */
export interface WordReader {
  /** Name and version, part of the edition, e.g. `ppocr-v4`. */
  readonly edition: string
  read(picture: DecodedPicture, signal?: AbortSignal): Promise<readonly SeenWords[]>
}

/** Scores a picture by class, e.g. nudity. */
export interface ClassModel {
  readonly edition: string
  score(picture: DecodedPicture, signal?: AbortSignal): Promise<readonly ClassScore[]>
}

/** Puts the operator's questions about a picture to a model that is elsewhere. Rejects on time-out. */
export interface VisionModel {
  readonly edition: string
  ask(picture: DecodedPicture, signal?: AbortSignal): Promise<readonly VisionAnswer[]>
}

export interface PictureModels {
  readonly words?: WordReader
  readonly classes?: ClassModel
  readonly vision?: VisionModel
}
