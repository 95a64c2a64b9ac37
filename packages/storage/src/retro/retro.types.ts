/** Retro-scans: the rules of today over versions that were launched under those of their day. */

import type { Outcome, Verdict } from '@fangxing/contract'
import type { Page, PageRequest } from '../page.types.ts'

export interface RetroScan {
  readonly id: string
  /** In shadow nothing but the results is written. */
  readonly shadow: boolean
  readonly startedBy: string
  readonly startedAt: number
  /** Null while some version has not been looked at. */
  readonly finishedAt: number | null
  readonly progress: RetroProgress
}

export interface RetroProgress {
  readonly total: number
  readonly looked: number
  /** Versions of which a rule of today holds something that was not held when they were reviewed. */
  readonly worse: number
  readonly reopened: number
  readonly failed: number
}

/** What a rule answered then and answers now; null where it was not asked. */
export interface RuleChange {
  readonly ruleId: string
  readonly before: Outcome['kind'] | null
  readonly after: Outcome['kind'] | null
}

export interface RetroOutcome {
  readonly storedVerdict: Verdict | null
  readonly storedEdition: string | null
  readonly verdict: Verdict | null
  readonly edition: string | null
  readonly isWorse: boolean
  readonly changes: readonly RuleChange[]
  /** Whether a re-examination was opened for it. */
  readonly reopened: boolean
  /** Why it could not be looked at; null when it was. */
  readonly failed: string | null
}

export interface RetroResult extends RetroOutcome {
  readonly releaseId: string
}

export interface RetroScans {
  /** Takes down every version that serves now; the scan looks at these and no later ones. */
  start(scan: Pick<RetroScan, 'shadow' | 'startedBy' | 'startedAt'>): Promise<RetroScan>
  find(id: string): Promise<RetroScan | null>
  list(request?: PageRequest): Promise<Page<RetroScan>>
  /** The ids of scans that have not finished. */
  unfinished(): Promise<readonly string[]>
  /** The next version that was not looked at; null when there is none. */
  next(id: string): Promise<string | null>
  /** False when somebody else has kept a result for it already. */
  keep(id: string, result: RetroResult): Promise<boolean>
  finish(id: string, at: number): Promise<void>
  /** What was found, newest version first; `worse` leaves the others out. */
  results(
    id: string,
    request: PageRequest & { readonly worse: boolean },
  ): Promise<Page<RetroResult>>
}
