/**
 * Does the work of `fangxing verify`: opens the record, reads every event of every release and every
 * act of people, and says whether both hold.
 */

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { AppError, type Wording } from '@fangxing/contract'
import { findRunningDatabase } from '@fangxing/server'
import {
  type ActsReport,
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

interface Reports {
  readonly chain: ChainReport
  readonly acts: ActsReport
}

export async function verify(options: VerifyOptions, terminal: Terminal): Promise<ExitCode> {
  const { chain, acts } = await readReports(options, terminal)
  terminal.print(terminal.words(describeChain(chain)))
  terminal.print(terminal.words(describeActs(acts)))
  const holds = chain.firstBroken === null && acts.firstBroken === null
  return holds ? EXIT.clean : EXIT.findings
}

function describeChain({ firstBroken, releases, events, digest }: ChainReport): Wording {
  if (firstBroken === null) {
    return {
      zh: `事件链完整：${releases} 个版本，${events} 条事件，摘要 ${digest}`,
      en: `The chain holds: ${releases} releases, ${events} events, digest ${digest}`,
    }
  }
  const { releaseId, seq, because } = firstBroken
  return {
    zh: `事件链断裂：版本 ${releaseId} 第 ${seq} 条，${BECAUSE[because].zh}`,
    en: `The chain is broken: release ${releaseId}, event ${seq}: ${BECAUSE[because].en}`,
  }
}

function describeActs({ acts, head, firstBroken }: ActsReport): Wording {
  if (firstBroken === null) {
    return {
      zh: `操作记录完整：${acts} 条，末尾 ${head}`,
      en: `The acts hold: ${acts}, the last is ${head}`,
    }
  }
  return {
    zh: `操作记录断裂：第 ${firstBroken} 条与前文不接`,
    en: `The acts are broken: number ${firstBroken} does not follow the one before it`,
  }
}

/** From the database that serves this directory now, or else by starting it for the while. */
async function readReports(
  { data, databaseUrl }: VerifyOptions,
  terminal: Terminal,
): Promise<Reports> {
  if (databaseUrl !== undefined) return readReportsFrom(databaseUrl)

  const directory = resolve(data)
  // Looking must not make what it looks for.
  if (!existsSync(directory)) throw new AppError('FILE_NOT_FOUND', { file: data })
  const running = await findRunningDatabase(directory)
  if (running !== null) {
    const report = await readReportsFrom(running).catch(unlessUnavailable)
    if (report !== null) return report
  }

  const postgres = await startEmbeddedPostgres({
    directory,
    log: (line) => terminal.complain(terminal.words(line)),
  })
  try {
    return await readReportsFrom(postgres.url)
  } finally {
    await postgres.stop()
  }
}

/** A server that was killed leaves the name of a database that is gone. */
function unlessUnavailable(error: unknown): null {
  if (error instanceof AppError && error.code === 'STORAGE_UNAVAILABLE') return null
  throw error
}

async function readReportsFrom(url: string): Promise<Reports> {
  const storage = await openStorage({ url })
  try {
    return { chain: await storage.verifyChain(), acts: await storage.acts.verify() }
  } finally {
    await storage.close()
  }
}
