/** What is shown of a case, and to whom: an app never learns who looked at it. */

import type { Judgement, TermHit } from '@fangxing/contract'
import type { Case } from '@fangxing/storage'
import { findTrustedHash } from '../cases/picture-change.ts'
import { type Caller, rolesOf } from '../http/access.ts'
import type { Ports } from '../ports.ts'
import type { Consulted } from '../upstream/consult.ts'
import { toJudgementView } from './judgement-view.ts'
import { viewProposals } from './proposal-view.ts'
import { toWire } from './wire.ts'

/** Whoever decides cases or answers for the lists. */
export function isOfTheHouse(caller: Caller): boolean {
  return rolesOf(caller).some((role) => role === 'reviewer' || role === 'operator')
}

export function toCaseRow({ checkId, claim, decision, ...rest }: Case, caller: Caller) {
  const isInside = isOfTheHouse(caller)
  return {
    id: checkId,
    ...rest,
    claim: claim && isInside ? pick(claim) : null,
    decision: decision && (isInside ? decision : withoutName(decision)),
  }
}

function pick({ userId, userName, expiresAt }: NonNullable<Case['claim']>) {
  return { userId, userName, expiresAt }
}

function withoutName({ by, ...rest }: NonNullable<Case['decision']>) {
  return rest
}

export async function toCaseWhole(ports: Ports, found: Case, caller: Caller) {
  const { checkId } = found
  const check = await ports.storage.checks.find(checkId)
  const proposals = isOfTheHouse(caller)
    ? (await ports.storage.proposals.list({ checkId })).items
    : []
  return {
    ...toCaseRow(found, caller),
    check: check && {
      ...toEvidence(check.evidence),
      ...{ kind: check.kind, texts: toWire(check.texts), edition: check.edition },
    },
    proposals: await viewProposals(ports, proposals, caller),
  }
}

function toEvidence(evidence: unknown) {
  const {
    hits = [],
    judgements = [],
    mediaId = null,
    soundId,
    upstream = null,
  } = evidence as {
    readonly hits?: readonly TermHit[]
    readonly judgements?: readonly Judgement[]
    readonly mediaId?: string
    readonly soundId?: string
    readonly upstream?: Consulted['upstream']
  }
  const canTeachPicture = findTrustedHash(evidence) !== null
  return {
    hits: toWire(hits),
    judgements: judgements.map(toJudgementView),
    mediaId,
    hasSound: soundId !== undefined,
    canTeachPicture,
    upstream: upstream && toUpstreamView(upstream),
  }
}

function toUpstreamView({ name, asked }: NonNullable<Consulted['upstream']>) {
  const { suggest, label } = asked.kind === 'answered' ? asked.answer : NO_ANSWER
  return { name, suggest, label, because: asked.kind === 'absent' ? asked.because : null }
}

const NO_ANSWER = { suggest: null, label: null }
