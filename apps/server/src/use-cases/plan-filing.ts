/**
 * What filing will ask of a version before anybody submits it: so that nobody waits twice.
 *
 * The package is looked at as the machine will look at it, but only by the rules of categories: what
 * its content demands, which declared categories answer that, which are missing, and what only a
 * person can tell. Nothing is stored.
 */

import type { Category, FilePlace, Judgement, Wording } from '@fangxing/contract'
import { type CategoryDemand, categoriesAnswering, demandsOf, programRules } from '@fangxing/policy'
import { type FilingPlan, filingPlan } from '@fangxing/release'
import type { App } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { currentProfile } from './filing-profile.ts'
import { needsDeclaration } from './submit-release.ts'

export interface Planned extends Omit<FilingPlan, 'addNow'> {
  /** Content that a declared category answers. */
  readonly answered: readonly CategoryDemand[]
  readonly addNow: readonly (FilingPlan['addNow'][number] & Evidence)[]
  /** What a person will have to look at: it may ask for one of these categories, or for none. */
  readonly unsure: readonly Unsure[]
  /** Whether the submission must come with a declaration about user content. */
  readonly ugcDeclarationNeeded: boolean
}

interface Evidence {
  readonly ruleId: string
  readonly places: readonly FilePlace[]
}

export interface Unsure extends Evidence {
  readonly anyOf: readonly Category[]
  readonly because: Wording | null
}

const categoryRules = programRules.filter(({ answeredBy }) => answeredBy !== undefined)

export async function planFiling(
  ports: Ports,
  app: App,
  archive: Uint8Array,
  declared: readonly Category[] = app.categories,
): Promise<Planned> {
  const now = ports.clock.now()
  const profile = await currentProfile(ports, now)
  const ledger = (await ports.storage.ledger.list(app.appid)).map(({ category }) => category)
  const { answered, missing, unsure } = await look(ports, archive, app, declared)

  const plan = filingPlan(missing, declared, ledger, app.subject, profile, now)
  return {
    ...plan,
    answered,
    addNow: plan.addNow.map((added) => ({ ...added, ...evidenceOf(missing, added.anyOf) })),
    unsure,
    ugcDeclarationNeeded: (await needsDeclaration(ports, app, plan.categories)).length > 0,
  }
}

async function look(
  { assessor }: Ports,
  archive: Uint8Array,
  { subject }: App,
  declared: readonly Category[],
) {
  // Judged without any category, the same content shows what a declared one answers.
  const [asDeclared = [], undeclared = []] = await assessor.judge(archive, categoryRules, [
    { categories: declared, subject },
    { categories: [], subject },
  ])
  const demands = demandsOf(asDeclared)
  const passed = new Set(
    asDeclared.filter(({ outcome }) => outcome.kind === 'pass').map(({ ruleId }) => ruleId),
  )
  return {
    answered: demandsOf(undeclared).filter(({ ruleId }) => passed.has(ruleId)),
    missing: demands.filter(({ isCertain }) => isCertain),
    unsure: [
      ...demands.filter(({ isCertain }) => !isCertain).map((demand) => toUnsure(demand, null)),
      ...asDeclared.flatMap(toUndetermined),
    ],
  }
}

function toUnsure({ ruleId, anyOf, places }: CategoryDemand, because: Wording | null): Unsure {
  return { ruleId, anyOf, places, because }
}

function toUndetermined({ ruleId, outcome }: Judgement): readonly Unsure[] {
  if (outcome.kind !== 'undetermined') return []
  return [{ ruleId, anyOf: categoriesAnswering(ruleId), places: [], because: outcome.because }]
}

function evidenceOf(demands: readonly CategoryDemand[], anyOf: readonly Category[]): Evidence {
  const demand = demands.find((candidate) => candidate.anyOf === anyOf)
  return { ruleId: demand?.ruleId ?? '', places: demand?.places ?? [] }
}
