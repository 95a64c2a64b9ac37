/**
 * The lines of a file of any size, one at a time, without their line breaks.
 *
 * A line above the limit is told as null and not held; memory is one line and one block. Bytes come
 * as they are: whether they are text is for whoever reads them. `\r\n` ends a line as `\n` does.
 */

import { createReadStream } from 'node:fs'
import { AppError } from '@fangxing/contract'

export interface Line {
  /** From 1. */
  readonly number: number
  /** Null: longer than the limit. */
  readonly bytes: Uint8Array | null
  /** Of the file, just behind this line and its break. */
  readonly end: number
  /** False for a last line without a break. */
  readonly isWhole: boolean
}

const BREAK = 10
const RETURN = 13

export async function* readLines(file: string, maxBytes: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let length = 0
  let number = 0
  let end = 0

  const keep = (part: Uint8Array) => {
    length += part.byteLength
    if (length <= maxBytes) parts.push(part)
    else parts = []
  }
  const take = (isWhole: boolean): Line => {
    number += 1
    end += length + Number(isWhole)
    const bytes = length > maxBytes ? null : withoutReturn(Buffer.concat(parts))
    parts = []
    length = 0
    return { number, bytes, end, isWhole }
  }

  try {
    for await (const block of createReadStream(file) as AsyncIterable<Buffer>) {
      let from = 0
      for (let at = block.indexOf(BREAK); at >= 0; at = block.indexOf(BREAK, from)) {
        keep(block.subarray(from, at))
        yield take(true)
        from = at + 1
      }
      keep(block.subarray(from))
    }
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    throw new AppError(code ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE', { file }, { cause })
  }
  if (length > 0) yield take(false)
}

function withoutReturn(bytes: Buffer): Uint8Array {
  return bytes.at(-1) === RETURN ? bytes.subarray(0, -1) : bytes
}
