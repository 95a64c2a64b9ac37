/**
 * What a decision would teach the lists: proposed by one person, published when another agrees.
 *
 * A proposal that would make no difference to the content it comes from is refused at once; one
 * whose term has left the list meanwhile, when it is agreed to.
 */

import { AppError } from '@fangxing/contract'
import type { CheckedText, ListChange, Proposal, TermEdition, User } from '@fangxing/storage'
import type { Evidence } from '../desk/item-content.ts'
import type { Ports } from '../ports.ts'
import { findNoEffect, toEffect, toTermListChange, type WantedChange } from './list-change.ts'
import { findTrustedHash, findVariants, NO_HASH, type WantedPicture } from './picture-change.ts'

const MOST_TRIES = 5

export async function proposeChange(
  ports: Ports,
  checkId: string,
  user: User,
  wanted: WantedChange | WantedPicture,
): Promise<Proposal> {
  const { cases, checks, proposals } = ports.storage
  const at = ports.clock.now()
  if ((await cases.find(checkId, at)) === null) throw new AppError('CASE_NOT_FOUND', { checkId })
  const check = await checks.find(checkId)
  const change = isPicture(wanted)
    ? await toPictureChange(ports, wanted, check?.evidence)
    : await toListedChange(ports, wanted, check?.texts ?? [])
  return proposals.add({ checkId, change, proposedBy: user.id, proposedAt: at })
}

function isPicture(wanted: WantedChange | WantedPicture): wanted is WantedPicture {
  return wanted.kind === 'denyPicture' || wanted.kind === 'allowPicture'
}

async function toPictureChange(
  ports: Ports,
  wanted: WantedPicture,
  evidence: unknown,
): Promise<ListChange> {
  const bits = findTrustedHash(evidence)
  if (bits === null) throw withoutEffect(NO_HASH)
  const { mediaId } = evidence as Evidence
  if (wanted.kind === 'allowPicture' || mediaId === undefined) return { ...wanted, bits }
  const variants = await findVariants(ports, mediaId)
  return { ...wanted, bits, variants: variants.filter((one) => one !== bits) }
}

async function toListedChange(
  ports: Ports,
  wanted: WantedChange,
  texts: readonly CheckedText[],
): Promise<ListChange> {
  const effect = toEffect(await ports.lexicon.terms(), wanted)
  if (!effect.ok) throw withoutEffect(effect.because)
  const because = findNoEffect(effect, texts)
  if (because !== null) throw withoutEffect(because)
  return wanted.kind === 'deny' ? wanted : { ...wanted, term: effect.after.text }
}

function withoutEffect({ zh, en }: { readonly zh: string; readonly en: string }): AppError {
  return new AppError('PROPOSAL_WITHOUT_EFFECT', { because: `${zh} ${en}` })
}

export interface AgreedProposal {
  readonly proposal: Proposal
  /** Null when the list said so already, and for a picture. */
  readonly edition: TermEdition | null
}

/**
 * Publishes under the names of both; not before a second look at the case is over, since an edition
 * is read by everybody. When somebody else publishes meanwhile it starts again.
 */
export async function agreeToProposal(
  ports: Ports,
  id: string,
  user: User,
): Promise<AgreedProposal> {
  for (let nth = 0; nth < MOST_TRIES; nth += 1) {
    const proposal = await getProposal(ports, id)
    await assertLookedAt(ports, proposal)
    const edition = await tryPublish(ports, proposal, user).catch(unlessOvertaken)
    if (edition === 'overtaken') continue
    ports.lexicon.invalidate()
    return { proposal: await getProposal(ports, id), edition }
  }
  throw new AppError('CONCURRENT_CHANGE', { proposal: id })
}

async function assertLookedAt({ storage }: Ports, { checkId }: Proposal): Promise<void> {
  const open = await storage.desk.underSecondLook([checkId])
  if (open.has(checkId)) {
    throw new AppError('EVENT_NOT_ALLOWED', { state: 'awaitsSecond', allowed: [] })
  }
}

async function tryPublish(
  ports: Ports,
  { id, checkId, change, proposedBy }: Proposal,
  user: User,
): Promise<TermEdition | null> {
  const { terms, proposals } = ports.storage
  const by = `${proposedBy.name}, ${user.name}`
  if ('bits' in change) {
    await proposals.agreeToPicture(id, user.id, change, { by, at: ports.clock.now() })
    await ports.pictureBank.refresh()
    return null
  }
  const parent = await terms.edition()
  const effect = toEffect(await ports.lexicon.terms(), change)
  if (!effect.ok) throw withoutEffect(effect.because)
  return proposals.agree(id, user.id, toTermListChange(ports, effect, by), {
    ...{ by, at: ports.clock.now(), parent },
    note: `check ${checkId}`,
  })
}

function unlessOvertaken(error: unknown): 'overtaken' {
  if (error instanceof AppError && error.code === 'CONCURRENT_CHANGE') return 'overtaken'
  throw error
}

export async function getProposal({ storage }: Ports, id: string): Promise<Proposal> {
  const proposal = await storage.proposals.find(id)
  if (proposal === null) throw new AppError('PROPOSAL_NOT_FOUND', { proposal: id })
  return proposal
}
