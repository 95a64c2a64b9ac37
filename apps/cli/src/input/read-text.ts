/**
 * Reads a text file that a person named on the command line.
 *
 * Returns its text without a byte-order mark. The size is looked at before the bytes. What is no
 * UTF-8 or holds NUL is refused: it is a picture, an archive or another encoding, and judging its
 * replacement characters would answer a question that nobody asked.
 */

import { readFile, stat } from 'node:fs/promises'
import { AppError } from '@fangxing/contract'

/** More than any text that people publish; a whole book has about one MiB. */
const MAX_BYTES = 20 * 1024 * 1024

export async function readTextFile(path: string): Promise<string> {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    const code = cause.code === 'EACCES' ? 'FILE_UNREADABLE' : 'FILE_NOT_FOUND'
    throw new AppError(code, { file: path }, { cause })
  })
  if (found.size > MAX_BYTES) {
    throw new AppError('FILE_TOO_LARGE', { file: path, sizeBytes: found.size, maxBytes: MAX_BYTES })
  }
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new AppError('FILE_UNREADABLE', { file: path }, { cause })
  })
  return decodeText(bytes, path)
}

export function decodeText(bytes: Uint8Array, file: string): string {
  if (bytes.byteLength > MAX_BYTES) {
    throw new AppError('FILE_TOO_LARGE', {
      file,
      sizeBytes: bytes.byteLength,
      maxBytes: MAX_BYTES,
    })
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch (cause) {
    throw new AppError('TEXT_NOT_UTF8', { file }, { cause })
  }
  throw new AppError('TEXT_NOT_UTF8', { file })
}
