/**
 * The shape of a rule: one clause of one published rule book, made checkable.
 *
 * `evaluate` is pure and total: same observations, same outcome, never a throw.
 * `defineRule` hands it only the kinds listed in `needs`, so a hidden dependency does not compile.
 */

import type {
  Label,
  ObservationKind,
  Observations,
  Outcome,
  SeenPicture,
  Severity,
  SoundFacts,
  VideoFacts,
  Wording,
} from '@fangxing/contract'

/** A field of what the media engine saw; its name is what the engine is asked for. */
export type MediaFact = keyof SeenPicture | keyof VideoFacts | keyof SoundFacts

export interface Rule {
  /** `<family>/<violation>`, equal to the file's path. Published: never renamed, never reused. */
  readonly id: string
  /** A clause of the catalogue, as `<book>/<number>`. */
  readonly clause: string
  readonly severity: Severity
  readonly title: Wording
  readonly why: Wording
  readonly fix: Wording
  readonly needs: readonly ObservationKind[]
  /** What it reads of a picture or a clip: only what a rule reads is measured. */
  readonly facts?: readonly MediaFact[]
  /** What its findings make of the content, where no listed word says it. */
  readonly label?: Label
  /** Full names of categories, e.g. `社交-笔记`: declaring any one of them answers a violation. */
  readonly answeredBy?: readonly string[]
  /** Shown in the generated page, and run as tests. */
  readonly examples: readonly Example[]
  readonly evaluate: (seen: Observations) => Outcome
}

export interface Example {
  readonly name: Wording
  readonly seen: Partial<Observations>
  readonly expect: Outcome['kind']
}

/** A rule as its author writes it: narrowed to the kinds it declares. */
type Definition<Kind extends ObservationKind> = Omit<Rule, 'needs' | 'examples' | 'evaluate'> & {
  readonly needs: readonly Kind[]
  readonly examples: readonly (Example & { readonly seen: Pick<Observations, NoInfer<Kind>> })[]
  readonly evaluate: (seen: Pick<Observations, NoInfer<Kind>>) => Outcome
}

export function defineRule<const Kind extends ObservationKind>(rule: Definition<Kind>): Rule {
  return rule
}
