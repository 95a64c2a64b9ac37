/**
 * Reads and assesses packages in a few processes beside this one.
 *
 * A package may crash the parser, fill the memory or never come to an end. Then the process that
 * read it is gone, the package is answered with `PACKAGE_ASSESSMENT_CRASHED`, once and without
 * another try, and the next package gets another process. Time counts from when a process takes the
 * package. Processes start with the first package and end a while after the last.
 */

import type { ProgramAssessment } from '@fangxing/assessment'
import { AppError, type Judgement, type SubmissionFacts } from '@fangxing/contract'
import type { ProgramObservations } from '@fangxing/miniprogram'
import type { Rule } from '@fangxing/policy'
import type { Log } from '../log.ts'
import { ReaderPool } from './reader-pool.ts'
import type { Answer, ListedTerms, PackageSource, ProgramKind } from './tasks.ts'

export interface AssessorOptions {
  readonly processes: number
  readonly timeoutMs: number
  readonly maxMemoryMb: number
  readonly log: Log
  /** How long a process waits for another package. A minute unless given. */
  readonly idleMs?: number
  /** The program of a process. The engines unless given; tests give a hostile one. */
  readonly entry?: URL
}

export interface Assessing {
  /** The zip, or the files of it. */
  readonly archive: PackageSource
  readonly facts: SubmissionFacts
  readonly terms: ListedTerms
}

export interface Assessor {
  assess(assessing: Assessing): Promise<ProgramAssessment>
  /** What the engine sees in a package; only the kinds that are named. */
  observe<Kind extends ProgramKind>(
    archive: PackageSource,
    kinds: readonly Kind[],
  ): Promise<Pick<ProgramObservations, Kind>>
  /** What rules without a lexicon answer to a package, once for each way of handing it in. */
  judge(
    archive: PackageSource,
    rules: readonly Rule[],
    submissions: readonly SubmissionFacts[],
  ): Promise<readonly (readonly Judgement[])[]>
  /** Ends every process. What waits or runs is refused with `AssessorClosed`. */
  close(): Promise<void>
}

/**
 * Machine reviews run one after the other, so the second process is free for an upload. The largest
 * program we know takes 7 s on a slow machine, and less than half of the memory.
 */
export const assessorLimits = { processes: 2, timeoutMs: 60_000, maxMemoryMb: 1024 } as const

const IDLE_MS = 60_000
const ENGINES = new URL('./child-main.ts', import.meta.url)

export function openAssessor(options: AssessorOptions): Assessor {
  const pool = new ReaderPool({ idleMs: IDLE_MS, entry: ENGINES, ...options })
  return {
    async assess({ archive, facts, terms }) {
      const { edition, list } = terms
      const task = { kind: 'assess', source: archive, facts, edition, terms: list } as const
      return unwrap(await pool.ask(task)) as ProgramAssessment
    },
    async observe(archive, kinds) {
      const task = { kind: 'observe', source: archive, kinds } as const
      return unwrap(await pool.ask(task)) as ProgramObservations
    },
    async judge(archive, rules, submissions) {
      const ruleIds = rules.map(({ id }) => id)
      const task = { kind: 'judge', source: archive, ruleIds, submissions } as const
      return unwrap(await pool.ask(task)) as Awaited<ReturnType<Assessor['judge']>>
    },
    close: () => pool.close(),
  }
}

function unwrap(answer: Answer): unknown {
  switch (answer.kind) {
    case 'value':
      return answer.value
    case 'refusal':
      throw new AppError(answer.code, answer.details)
    case 'fault':
      throw new Error(answer.said)
  }
}
