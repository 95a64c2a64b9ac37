/** Files that commands write. What the system refuses is FILE_UNWRITABLE, with the system's own code. */

import { open, truncate, writeFile } from 'node:fs/promises'
import { AppError } from '@fangxing/contract'

export function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  return writing(file, writeFile(file, content))
}

/** A file that is written on behind what is kept of it. */
export interface Continued {
  append(text: string): Promise<void>
  close(): Promise<void>
}

/** What lies behind `end` bytes is cut off. */
export async function continueFile(file: string, end: number): Promise<Continued> {
  const handle = await writing(file, open(file, 'a'))
  await writing(file, truncate(file, end))
  return {
    append: (text) => writing(file, handle.appendFile(text)),
    close: () => handle.close(),
  }
}

/** Whether a last line without its break may be one of ours that was cut off, however short: they begin so. */
export function isCutOff(line: Uint8Array | null, beginning: string): boolean {
  const begun = Buffer.from(line?.subarray(0, beginning.length) ?? []).toString('utf8')
  return line !== null && beginning.startsWith(begun)
}

async function writing<Result>(file: string, work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (cause) {
    const because = (cause as NodeJS.ErrnoException).code
    throw new AppError('FILE_UNWRITABLE', { file, because }, { cause })
  }
}
