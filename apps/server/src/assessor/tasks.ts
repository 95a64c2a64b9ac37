/**
 * What is sent to a process that reads packages, and what comes back. Plain values only.
 *
 * A thrown `AppError` crosses as its code and details, anything else as text for the log.
 */

import type { ErrorCode, ErrorDetails, PackageFiles, SubmissionFacts } from '@fangxing/contract'
import type { ProgramObservations } from '@fangxing/miniprogram'
import type { Term } from '@fangxing/text'

/** A zip as it was uploaded, or files that were read already. */
export type PackageSource = Uint8Array | PackageFiles

/** Terms with the edition of the lexicon that they compile to. */
export interface ListedTerms {
  readonly edition: string
  readonly list: readonly Term[]
}

export type ProgramKind = keyof ProgramObservations

export interface AssessTask {
  readonly kind: 'assess'
  readonly source: PackageSource
  readonly facts: SubmissionFacts
  readonly edition: string
  /** Null for the edition that this process was given last: a long list travels once. */
  readonly terms: readonly Term[] | null
}

export interface ObserveTask {
  readonly kind: 'observe'
  readonly source: PackageSource
  /** Only these come back; everything is read all the same. */
  readonly kinds: readonly ProgramKind[]
}

/** The answers of some rules to one program, handed in in several ways. */
export interface JudgeTask {
  readonly kind: 'judge'
  readonly source: PackageSource
  readonly ruleIds: readonly string[]
  readonly submissions: readonly SubmissionFacts[]
}

export type Task = AssessTask | ObserveTask | JudgeTask

export type Answer =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly code: ErrorCode; readonly details: ErrorDetails }
  | { readonly kind: 'fault'; readonly said: string }
