/**
 * What turns speech into words. None is shipped: a caller brings an endpoint or a command.
 *
 * Takes one stretch of sound as WAV, 16 kHz, mono, 16 bits; answers with the language and with what
 * was said when, in seconds from the start of that stretch. Rejects
 * with `ModelUnavailable` when it cannot answer; the fact is then missing, with the reason.
 */

import type { SpokenWords, Wording } from '@fangxing/contract'

export interface Transcript {
  /** BCP 47, e.g. `zh`; `und` when the recogniser does not say. */
  readonly language: string
  readonly words: readonly SpokenWords[]
}

export interface Recogniser {
  /** Name and version, part of the edition: `endpoint:whisper-1`. */
  readonly edition: string
  transcribe(wav: Uint8Array, signal?: AbortSignal): Promise<Transcript>
}

export const NO_RECOGNISER: Wording = {
  zh: '没有配置语音识别。请配置一个兼容 OpenAI 的转写接口或一条本机命令。',
  en: 'No speech recogniser is configured. Add an OpenAI-compatible transcription endpoint or a local command.',
}
