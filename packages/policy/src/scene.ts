/**
 * What counts in a scene: the same rules, some weighed otherwise, some left out.
 *
 * Scenes are WeChat's (1 profile, 2 comment, 3 forum, 4 social log) and 0, the older calls, which
 * name none and know two answers only. Pure; the same arguments give the same list, so that what is
 * made of a list once (its edition) is made once.
 */

import type { Severity } from '@fangxing/contract'
import type { MediaFact, Rule } from './rule.ts'

export const SCENES = [0, 1, 2, 3, 4] as const
export type Scene = (typeof SCENES)[number]

/** `off`: the rule is not asked, and what only it looks at is not measured. */
export type Weight = Severity | 'off'

/** By rule id; a rule that is not named keeps its own severity. */
export type SceneWeights = Readonly<Record<string, Weight>>

/**
 * Two answers cannot say “perhaps”, so estimates only remark there. A profile is seen by everybody
 * and a comment by strangers: a code leads them away. In a forum or a log codes are ordinary.
 */
export const SCENE_WEIGHTS: Readonly<Record<Scene, SceneWeights>> = {
  0: { 'text/doubtful-text': 'advise', 'picture/code-in-picture': 'advise' },
  1: {},
  2: {},
  3: { 'picture/code-in-picture': 'advise', 'clip/code-in-clip': 'advise' },
  4: { 'picture/code-in-picture': 'advise', 'clip/code-in-clip': 'advise' },
}

export function toScene(number: number): Scene {
  return SCENES.find((scene) => scene === number) ?? 0
}

const NO_CHANGES: SceneWeights = {}
const known = new WeakMap<readonly Rule[], WeakMap<SceneWeights, Map<Scene, readonly Rule[]>>>()

/** `changes` are the operator's, and win over ours. */
export function rulesOfScene(
  rules: readonly Rule[],
  scene: Scene,
  changes: SceneWeights = NO_CHANGES,
): readonly Rule[] {
  const ofRules = known.get(rules) ?? new WeakMap<SceneWeights, Map<Scene, readonly Rule[]>>()
  known.set(rules, ofRules)
  const ofChanges = ofRules.get(changes) ?? new Map<Scene, readonly Rule[]>()
  ofRules.set(changes, ofChanges)
  const weighed = ofChanges.get(scene) ?? weigh(rules, { ...SCENE_WEIGHTS[scene], ...changes })
  ofChanges.set(scene, weighed)
  return weighed
}

function weigh(rules: readonly Rule[], weights: SceneWeights): readonly Rule[] {
  return rules.flatMap((rule) => {
    const weight = Object.hasOwn(weights, rule.id) ? weights[rule.id] : undefined
    if (weight === undefined || weight === rule.severity) return [rule]
    return weight === 'off' ? [] : [{ ...rule, severity: weight }]
  })
}

/** What these rules read of pictures and clips: what the media engine is asked for. By name. */
export function factsOf(rules: readonly Rule[]): readonly MediaFact[] {
  return [...new Set(rules.flatMap(({ facts = [] }) => facts))].sort()
}
