/**
 * Checks a file with one post a line and writes one verdict a line, in the same order.
 *
 * Holds one line, or as many as a server is asked about at once. A run that was ended goes on
 * where its output ends. Blank lines have no verdict; what cannot be read goes to a person.
 */

import type { BigIntStats } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { AppError, type Verdict, type Wording } from '@fangxing/contract'
import { EXIT, type ExitCode } from '../failure/exit-code.ts'
import { UsageError } from '../failure/usage-error.ts'
import type { Terminal } from '../terminal/terminal.ts'
import type { Judge } from './judge.ts'
import { foreign, type Output, openOutput } from './open-output.ts'
import { type Post, parsePost } from './parse-post.ts'
import { type Progress, startProgress } from './progress.ts'
import { type Line, readLines } from './read-lines.ts'
import { describeSummary } from './summary.ts'
import { total } from './tally.ts'
import { fingerprint, toUnjudgedLine, toVerdictLine, type WrittenLine } from './verdict-line.ts'

/** Twice the longest text that a server takes, with everything escaped. */
const MAX_LINE_BYTES = 8 * 1024 * 1024

export interface BulkOptions {
  readonly file: string
  readonly out: string
  readonly restart: boolean
  readonly format: 'text' | 'json'
}

interface Written {
  readonly verdict: Verdict
  readonly text: string
  readonly end: number
}

export async function checkFile(
  { file, out, restart, format }: BulkOptions,
  judge: Judge,
  terminal: Terminal,
): Promise<ExitCode> {
  const { size } = await lookAt(file)
  await assertNotWide(file)
  if (await isSameFile(file, out)) throw new UsageError(SAME_FILE)
  const output = await openOutput(out, restart)
  const before = total(output.tally)
  const progress = startProgress(Number(size), terminal)
  try {
    await checkLines({ file, out }, judge, output, progress)
  } finally {
    await output.close()
  }
  const { tally } = output
  const checked = total(tally) - before
  terminal.print(describeSummary({ out, tally, checked, format }, terminal))
  return tally.review + tally.reject === 0 ? EXIT.clean : EXIT.findings
}

const SAME_FILE = {
  zh: '--out 不能与 --file 是同一个文件。',
  en: '--out cannot be the same file as --file.',
}

/** Each half of its characters would be a line that cannot be read. */
async function assertNotWide(file: string): Promise<void> {
  const mark = Buffer.alloc(2)
  const handle = await open(file).catch((cause: unknown) => {
    throw new AppError('FILE_UNREADABLE', { file }, { cause })
  })
  await handle.read(mark).finally(() => handle.close())
  if (WIDE_MARKS.has(mark.readUInt16BE())) throw new AppError('TEXT_NOT_UTF8', { file })
}

/** The byte-order marks of UTF-16. */
const WIDE_MARKS = new Set([0xfeff, 0xfffe])

async function lookAt(file: string): Promise<BigIntStats> {
  return stat(file, { bigint: true }).catch((cause: unknown) => {
    throw new AppError('FILE_NOT_FOUND', { file }, { cause })
  })
}

/** Also by a link of either kind. */
async function isSameFile(file: string, out: string): Promise<boolean> {
  const [one, other] = [await lookAt(file), await lookAt(out).catch(() => null)]
  return other !== null && one.dev === other.dev && one.ino === other.ino
}

async function checkLines(
  { file, out }: Pick<BulkOptions, 'file' | 'out'>,
  judge: Judge,
  output: Output,
  progress: Progress,
): Promise<void> {
  const { last } = output
  if (last !== null && !isBy(judge, last)) throw foreign(out)
  let isContinued = last === null
  const asked: Promise<Written>[] = []
  const writeNext = async () => {
    const next = await asked.shift()
    if (next === undefined) return
    await output.write(next.text)
    output.tally[next.verdict] += 1
    progress.tell(next.end, output.tally)
  }

  for await (const line of readLines(file, MAX_LINE_BYTES)) {
    if (!isContinued && last !== null && line.number === last.number) {
      if (fingerprint(line.bytes) !== last.hash) throw foreign(out)
      isContinued = true
      continue
    }
    if (!isContinued || line.bytes?.byteLength === 0) continue
    asked.push(judgeLine(line, judge))
    // A failure is met when its turn comes: nobody may miss it meanwhile.
    asked.at(-1)?.catch(() => {})
    if (asked.length >= judge.concurrency) await writeNext()
  }
  if (!isContinued) throw foreign(out)
  while (asked.length > 0) await writeNext()
}

function isBy({ name, edition }: Judge, last: WrittenLine): boolean {
  return last.judge === name && (edition === null || last.edition === edition)
}

async function judgeLine({ number, bytes, end }: Line, judge: Judge): Promise<Written> {
  const head = { number, hash: fingerprint(bytes), judge: judge.name }
  const toReview = (id: Post['id'], because: Wording): Written => {
    return { verdict: 'review', text: toUnjudgedLine(head, id, judge.edition ?? '', because), end }
  }
  const parsed = parsePost(bytes)
  if (!parsed.ok) return toReview(null, parsed.because)
  const judged = await judge.judge(parsed.post)
  if ('because' in judged) return toReview(parsed.post.id, judged.because)
  return { verdict: judged.verdict, text: toVerdictLine(head, parsed.post, judged), end }
}
