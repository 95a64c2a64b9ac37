/**
 * Reads what recognisers answer: the `verbose_json` of transcription services, WebVTT or SubRip.
 *
 * Takes the text; returns the language and the words with their seconds, or null when it is none of
 * these. `{"text": "…"}` alone has no times and is one stretch as long as the sound. Languages come
 * as names or codes and go out as codes; unknown ones are `und`. Total.
 *
 * Source: https://platform.openai.com/docs/api-reference/audio, fields `language`, `segments`.
 */

import type { SpokenWords } from '@fangxing/contract'
import { parseTimedText } from '../clip/timed-text.ts'
import type { Transcript } from './recogniser.ts'

/** Names that services give, beside codes. */
const CODES: Readonly<Record<string, string>> = {
  ...{ chinese: 'zh', mandarin: 'zh', cantonese: 'yue', english: 'en', japanese: 'ja' },
  ...{ korean: 'ko', french: 'fr', german: 'de', spanish: 'es', russian: 'ru', arabic: 'ar' },
  ...{ uighur: 'ug', uyghur: 'ug', tibetan: 'bo', mongolian: 'mn', vietnamese: 'vi', thai: 'th' },
}

export function readTranscript(answer: string, seconds: number): Transcript | null {
  const trimmed = answer.trim()
  if (trimmed.startsWith('{')) return readJson(trimmed, seconds)
  const words = parseTimedText(trimmed)
  const isTimed = words.length > 0 || trimmed === '' || trimmed.startsWith('WEBVTT')
  return isTimed ? { language: 'und', words } : null
}

function readJson(text: string, seconds: number): Transcript | null {
  const parsed = parse(text)
  if (parsed === null) return null
  const language = toCode(parsed.language)
  if (Array.isArray(parsed.segments)) {
    return { language, words: parsed.segments.flatMap(toWords) }
  }
  if (typeof parsed.text !== 'string') return null
  const said = parsed.text.trim()
  return { language, words: said === '' ? [] : [{ from: 0, to: seconds, text: said }] }
}

function parse(text: string): Readonly<Record<string, unknown>> | null {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function toWords(segment: unknown): readonly SpokenWords[] {
  if (typeof segment !== 'object' || segment === null) return []
  const { start, end, text } = segment as Readonly<Record<string, unknown>>
  if (typeof start !== 'number' || typeof end !== 'number' || typeof text !== 'string') return []
  const said = text.trim()
  return said === '' ? [] : [{ from: start, to: Math.max(start, end), text: said }]
}

function toCode(language: unknown): string {
  const name = String(language ?? '').toLowerCase()
  return CODES[name] ?? (/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/.test(name) ? name : 'und')
}
