/**
 * Everything of an assessment that asks for something, one by one, each with what it is known by.
 *
 * What could not be told is one of them, without a place: it may be accepted like any other.
 */

import type { Finding, Judgement, Place, Wording } from '@fangxing/contract'
import { fileOf, fingerprint } from '@fangxing/server/report'

export interface OpenFinding {
  readonly ruleId: string
  readonly message: Wording
  readonly place: Place | undefined
  /** Empty for what could not be told. */
  readonly file: string
  readonly fingerprint: string
}

export function findingOf(ruleId: string, { message, place }: Finding): OpenFinding {
  const file = fileOf(place)
  return { ruleId, message, place, file, fingerprint: fingerprint(ruleId, file, message.zh) }
}

export function findOpenFindings({ ruleId, outcome }: Judgement): readonly OpenFinding[] {
  if (outcome.kind === 'violation') return outcome.findings.map((one) => findingOf(ruleId, one))
  if (outcome.kind !== 'undetermined') return []
  const { because } = outcome
  const known = fingerprint(ruleId, 'undetermined', because.zh)
  return [{ ruleId, message: because, place: undefined, file: '', fingerprint: known }]
}
