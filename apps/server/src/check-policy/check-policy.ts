/**
 * What an operator decides about checks: what counts in each scene, who may ask how often, which
 * users count, how large a picture may be, and what is kept.
 *
 * Kept as one setting: what holds for all apps, and what single apps have otherwise. What is not
 * named is as shipped; the shipped numbers are those that WeChat documents.
 *
 * Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html
 */

import { SCENES, type Scene, type SceneWeights } from '@fangxing/policy'

/** Calls that have a quota: text, the picture that is answered at once, media answered later, stable tokens, audits of materials. */
export const QUOTA_CALLS = ['text', 'picture', 'media', 'token', 'audit'] as const
export type QuotaCall = (typeof QUOTA_CALLS)[number]

export interface Quota {
  /** Null: as many as come. */
  readonly perMinute: number | null
  readonly perDay: number | null
}

export interface PictureBounds {
  readonly maxBytes: number
  readonly maxWidth: number
  readonly maxHeight: number
}

/** What is kept of a content: itself, a hash by which whoever has it finds its record, or nothing. */
export const RETENTIONS = ['full', 'hashed', 'none'] as const
export type Retention = (typeof RETENTIONS)[number]

/** Of contents alone: verdict and evidence are kept whatever is written here. */
export interface ContentRetention {
  readonly passed: Retention
  /** Of what was stopped or sent to a person. */
  readonly doubtful: Retention
  /** For how long a content that is kept in full stays. */
  readonly days: number
}

export interface CheckPolicy {
  /** The operator's, besides those of the scene itself. */
  readonly weights: Readonly<Record<Scene, SceneWeights>>
  /** `recentlySeen`: a user must have visited within two hours, as the app reports. */
  readonly openid: 'any' | 'recentlySeen'
  readonly quotas: Readonly<Record<QuotaCall, Quota>>
  /** Of the picture that is answered at once. */
  readonly picture: PictureBounds
  /** Results are pushed three times, as WeChat does; with this, then for three days more. */
  readonly isPushedLonger: boolean
  readonly retention: ContentRetention
}

/** A part of a policy: what is absent is as it was. */
export interface PolicyChanges {
  readonly weights?: Readonly<Record<string, SceneWeights>> | undefined
  readonly openid?: CheckPolicy['openid'] | undefined
  readonly quotas?: Readonly<Record<string, Quota>> | undefined
  readonly picture?: PictureBounds | undefined
  readonly isPushedLonger?: boolean | undefined
  readonly retention?: ContentRetention | undefined
}

export interface StoredPolicy {
  readonly all: PolicyChanges
  readonly apps: Readonly<Record<string, PolicyChanges>>
}

const MIB = 1024 * 1024
const UNCHANGED: SceneWeights = {}

export const SHIPPED_POLICY: CheckPolicy = {
  weights: { 0: UNCHANGED, 1: UNCHANGED, 2: UNCHANGED, 3: UNCHANGED, 4: UNCHANGED },
  openid: 'any',
  quotas: {
    text: { perMinute: 4000, perDay: 2_000_000 },
    picture: { perMinute: 2000, perDay: 200_000 },
    media: { perMinute: 2000, perDay: 200_000 },
    token: { perMinute: 10_000, perDay: 500_000 },
    // Baidu's documents name 500 submissions a day; a minute of them keeps a browser busy for longer.
    audit: { perMinute: 60, perDay: 500 },
  },
  picture: { maxBytes: MIB, maxWidth: 750, maxHeight: 1334 },
  isPushedLonger: false,
  // An appeal or a complaint comes within days; a month is enough to answer it.
  retention: { passed: 'none', doubtful: 'full', days: 30 },
}

export function withChanges(policy: CheckPolicy, changes: PolicyChanges): CheckPolicy {
  const { weights = {}, quotas = {} } = changes
  return {
    weights: pick(SCENES, (scene) => weights[scene] ?? policy.weights[scene]),
    openid: changes.openid ?? policy.openid,
    quotas: pick(QUOTA_CALLS, (call) => quotas[call] ?? policy.quotas[call]),
    picture: changes.picture ?? policy.picture,
    isPushedLonger: changes.isPushedLonger ?? policy.isPushedLonger,
    retention: changes.retention ?? policy.retention,
  }
}

function pick<Name extends string | number, Value>(
  names: readonly Name[],
  valueFor: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, valueFor(name)])) as Record<Name, Value>
}
