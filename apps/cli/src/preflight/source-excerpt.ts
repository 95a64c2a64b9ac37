/** A few lines around a place of a package, for a report that is read away from the source. */

import type { PackageFiles, Place } from '@fangxing/contract'
import { toPrintable } from '../terminal/printable.ts'

export interface ExcerptLine {
  readonly number: number
  readonly text: string
  readonly isMeant: boolean
}

const LINES_AROUND = 3
/** A line of a minified file is not worth more. */
const MAX_LENGTH = 240

export type ExcerptOf = (place: Place) => readonly ExcerptLine[]

/** Decodes each file once; nothing for a place that is in no file. */
export function excerptsFrom(files: PackageFiles): ExcerptOf {
  const read = new Map<string, readonly string[]>()
  return (place) => {
    if (place.kind !== 'file') return []
    const lines = read.get(place.file) ?? linesOf(files.get(place.file))
    read.set(place.file, lines)
    const from = Math.max(0, place.line - 1 - LINES_AROUND)
    return lines.slice(from, place.line + LINES_AROUND).map((text, at) => ({
      number: from + at + 1,
      text: shorten(toPrintable(text.replace(/\r$/, '').replaceAll('\t', '  '))),
      isMeant: from + at + 1 === place.line,
    }))
  }
}

function linesOf(bytes: Uint8Array | undefined): readonly string[] {
  return bytes === undefined ? [] : new TextDecoder().decode(bytes).split('\n')
}

function shorten(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text
}
