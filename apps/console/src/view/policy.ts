/**
 * A check policy on its way through the editor: what counts for a rule in a scene, where that was
 * said, and what differs from the live one. Pure; a changed policy is another value.
 */

import type { CheckPolicy, CheckRule, PolicyChanges, Weight } from '../api/operate-types.ts'

export const WEIGHTS: readonly Weight[] = ['block', 'review', 'advise', 'off']
export const SCENE_NUMBERS = ['1', '2', '3', '4', '0'] as const

/** Null: for all apps. */
export type Scope = string | null

export interface CountedWeight {
  readonly weight: Weight
  readonly saidBy: 'shipped' | 'all' | 'app'
}

export function weightIn(
  policy: CheckPolicy,
  scope: Scope,
  scene: string,
  rule: CheckRule,
): CountedWeight {
  const ofApp = scope === null ? undefined : policy.apps[scope]?.weights?.[scene]
  const ofAll = policy.all.weights?.[scene]
  // An app that says anything of a scene says all of it: the rest is as shipped.
  const said = ofApp ?? ofAll
  const own = said?.[rule.id]
  if (own !== undefined) return { weight: own, saidBy: ofApp === undefined ? 'all' : 'app' }
  return { weight: rule.shipped[scene] ?? 'review', saidBy: 'shipped' }
}

/** As shipped again when the weight is the shipped one: a policy says only what differs. */
export function withWeight(
  policy: CheckPolicy,
  scope: Scope,
  scene: string,
  rule: CheckRule,
  weight: Weight,
): CheckPolicy {
  const before = scope === null ? policy.all : (policy.apps[scope] ?? {})
  const base =
    before.weights?.[scene] ?? (scope === null ? {} : (policy.all.weights?.[scene] ?? {}))
  const { [rule.id]: _, ...others } = base
  const ofScene = weight === rule.shipped[scene] ? others : { ...others, [rule.id]: weight }
  const after = withScene(before, scene, ofScene, scope !== null)
  if (scope === null) return { ...policy, all: after }
  return { ...policy, apps: { ...policy.apps, [scope]: after } }
}

function withScene(
  changes: PolicyChanges,
  scene: string,
  weights: Readonly<Record<string, Weight>>,
  keepsEmpty: boolean,
): PolicyChanges {
  const { [scene]: _, ...others } = changes.weights ?? {}
  const isEmpty = Object.keys(weights).length === 0
  const all = isEmpty && !keepsEmpty ? others : { ...others, [scene]: weights }
  const { weights: __, ...rest } = changes
  return Object.keys(all).length === 0 ? rest : { ...rest, weights: all }
}

const FAMILIES = ['text', 'picture', 'clip']

/** Texts are most of what is checked: the others stand apart, pictures before clips. */
export function partRules(rules: readonly CheckRule[]) {
  const placeOf = ({ id }: CheckRule) => FAMILIES.indexOf(id.split('/')[0] ?? '')
  const ordered = rules.toSorted((one, other) => placeOf(one) - placeOf(other))
  return {
    texts: ordered.filter((rule) => placeOf(rule) === 0),
    media: ordered.filter((rule) => placeOf(rule) !== 0),
  }
}

export interface Difference {
  readonly scope: Scope
  readonly scene: string
  readonly ruleId: string
  readonly before: Weight
  readonly after: Weight
}

/** Every weight that counts otherwise in the second one, for all and for each app that either names. */
export function diffPolicies(
  one: CheckPolicy,
  other: CheckPolicy,
  rules: readonly CheckRule[],
): readonly Difference[] {
  const apps = new Set([...Object.keys(one.apps), ...Object.keys(other.apps)])
  const scopes: readonly Scope[] = [null, ...apps]
  return scopes.flatMap((scope) =>
    SCENE_NUMBERS.flatMap((scene) =>
      rules.flatMap((rule) => {
        const before = weightIn(one, scope, scene, rule).weight
        const after = weightIn(other, scope, scene, rule).weight
        return before === after ? [] : [{ scope, scene, ruleId: rule.id, before, after }]
      }),
    ),
  )
}

/** The lines of a text field as words to list; what is empty or there twice is left out. */
export function toWords(text: string): readonly string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
}

export interface Shift {
  /** Answers that would be stricter, and milder. */
  readonly stricter: number
  readonly milder: number
  readonly same: number
}

const RANK = { pass: 0, review: 1, risky: 2 } as const

export function toShift(
  counts: readonly {
    readonly live: keyof typeof RANK
    readonly tried: keyof typeof RANK
    readonly count: number
  }[],
): Shift {
  const of = (wanted: (step: number) => boolean) =>
    counts
      .filter(({ live, tried }) => wanted(RANK[tried] - RANK[live]))
      .reduce((sum, { count }) => sum + count, 0)
  return {
    stricter: of((step) => step > 0),
    milder: of((step) => step < 0),
    same: of((step) => step === 0),
  }
}
