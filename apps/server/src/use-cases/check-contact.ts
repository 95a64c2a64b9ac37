/**
 * Lets the called side know who is calling: the caller takes a code from their own desk and reads it
 * out, the other side types it in. Works in both directions.
 *
 * A match and a wrong code go into the record, in one step with the code's own change; what could
 * not match any more (expired, used, guessed too often) changes nothing. See docs/decisions/0016.
 */

import { AppError, type Wording } from '@fangxing/contract'
import {
  type Actor,
  allowedEvents,
  type Check,
  type ContactCode,
  checkContactCode,
  MAX_GUESSES,
  type Party,
} from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { cause, causeAnew, getRelease } from './cause.ts'

type Because = Check['because'] | 'noCode'

export interface Heard {
  readonly releaseId: string
  readonly actor: Actor
  /** As it was heard; spaces and dashes do not matter. */
  readonly heard: string
}

export interface ContactAnswer {
  readonly ok: boolean
  readonly because: Because
  readonly says: Wording
  /** Who took the code; told only when it matches. */
  readonly caller: { readonly kind: Party; readonly name: string } | null
  readonly guessesLeft: number
}

const SAYS: Readonly<Record<Because, Wording>> = {
  matches: { zh: '核验码一致。', en: 'The code matches.' },
  wrong: {
    zh: '核验码不符，请勿提供材料。',
    en: 'The code is wrong. Do not hand over material.',
  },
  expired: {
    zh: '核验码已过期，请对方重新获取。',
    en: 'The code has expired. Ask for a fresh one.',
  },
  used: { zh: '核验码已用过，请对方重新获取。', en: 'The code was used. Ask for a fresh one.' },
  tooManyGuesses: {
    zh: '猜错次数过多，请对方重新获取。',
    en: 'It was guessed too often. Ask for a fresh one.',
  },
  ownCode: { zh: '这是己方的核验码。', en: 'This is the code of your own side.' },
  noCode: {
    zh: '对方没有获取核验码，请勿提供材料。',
    en: 'The other side has taken no code. Do not hand over material.',
  },
}

/** A code for this caller to read out. Throws RATE_LIMITED with the time of the next one. */
export async function takeContactCode(
  ports: Ports,
  { releaseId, actor }: { readonly releaseId: string; readonly actor: Actor },
): Promise<ContactCode> {
  const kind = toParty(actor)
  assertContactPossible(await getRelease(ports, releaseId), kind)
  const caller = { kind, id: actor.id, name: actor.name }
  const issued = await ports.storage.contactCodes.issue(releaseId, caller, ports.clock.now())
  if (issued.ok) return issued.code
  throw new AppError('RATE_LIMITED', { releaseId, againAt: issued.againAt })
}

export function checkContact(ports: Ports, heard: Heard): Promise<ContactAnswer> {
  return causeAnew(() => check(ports, heard))
}

async function check(ports: Ports, { releaseId, actor, heard }: Heard): Promise<ContactAnswer> {
  const by = toParty(actor)
  const release = await getRelease(ports, releaseId)
  assertContactPossible(release, by)
  const other = by === 'developer' ? 'authority' : 'developer'
  const before = await ports.storage.contactCodes.latest(releaseId, other)
  if (before === null) return toAnswer('noCode', null)

  const at = ports.clock.now()
  const { because, code: after } = checkContactCode(before.code, heard, by, at)
  if (because === 'matches' || because === 'wrong') {
    const codeVerified = because === 'matches'
    const note = codeVerified ? `${SAYS.matches.zh}${after.callerName}` : SAYS.wrong.zh
    await cause(ports, release, [{ kind: 'contactLogged', at, actor, note, codeVerified }], {
      contactCode: { before, after },
    })
  }
  return toAnswer(because, after)
}

function toAnswer(because: Because, code: ContactCode | null): ContactAnswer {
  const ok = because === 'matches'
  const isOpen = code !== null && because === 'wrong'
  return {
    ok,
    because,
    says: SAYS[because],
    caller: ok && code !== null ? { kind: code.caller, name: code.callerName } : null,
    guessesLeft: isOpen ? MAX_GUESSES - code.guesses : 0,
  }
}

function toParty({ kind }: Actor): Party {
  if (kind === 'developer' || kind === 'authority') return kind
  throw new AppError('NOT_ALLOWED', { needed: ['developer', 'authority'] })
}

/** Calls are about a filing: before it there is nobody to call, and after all is over nothing to say. */
function assertContactPossible({ id, life }: Release, party: Party): void {
  const allowed = allowedEvents(life, party)
  if (allowed.includes('contactLogged')) return
  const { state } = life
  throw new AppError('EVENT_NOT_ALLOWED', {
    releaseId: id,
    state,
    event: 'contactLogged',
    allowed,
  })
}
