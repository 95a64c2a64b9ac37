/**
 * Materials that an app hands in, every audit of them, and what people answered.
 *
 * A settled audit and a decided case are never changed: later ones are added. What the report and
 * the source look like is for those who write them. `state` says where the material stands; it is
 * written in the transaction that leads there. Times are the real time: what is told lives by it.
 */

import type { EventDraft, Trouble } from '../outbox/outbox.types.ts'
import type { Page, PageRequest } from '../page.types.ts'
import type { ClaimAnswer, ClaimProof } from '../releases.types.ts'

export type MaterialSourceKind = 'article' | 'address' | 'page'
export type MaterialState = 'waiting' | 'review' | 'passed' | 'rejected' | 'failed' | 'withdrawn'
export type AuditCause = 'submitted' | 'changed' | 'asked' | 'schedule'

export interface MaterialDraft {
  readonly appid: string
  /** What the app calls it; null: it will never be handed in again. */
  readonly clientId: string | null
  readonly name: string
  readonly kind: MaterialSourceKind
  readonly source: unknown
  /** The zip or page that came with it. */
  readonly archive: Uint8Array | null
  readonly profile: string
  readonly everyMs: number | null
  readonly by: string
}

export interface Material extends Omit<MaterialDraft, 'archive' | 'by'> {
  readonly id: string
  /** SHA-256 of the archive; null without one. */
  readonly archive: string | null
  readonly state: MaterialState
  /** When its last audit was asked for. */
  readonly auditedAt: number
  readonly createdAt: number
  readonly createdBy: string
}

export interface AuditProgress {
  readonly step: { readonly zh: string; readonly en: string }
  readonly done: number
  readonly all: number
}

/** An audit without its report. */
export interface MaterialAudit {
  readonly id: string
  readonly materialId: string
  /** Of this material, from 1. */
  readonly nth: number
  readonly cause: AuditCause
  readonly requestedBy: string
  readonly requestedAt: number
  readonly dueAt: number
  readonly attempts: number
  readonly progress: AuditProgress | null
  readonly verdict: 'pass' | 'review' | 'reject' | null
  /** Clauses that are different from the audit before; null for the first. */
  readonly changes: unknown
  readonly trouble: Trouble | null
  /** Null while it runs. */
  readonly settledAt: number | null
}

export interface AuditWish {
  readonly cause: AuditCause
  readonly by: string
  readonly at: number
  readonly dueAt: number
}

/** A small picture of what was seen, e.g. one screen. */
export interface PlateDraft {
  readonly name: string
  /** Of the original: places count in its pixels. */
  readonly width: number
  readonly height: number
  /** JPEG. */
  readonly content: Uint8Array
}

export interface Plate extends Omit<PlateDraft, 'content'> {
  readonly sha256: string
}

export interface AuditSettlement {
  readonly settledAt: number
  readonly report?: unknown
  readonly verdict?: 'pass' | 'review' | 'reject'
  readonly changes?: unknown
  readonly plates?: readonly PlateDraft[]
  /** Where the material stands after it. */
  readonly state: MaterialState
  /** Given when there is no answer. */
  readonly trouble?: Trouble
}

export interface MaterialSettings {
  readonly everyMs: number | null
  readonly profile: string | null
  readonly webBase: string | null
}

export interface MaterialFilter extends PageRequest {
  readonly appid?: string | undefined
  readonly appids?: readonly string[] | undefined
  readonly state?: MaterialState | undefined
  /** Client ids that begin so. */
  readonly clientPrefix?: string | undefined
}

export interface HandedInMaterial {
  readonly material: Material
  /** The audit that it started; null when the same was handed in before. */
  readonly audit: MaterialAudit | null
}

export const MATERIAL_JOB = 'material-audit'

