/** Does the work of `fangxing verify`: opens the record, reads every event, says whether it holds. */

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { AppError, type Wording } from '@fangxing/contract'
import { findRunningDatabase } from '@fangxing/server'
import {
  type BrokenBecause,
  type ChainReport,
  openStorage,
  startEmbeddedPostgres,
} from '@fangxing/storage'
import { EXIT, type ExitCode } from '../failure/exit-code.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface VerifyOptions {
  readonly data: string
  readonly databaseUrl?: string
}

const BECAUSE: Readonly<Record<BrokenBecause, Wording>> = {
  altered: { zh: '内容与哈希不符，写入后被改动', en: 'its content does not match its hash' },
  unlinked: {
    zh: '与上一条不相接，中间被删除或插入',
    en: 'it does not follow the one before: one was taken out or put in',
  },
  state: { zh: '状态与事件推算的不一致', en: 'the state is not the one that the events lead to' },
  unreadable: { zh: '读不出来', en: 'it cannot be read' },
}

export async function verify(options: VerifyOptions, terminal: Terminal): Promise<ExitCode> {
  const report = await readReport(options, terminal)
  const { firstBroken, releases, events, digest } = report
  if (firstBroken === null) {
    terminal.print(
      terminal.words({
        zh: `事件链完整：${releases} 个版本，${events} 条事件，摘要 ${digest}`,
        en: `The chain holds: ${releases} releases, ${events} events, digest ${digest}`,
      }),
    )
    return EXIT.clean
  }
  const { releaseId, seq, because } = firstBroken
  terminal.print(
    terminal.words({
      zh: `事件链断裂：版本 ${releaseId} 第 ${seq} 条，${BECAUSE[because].zh}`,
      en: `The chain is broken: release ${releaseId}, event ${seq}: ${BECAUSE[because].en}`,
    }),
  )
  return EXIT.findings
}

/** From the database that serves this directory now, or else by starting it for the while. */
async function readReport(
  { data, databaseUrl }: VerifyOptions,
  terminal: Terminal,
): Promise<ChainReport> {
  if (databaseUrl !== undefined) return readReportFrom(databaseUrl)

  const directory = resolve(data)
  // Looking must not make what it looks for.
  if (!existsSync(directory)) throw new AppError('FILE_NOT_FOUND', { file: data })
  const running = await findRunningDatabase(directory)
  if (running !== null) {
    const report = await readReportFrom(running).catch(unlessUnavailable)
    if (report !== null) return report
  }

  const postgres = await startEmbeddedPostgres({
    directory,
    log: (line) => terminal.complain(terminal.words(line)),
  })
  try {
    return await readReportFrom(postgres.url)
  } finally {
    await postgres.stop()
  }
}

/** A server that was killed leaves the name of a database that is gone. */
function unlessUnavailable(error: unknown): null {
  if (error instanceof AppError && error.code === 'STORAGE_UNAVAILABLE') return null
  throw error
}

async function readReportFrom(url: string): Promise<ChainReport> {
  const storage = await openStorage({ url })
  try {
    return await storage.verifyChain()
  } finally {
    await storage.close()
  }
}
