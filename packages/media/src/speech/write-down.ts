/**
 * Writes down what is said in a clip: stretch after stretch to the recogniser, put together again.
 *
 * Answers with the language of the first stretch that has words, and all words by time from the
 * start of the clip; or with the reason of the first stretch that failed, for half a transcript
 * would look like silence.
 */

import type { SpokenWords, Wording } from '@fangxing/contract'
import { describeEnding } from '../clip/describe-ending.ts'
import type { Ffmpeg } from '../clip/find-ffmpeg.ts'
import type { Bounds } from '../clip/run-bounded.ts'
import { ModelUnavailable } from '../observe/model-unavailable.ts'
import { extractSound, STRETCH_SECONDS } from './extract-sound.ts'
import type { Recogniser, Transcript } from './recogniser.ts'

export type WrittenDown =
  | { readonly ok: true; readonly speech: Transcript }
  | { readonly ok: false; readonly because: Wording }

/** Shorter than this nothing can be said. */
const MIN_SECONDS = 0.1

export async function writeDown(
  ffmpeg: Ffmpeg,
  path: string,
  recogniser: Recogniser,
  bounds: Bounds,
  signal?: AbortSignal,
): Promise<WrittenDown> {
  let language = 'und'
  const words: SpokenWords[] = []
  for (let from = 0; ; from += STRETCH_SECONDS) {
    const extracted = await extractSound(ffmpeg, path, from, bounds, signal)
    if (!extracted.ok) return { ok: false, because: describeEnding(extracted.ending) }
    if (extracted.seconds < MIN_SECONDS) break
    try {
      const transcript = await recogniser.transcribe(extracted.wav, signal)
      if (words.length === 0) language = transcript.language
      for (const word of transcript.words) {
        words.push({ ...word, from: word.from + from, to: word.to + from })
      }
    } catch (error) {
      return { ok: false, because: whyFailed(error) }
    }
    if (extracted.seconds < STRETCH_SECONDS - 1) break
  }
  return { ok: true, speech: { language, words } }
}

function whyFailed(error: unknown): Wording {
  if (error instanceof ModelUnavailable) return error.because
  return { zh: '语音识别没有给出结果。', en: 'The speech recogniser gave no answer.' }
}
