/**
 * A recogniser behind an OpenAI-compatible transcription endpoint.
 *
 * One request for each stretch of sound, as a form with the file; asks for segments with times. Never
 * follows a redirect, reads at most 4 MB, does not retry. Time-out, refusal and unreadable answers
 * reject with the reason: nothing is taken for silence.
 *
 * Source: https://platform.openai.com/docs/api-reference/audio/createTranscription
 */

import type { Wording } from '@fangxing/contract'
import { postToModel } from '../endpoint/post-to-model.ts'
import { ModelUnavailable } from '../observe/model-unavailable.ts'
import { readTranscript } from './read-transcript.ts'
import type { Recogniser } from './recogniser.ts'
import type { SpeechEndpoint } from './speech-settings.ts'
import { secondsOf } from './wav.ts'

const MAX_REPLY = 4 * 1024 * 1024
const DEFAULT_SECONDS = 300

export function askEndpoint(settings: SpeechEndpoint): Recogniser {
  return {
    edition: settings.model,
    async transcribe(wav, signal) {
      const reply = await post(settings, wav, signal)
      const transcript = readTranscript(reply, secondsOf(wav))
      if (transcript === null) throw new ModelUnavailable(UNREADABLE)
      return transcript
    },
  }
}

async function post(
  { url, key, model, language, seconds = DEFAULT_SECONDS }: SpeechEndpoint,
  wav: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob([Buffer.from(wav)], { type: 'audio/wav' }), 'sound.wav')
  form.set('model', model)
  form.set('response_format', 'verbose_json')
  form.set('timestamp_granularities[]', 'segment')
  if (language !== undefined) form.set('language', language)
  const request = {
    path: '/audio/transcriptions',
    body: form,
    seconds,
    maxReply: MAX_REPLY,
    name: NAME,
  }
  return postToModel({ url, key }, request, signal)
}

const NAME: Wording = { zh: '语音识别', en: 'transcription' }

const UNREADABLE: Wording = {
  zh: '语音识别接口的回答不是要求的格式',
  en: 'the transcription endpoint did not answer in the asked form',
}
