/**
 * Questions to another checker that it answers later, by a push.
 *
 * The whole state is here: asked or not, accepted or not, answered or not, ended or not. `nextAt` is
 * both schedule and lease: whoever begins with an ask moves it on, so that nobody else does.
 */

import type { ComparisonDraft, DownPolicy, MergePolicy } from './upstream.types.ts'

type Answer = NonNullable<ComparisonDraft['answer']>

/** What another checker says in the end: an answer, or a code. */
export type AskResult =
  | { readonly answer: Answer; readonly trouble?: undefined }
  | { readonly answer?: undefined; readonly trouble: string }

export interface UpstreamAskDraft {
  /** Of the media check, which has at most one. */
  readonly checkId: string
  readonly appid: string
  readonly upstream: string
  readonly merge: MergePolicy
  readonly whenDown: DownPolicy
  /** By which the same question about the same content is known again. */
  readonly contentHash: string
  readonly request: unknown
  readonly pending: unknown
  readonly openedAt: number
  readonly dueAt: number
}

export interface UpstreamAsk extends UpstreamAskDraft {
  readonly tries: number
  readonly nextAt: number
  /** Null until it was accepted there. */
  readonly traceId: string | null
  readonly answer: Answer | null
  readonly trouble: string | null
  readonly cached: boolean
  readonly answeredAt: number | null
  readonly endedAt: number | null
}

/**
 * `taken`: it answers an ask. `early`: nobody has its trace id yet, and some ask of the app has none.
 * `repeated`: it was answered before. `unknown`: of nothing that was asked. `other`: another event.
 */
export const PUSH_OUTCOMES = ['taken', 'early', 'repeated', 'unknown', 'other'] as const
export type PushOutcome = (typeof PUSH_OUTCOMES)[number]

export interface UpstreamPush {
  readonly appid: string
  readonly signature: string
  readonly bodyHash: string
  /** Null for events of another kind. */
  readonly result: { readonly traceId: string; readonly said: AskResult } | null
  readonly at: number
}

export interface TakenPush {
  readonly outcome: PushOutcome
  /** Of the ask that it answers; null when there is none. */
  readonly checkId: string | null
}

export interface UpstreamAsks {
  /** Leased to the caller until `nextAt`. The one that is there when the check has one already. */
  open(draft: UpstreamAskDraft, nextAt: number): Promise<UpstreamAsk>
  find(checkId: string): Promise<UpstreamAsk | null>
  ofChecks(checkIds: readonly string[]): Promise<ReadonlyMap<string, UpstreamAsk>>
  /** The next one whose time has come, leased to the caller until `nextAt`; null when there is none. */
  take(now: number, nextAt: number): Promise<UpstreamAsk | null>
  /** Counts a question that is about to be sent. */
  countTry(checkId: string): Promise<void>
  /** Looked at again then. */
  putOff(checkId: string, nextAt: number): Promise<void>
  /** It was accepted there. Answered at once when the push was faster; else looked at again when due. */
  accepted(checkId: string, traceId: string, now: number): Promise<UpstreamAsk>
  /** Says what came of it, unless somebody did already; the ask as it is then. */
  answer(
    checkId: string,
    result: AskResult & { readonly cached?: boolean },
    now: number,
  ): Promise<UpstreamAsk>
  /** Ends it with its comparison, in one transaction. False when it had ended. */
  end(checkId: string, comparison: ComparisonDraft | null, now: number): Promise<boolean>
  /** What was answered about the same content since then; null when nothing was. */
  findAnswer(appid: string, contentHash: string, since: number): Promise<Answer | null>
  /** Null when the signature came before with another body: nothing is taken. */
  takePush(push: UpstreamPush): Promise<TakenPush | null>
  /** From `from` on. */
  countPushes(appid: string, from: number): Promise<Readonly<Record<PushOutcome, number>>>
  /** Forgets asks that ended, and pushes that came, before this; returns how many. */
  forget(before: number): Promise<number>
}
