/**
 * Reads SubRip and WebVTT: what subtitle tracks and speech recognisers write.
 *
 * Takes the text; returns the cues in order, in seconds, as plain words: tags are left out, lines of
 * one cue joined by a blank. What is no cue is passed over, so that any text gives a list.
 *
 * Source: WebVTT, W3C 2019, §4; SubRip has the same cues with a comma in its times.
 */

import type { SpokenWords } from '@fangxing/contract'

/** `[hh:]mm:ss.fff`, a comma for the point in SubRip, an arrow, and the same again. */
const TIMES =
  /^\s*(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s+-->\s+(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})/

export function parseTimedText(text: string): readonly SpokenWords[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .flatMap((block) => {
      const lines = block.split('\n')
      const at = lines.findIndex((line) => TIMES.test(line))
      const [, ...times] = TIMES.exec(lines[at] ?? '') ?? []
      const words = toPlain(lines.slice(at + 1).join(' '))
      if (at < 0 || words === '') return []
      return [{ from: toSeconds(times.slice(0, 4)), to: toSeconds(times.slice(4)), text: words }]
    })
}

function toSeconds([hours, minutes, seconds, fraction]: readonly (string | undefined)[]): number {
  const whole = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds)
  return whole + Number(`0.${fraction}`)
}

/** Tags of the two formats: `<i>`, `<00:01.5>`, `{\an8}`. */
function toPlain(text: string): string {
  return text
    .replace(/<[^>]*>|\{\\[^}]*\}/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
