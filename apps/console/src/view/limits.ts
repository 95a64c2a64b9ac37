/**
 * Quotas and retention on their way through the editor: what counts for all apps or for one, where
 * that was said, and what a changed policy changes. Pure; a changed policy is another value.
 *
 * A policy says only what differs: what is set back to what holds anyway is not named any more.
 */

import type {
  CheckPolicy,
  ContentRetention,
  Limits,
  PolicyChanges,
  Quota,
} from '../api/operate-types.ts'
import type { Scope } from './policy.ts'

/** What counts in a scope. Null: for all apps. */
export function limitsIn(policy: CheckPolicy, scope: Scope, shipped: Limits): Limits {
  const all = overlay(shipped, policy.all)
  return scope === null ? all : overlay(all, policy.apps[scope] ?? {})
}

function overlay({ quotas, retention }: Limits, changes: PolicyChanges): Limits {
  return { quotas: { ...quotas, ...changes.quotas }, retention: changes.retention ?? retention }
}

export function isOwnQuota(policy: CheckPolicy, scope: Scope, call: string): boolean {
  return ownOf(policy, scope).quotas?.[call] !== undefined
}

export function isOwnRetention(policy: CheckPolicy, scope: Scope): boolean {
  return ownOf(policy, scope).retention !== undefined
}

export function withQuota(
  policy: CheckPolicy,
  scope: Scope,
  shipped: Limits,
  { call, quota }: { readonly call: string; readonly quota: Quota },
): CheckPolicy {
  const { quotas: own = {}, ...rest } = ownOf(policy, scope)
  const { [call]: _, ...others } = own
  const isUsual = isSame(baseOf(policy, scope, shipped).quotas[call], quota)
  const quotas = isUsual ? others : { ...others, [call]: quota }
  return withOwn(policy, scope, Object.keys(quotas).length === 0 ? rest : { ...rest, quotas })
}

export function withRetention(
  policy: CheckPolicy,
  scope: Scope,
  shipped: Limits,
  retention: ContentRetention,
): CheckPolicy {
  const { retention: _, ...rest } = ownOf(policy, scope)
  const isUsual = isSame(baseOf(policy, scope, shipped).retention, retention)
  return withOwn(policy, scope, isUsual ? rest : { ...rest, retention })
}

export type LimitDifference =
  | { readonly scope: Scope; readonly call: string; readonly before: Quota; readonly after: Quota }
  | {
      readonly scope: Scope
      readonly call: null
      readonly before: ContentRetention
      readonly after: ContentRetention
    }

/** Everything that counts otherwise in the second one, for all and for each app that either names. */
export function diffLimits(
  one: CheckPolicy,
  other: CheckPolicy,
  shipped: Limits,
): readonly LimitDifference[] {
  const apps = new Set([...Object.keys(one.apps), ...Object.keys(other.apps)])
  const scopes: readonly Scope[] = [null, ...apps]
  return scopes.flatMap((scope) => {
    const before = limitsIn(one, scope, shipped)
    const after = limitsIn(other, scope, shipped)
    const quotas = Object.entries(after.quotas).flatMap(([call, quota]) => {
      const was = before.quotas[call]
      return was === undefined || isSame(was, quota)
        ? []
        : [{ scope, call, before: was, after: quota }]
    })
    if (isSame(before.retention, after.retention)) return quotas
    return [...quotas, { scope, call: null, before: before.retention, after: after.retention }]
  })
}

function baseOf(policy: CheckPolicy, scope: Scope, shipped: Limits): Limits {
  return scope === null ? shipped : limitsIn(policy, null, shipped)
}

function ownOf(policy: CheckPolicy, scope: Scope): PolicyChanges {
  return scope === null ? policy.all : (policy.apps[scope] ?? {})
}

function withOwn(policy: CheckPolicy, scope: Scope, own: PolicyChanges): CheckPolicy {
  if (scope === null) return { ...policy, all: own }
  const { [scope]: _, ...others } = policy.apps
  const apps = Object.keys(own).length === 0 ? others : { ...others, [scope]: own }
  return { ...policy, apps }
}

/** Of flat values, whatever the order of their names. */
function isSame(one: object | undefined, other: object): boolean {
  const entries = Object.entries(other)
  return one !== undefined && entries.every(([name, value]) => Reflect.get(one, name) === value)
}
