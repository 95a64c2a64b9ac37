/**
 * How a speech recogniser is reached: a service, or a program of this machine. Plain values, so that
 * they can be sent to a child process.
 */

/** OpenAI-compatible: `POST {url}/audio/transcriptions`. The sound leaves this process: opt-in. */
export interface SpeechEndpoint {
  readonly kind: 'endpoint'
  /** Up to `/v1`, e.g. `http://127.0.0.1:8000/v1`. */
  readonly url: string
  readonly model: string
  readonly key?: string
  /** ISO 639-1, when it is known beforehand; some services then hear better. */
  readonly language?: string
  /** For each stretch of ten minutes; after this the fact is missing. Default 300. */
  readonly seconds?: number
}

/** A program that prints what it heard: JSON with `segments`, WebVTT or SubRip. */
export interface SpeechCommand {
  readonly kind: 'command'
  readonly program: string
  /** `{wav}` stands for the path of the sound; without it the path comes last. */
  readonly args?: readonly string[]
  /** Default 600. */
  readonly seconds?: number
}

export type SpeechSettings = SpeechEndpoint | SpeechCommand
