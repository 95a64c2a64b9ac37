/**
 * The output of a bulk check: begun, or gone on with after whatever ended an earlier run.
 *
 * The file itself is the progress. A last line without its break was cut off and is written again; what
 * does not begin as our lines do is somebody else's, and stays as it is.
 * Lines are written some at a time; what is not in the file yet is checked again by the next run.
 */

import { AppError } from '@fangxing/contract'
import { UsageError } from '../failure/usage-error.ts'
import { continueFile, isCutOff } from '../output/write-file.ts'
import { readLines } from './read-lines.ts'
import { newTally, type Tally } from './tally.ts'
import { BEGINNING, readHead, type WrittenLine } from './verdict-line.ts'

const WRITE_AT_LENGTH = 64 * 1024
/** A verdict with every hit of a long text; only its head is read back. */
const MAX_LINE_BYTES = 64 * 1024 * 1024

export interface Output {
  /** The last line of an earlier run; null at the beginning. */
  readonly last: WrittenLine | null
  /** Of everything that is in it, earlier runs included. */
  readonly tally: Tally
  write(line: string): Promise<void>
  /** Writes what is held back. */
  close(): Promise<void>
}

export async function openOutput(file: string, restart: boolean): Promise<Output> {
  const { last, tally, end } = restart ? EMPTY() : await readBack(file)
  const output = await continueFile(file, end)
  let held: string[] = []
  let length = 0

  async function flush(): Promise<void> {
    const text = held.join('')
    held = []
    length = 0
    if (text !== '') await output.append(text)
  }

  return {
    last,
    tally,
    async write(line) {
      held.push(line)
      length += line.length
      if (length >= WRITE_AT_LENGTH) await flush()
    },
    async close() {
      await flush().finally(output.close)
    },
  }
}

const EMPTY = () => ({ last: null, tally: newTally(), end: 0 })

async function readBack(file: string) {
  const tally = newTally()
  let last: WrittenLine | null = null
  let end = 0
  try {
    for await (const line of readLines(file, MAX_LINE_BYTES)) {
      if (!line.isWhole && isCutOff(line.bytes, BEGINNING)) break
      last = readHead(line.bytes)
      if (last === null) throw foreign(file)
      tally[last.verdict] += 1
      end = line.end
    }
  } catch (error) {
    if (error instanceof AppError && error.code === 'FILE_NOT_FOUND') return EMPTY()
    throw error
  }
  return { last, tally, end }
}

export function foreign(file: string): UsageError {
  return new UsageError({
    zh: `${file} 不是这份输入、这个词库的结果。请换一个 --out，或用 --restart 重新开始。`,
    en: `${file} does not hold verdicts on this input by this lexicon. Name another --out, or begin anew with --restart.`,
  })
}
