/** What is shown of a proposal: the change, its answer, and what agreeing would leave as it is. */

import type { Proposal } from '@fangxing/storage'
import { findStillFound } from '../cases/still-found.ts'
import type { Caller } from '../http/access.ts'
import type { Ports } from '../ports.ts'
import { hideProposals } from './second-looks.ts'
import { toWire } from './wire.ts'

export async function viewProposal(ports: Ports, proposal: Proposal) {
  const { checkId, ...rest } = proposal
  return toWire({ ...rest, caseId: checkId, stillFound: await findStillFound(ports, proposal) })
}

/** Those that the caller may know of. */
export async function viewProposals(ports: Ports, found: readonly Proposal[], caller: Caller) {
  const seen = await hideProposals(ports, found, caller)
  return Promise.all(seen.map((one) => viewProposal(ports, one)))
}
