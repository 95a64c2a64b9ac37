/**
 * The bank of known pictures of now, at hand for every picture that is looked at.
 *
 * Whoever begins to look at a picture catches up first, which asks at most once a second: what was added
 * comes in without reading the bank anew, a removal reads it whole. What another process changed is
 * followed within a second, one's own change after `refresh`.
 */

import { type HashBank, type KnownPictures, openHashBank } from '@fangxing/media'
import type { Storage } from '@fangxing/storage'
import { type Clock, systemClock } from '../clock.ts'

const RECHECK_MS = 1000

export interface PictureBank extends KnownPictures {
  /** Part of the edition of every answer; of what `find` answers from. */
  readonly edition: string
  /** Sees every change made before this call. */
  refresh(): Promise<void>
  /** Sees every change made a second ago; of what cannot be asked, the last answer holds. */
  catchUp(): Promise<void>
}

interface Held {
  readonly edition: string
  readonly lastId: number
  readonly bank: HashBank
}

const NOTHING: Held = { edition: '0-0', lastId: 0, bank: openHashBank([]) }

export function openPictureBank(
  knownPictures: Storage['knownPictures'],
  clock: Clock = systemClock,
): PictureBank {
  let held = NOTHING
  /** When the last look began that came to an end. */
  let lookedAt = Number.NEGATIVE_INFINITY
  let looking: Promise<void> = Promise.resolve()
  let catching: Promise<void> | null = null

  async function look(): Promise<void> {
    const startedAt = clock.now()
    await follow()
    lookedAt = startedAt
  }

  async function follow(): Promise<void> {
    const edition = await knownPictures.edition()
    if (edition === held.edition) return
    // Removals are the second part: only then something may be in the bank that is gone.
    const isGrown = removalsOf(edition) === removalsOf(held.edition)
    const from = isGrown ? held : NOTHING
    const added = await Array.fromAsync(knownPictures.all(from.lastId))
    held = { edition, lastId: added.at(-1)?.id ?? from.lastId, bank: from.bank.with(added) }
  }

  /** One after the other: a look that runs may have missed what this one must see. */
  function refresh(): Promise<void> {
    looking = looking.then(look, look)
    return looking
  }

  return {
    get edition() {
      return held.edition
    },
    find: (hash) => held.bank.find(hash),
    refresh,
    async catchUp() {
      const age = clock.now() - lookedAt
      if (age >= 0 && age < RECHECK_MS) return
      catching ??= refresh()
        .catch(() => {})
        .finally(() => {
          catching = null
        })
      await catching
    },
  }
}

function removalsOf(edition: string): string {
  return edition.split('-')[1] ?? ''
}
