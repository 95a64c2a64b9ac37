/**
 * The output of a batch as a file of lines: begun, or gone on with after whatever ended an earlier run.
 *
 * A last line without its break was cut off and is written again; what does not begin as our lines do is
 * somebody else's, and refused. Each line is in the file before the next material is begun.
 */

import { AppError } from '@fangxing/contract'
import { readLines } from '../bulk/read-lines.ts'
import { UsageError } from '../failure/usage-error.ts'
import { continueFile, isCutOff } from '../output/write-file.ts'
import { BEGINNING, type FailedAudit, type KeptAudit, readLine } from './audit-line.ts'

/** An audit with every finding of a hundred screens stays far below. */
const MAX_LINE_BYTES = 64 * 1024 * 1024

export interface LinesFile {
  /** Of earlier runs, in their order. */
  readonly earlier: readonly (KeptAudit | FailedAudit)[]
  write(line: string): Promise<void>
  close(): Promise<void>
}

export async function openLines(file: string, restart: boolean): Promise<LinesFile> {
  const { earlier, end } = restart ? { earlier: [], end: 0 } : await readBack(file)
  const { append, close } = await continueFile(file, end)
  return { earlier, write: (line) => append(`${line}\n`), close }
}

async function readBack(file: string) {
  const earlier: (KeptAudit | FailedAudit)[] = []
  let end = 0
  try {
    for await (const line of readLines(file, MAX_LINE_BYTES)) {
      if (!line.isWhole && isCutOff(line.bytes, BEGINNING)) break
      const read = line.bytes === null ? null : readLine(new TextDecoder().decode(line.bytes))
      if (read === null) throw foreign(file)
      earlier.push(read)
      end = line.end
    }
  } catch (error) {
    if (error instanceof AppError && error.code === 'FILE_NOT_FOUND') return { earlier, end: 0 }
    throw error
  }
  return { earlier, end }
}

function foreign(file: string): UsageError {
  return new UsageError({
    zh: `${file} 不是批量审核的结果。请换一个 --out，或用 --restart 重新开始。`,
    en: `${file} does not hold audits. Name another --out, or begin anew with --restart.`,
  })
}
