/**
 * What the operator configures of the media engine, from the environment; given as a value: this
 * file reads none itself.
 */

import { AppError } from '@fangxing/contract'
import type { MediaPoolSettings, SpeechSettings } from '@fangxing/media'

export type MediaSettings = Pick<MediaPoolSettings, 'workers' | 'speech' | 'cacheDirectory'>

/**
 * FANGXING_MEDIA_WORKERS; FANGXING_MEDIA_CACHE, a folder; FANGXING_SPEECH_URL with
 * FANGXING_SPEECH_MODEL and FANGXING_SPEECH_KEY, or FANGXING_SPEECH_COMMAND, a program that prints
 * what it heard. Throws SETTING_MALFORMED.
 */
export function readMediaEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): MediaSettings {
  const { FANGXING_MEDIA_WORKERS: workers, FANGXING_MEDIA_CACHE: cacheDirectory } = env
  const speech = readSpeech(env)
  return {
    ...(workers ? { workers: readCount(workers) } : {}),
    ...(cacheDirectory ? { cacheDirectory } : {}),
    ...(speech === null ? {} : { speech }),
  }
}

/** Each worker is a process with the models in it. */
const MOST_WORKERS = 64

function readCount(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1 && count <= MOST_WORKERS) return count
  throw malformed(`FANGXING_MEDIA_WORKERS is no number from 1 to ${MOST_WORKERS}: ${text}`)
}

function readSpeech(env: Readonly<Record<string, string | undefined>>): SpeechSettings | null {
  const { FANGXING_SPEECH_URL: url, FANGXING_SPEECH_COMMAND: command } = env
  if (url && command) {
    throw malformed('FANGXING_SPEECH_URL and FANGXING_SPEECH_COMMAND are both set: one is enough')
  }
  if (command) return { kind: 'command', program: command }
  if (!url) return null
  if (!URL.canParse(url)) throw malformed(`FANGXING_SPEECH_URL is no address: ${url}`)
  const { FANGXING_SPEECH_MODEL: model = 'whisper-1', FANGXING_SPEECH_KEY: key } = env
  return { kind: 'endpoint', url, model, ...(key ? { key } : {}) }
}

function malformed(because: string): AppError {
  return new AppError('SETTING_MALFORMED', { because })
}
