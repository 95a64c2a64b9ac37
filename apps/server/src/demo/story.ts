/** The shape of the demo: an app, and a story per version, told in hours. */

import type { Category, Subject } from '@fangxing/contract'

interface Grounds {
  readonly clauses: readonly string[]
  readonly note: string
}

export type Decision = { readonly kind: 'approve' } | ({ readonly kind: 'reject' } & Grounds)

export type Step =
  | Decision
  | { readonly kind: 'submit' | 'withdraw' | 'preLaunch' | 'launch' | 'takeDown' }
  | { readonly kind: 'passFiling'; readonly note: string }
  | ({ readonly kind: 'rejectFiling' } & Grounds)
  | { readonly kind: 'orderTakedown'; readonly note: string; readonly withinHours: number }

export interface Story {
  readonly version: string
  readonly description: string
  /** A folder of `fixtures/miniprograms`. */
  readonly fixture: string
  readonly startsDaysAgo: number
  /** Each so many hours after the one before. Pre-launch comes when it is due, whatever is written. */
  readonly steps: readonly (Step & { readonly afterHours: number })[]
}

export interface DemoApp {
  readonly name: string
  readonly subject: Subject
  readonly categories: readonly Category[]
  readonly stories: readonly Story[]
}
