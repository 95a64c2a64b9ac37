/**
 * The package as readable text: decodes a file when it is first asked for, and remembers what
 * could not be read.
 *
 * Only files that are asked for can become unreadable, so a picture is never one. Lines and
 * columns count from 1, columns in UTF-16 units. Pure: the bytes come from the caller.
 */

import type { FilePlace, PackageFiles, UnreadableFile, Wording } from '@fangxing/contract'
import { BINARY, NOT_UTF8 } from '../because.ts'

export interface SourceFile {
  readonly path: string
  readonly text: string
  /** Offset of the first character of each line. */
  readonly lineStarts: readonly number[]
}

export interface SourceTree {
  readonly has: (path: string) => boolean
  /** The text of a file, or nothing when it is absent or unreadable. */
  readonly read: (path: string) => SourceFile | undefined
  /** The text of a file that may be no text at all, for a search: never refused, not remembered. */
  readonly peek: (path: string) => string
  readonly sizeOf: (path: string) => number
  readonly refuse: (path: string, because: Wording) => void
  readonly paths: () => readonly string[]
  readonly refused: () => readonly UnreadableFile[]
}

interface TextDecoding {
  readonly decode: (bytes: Uint8Array) => string
}

/** Part of every JavaScript runtime, though not of the language: the one decoder that refuses. */
const { TextDecoder } = globalThis as unknown as {
  readonly TextDecoder: new (label: string, options: { readonly fatal: boolean }) => TextDecoding
}

export function openSourceTree(files: PackageFiles): SourceTree {
  const read = new Map<string, SourceFile | undefined>()
  const refused = new Map<string, Wording>()

  function readOnce(path: string): SourceFile | undefined {
    const bytes = files.get(path)
    if (bytes === undefined) return undefined
    const decoded = decodeText(bytes)
    if ('text' in decoded) return { path, text: decoded.text, lineStarts: findLines(decoded.text) }
    refused.set(path, decoded.because)
    return undefined
  }

  return {
    has: (path) => files.has(path),
    read(path) {
      if (!read.has(path)) read.set(path, readOnce(path))
      return read.get(path)
    },
    peek(path) {
      const decoded = decodeText(files.get(path) ?? new Uint8Array())
      return 'text' in decoded ? decoded.text : ''
    },
    sizeOf: (path) => files.get(path)?.byteLength ?? 0,
    refuse: (path, because) => refused.set(path, because),
    paths: () => [...files.keys()].sort(),
    refused: () =>
      [...refused]
        .map(([file, because]) => ({ file, because }))
        .sort((a, b) => compare(a.file, b.file)),
  }
}

export function placeAt(source: SourceFile, offset: number): FilePlace {
  let low = 0
  let high = source.lineStarts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const column = offset - (source.lineStarts[low] ?? 0) + 1
  return { kind: 'file', file: source.path, line: low + 1, column }
}

function decodeText(bytes: Uint8Array): { text: string } | { because: Wording } {
  if (bytes.subarray(0, 4096).includes(0)) return { because: BINARY }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { because: NOT_UTF8 }
  }
}

function findLines(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** File order, then line, then column. */
export function comparePlaces(a: FilePlace, b: FilePlace): number {
  return compare(a.file, b.file) || a.line - b.line || a.column - b.column
}