export interface Materials {
  /**
   * With its first audit and its job, in one transaction. The same client id with the same content
   * gives back what is there; with other content, another audit of it. Throws APP_NOT_FOUND.
   */
  handIn(draft: MaterialDraft, wish: Omit<AuditWish, 'cause' | 'by'>): Promise<HandedInMaterial>
  find(id: string): Promise<Material | null>
  findByClientId(appid: string, clientId: string): Promise<Material | null>
  /** Newest first. */
  list(filter?: MaterialFilter): Promise<Page<Material>>
  /** One more audit; the running one when there is one. Throws MATERIAL_NOT_FOUND. */
  startAudit(materialId: string, wish: AuditWish): Promise<MaterialAudit>
  /** Newest first. */
  audits(materialId: string, page?: PageRequest): Promise<Page<MaterialAudit>>
  findAudit(auditId: string): Promise<MaterialAudit | null>
  /** The nth of a material, or its last settled one with an answer. */
  findReport(
    materialId: string,
    nth?: number,
  ): Promise<{ readonly audit: MaterialAudit; readonly report: unknown } | null>
  plates(auditId: string): Promise<readonly Plate[]>
  /** Counts an attempt. Null when there is none, or when it is settled. */
  begin(auditId: string, now: number): Promise<MaterialAudit | null>
  progress(auditId: string, progress: AuditProgress): Promise<void>
  /**
   * Writes the end of an audit, the state, what it tells, and its case when a person is needed, in
   * one transaction. An open case of an earlier audit is closed. False when it was settled before.
   */
  settle(
    auditId: string,
    settlement: AuditSettlement,
    told: readonly EventDraft[],
  ): Promise<boolean>
  /** Running ones whose time is over, oldest first, at most a hundred. */
  overdue(now: number): Promise<readonly MaterialAudit[]>
  /** Hands a hundred of those to the queue again with which nobody has begun since `before`. */
  recall(before: number): Promise<number>
  /** Those that the interval of their own, or of their app, asks to be audited again; at most a hundred. */
  due(now: number): Promise<readonly Material[]>
  setInterval(materialId: string, everyMs: number | null): Promise<void>
  withdraw(materialId: string): Promise<void>
  settings(appid: string): Promise<MaterialSettings>
  /** Throws APP_NOT_FOUND. */
  setSettings(appid: string, settings: MaterialSettings): Promise<void>
  blob(sha256: string): Promise<Uint8Array | null>
}

export interface MaterialCase {
  readonly id: string
  readonly materialId: string
  readonly auditId: string
  readonly appid: string
  readonly round: 'first' | 'appeal'
  readonly reason: string | null
  readonly openedAt: number
  readonly claim: {
    readonly userId: string
    readonly userName: string
    readonly fence: number
    readonly expiresAt: number
  } | null
  readonly decision: {
    readonly verdict: 'pass' | 'reject'
    readonly answers: unknown
    readonly note: string
    readonly by: { readonly id: string; readonly name: string }
    readonly at: number
  } | null
  readonly closedAt: number | null
}

export interface MaterialDecision {
  readonly verdict: 'pass' | 'reject'
  readonly answers: unknown
  readonly note: string
  readonly at: number
}

export interface MaterialCases {
  find(id: string, now: number): Promise<MaterialCase | null>
  /** Every case of a material, newest first. */
  ofMaterial(materialId: string, now: number): Promise<readonly MaterialCase[]>
  /** Waiting ones, oldest first. */
  waiting(page: PageRequest, now: number): Promise<Page<MaterialCase>>
  countWaiting(): Promise<number>
  /** As `Cases.claim`; an appeal is refused with SECOND_PERSON_NEEDED to who decided before. */
  claim(id: string, userId: string, now: number, lastsMs: number): Promise<ClaimAnswer>
  /** The oldest that nobody holds and this person may decide; null when there is none. */
  claimNext(userId: string, now: number, lastsMs: number): Promise<MaterialCase | null>
  giveBack(id: string, userId: string): Promise<boolean>
  /** With the state of the material and what is told, in one transaction. Throws as `Cases.decide`. */
  decide(
    id: string,
    proof: ClaimProof,
    decision: MaterialDecision,
    told: readonly EventDraft[],
  ): Promise<MaterialCase>
  /** Opens the second round. Throws EVENT_NOT_ALLOWED unless the material was rejected, and once only. */
  appeal(materialId: string, reason: string, now: number): Promise<MaterialCase>
}
