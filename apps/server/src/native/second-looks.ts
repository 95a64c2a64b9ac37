/**
 * What no reviewer reads while a second look is open: the first decision, and what it proposes for
 * the lists. The second look could be theirs. Operators read both; a proposal is read by who made it.
 */

import type { Case, Proposal } from '@fangxing/storage'
import type { Caller } from '../http/access.ts'
import type { Ports } from '../ports.ts'

export async function hideDecisions(
  ports: Ports,
  found: readonly Case[],
  caller: Caller,
): Promise<readonly Case[]> {
  const decided = found.filter(({ decision }) => decision !== null)
  const hidden = await findHidden(ports, decided, caller)
  return found.map((one) => (hidden.has(one.checkId) ? { ...one, decision: null } : one))
}

export async function hideProposals(
  ports: Ports,
  found: readonly Proposal[],
  caller: Caller,
): Promise<readonly Proposal[]> {
  const others = found.filter(({ proposedBy }) => proposedBy.id !== idOf(caller))
  const hidden = await findHidden(ports, others, caller)
  return found.filter((one) => !others.includes(one) || !hidden.has(one.checkId))
}

/** The ids of the checks, among these, about which the caller is to know nothing yet. */
async function findHidden(
  { storage }: Ports,
  found: readonly { readonly checkId: string }[],
  caller: Caller,
): Promise<ReadonlySet<string>> {
  const roles = caller.kind === 'user' ? caller.user.roles : []
  if (!roles.includes('reviewer') || roles.includes('operator')) return new Set()
  return storage.desk.underSecondLook(found.map(({ checkId }) => checkId))
}

function idOf(caller: Caller): string | null {
  return caller.kind === 'user' ? caller.user.id : null
}
