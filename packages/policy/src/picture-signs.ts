/**
 * What in a picture or a frame speaks against it, said the same way for both.
 *
 * Numbers and their reasons stand here; the rules say what follows.
 */

import type { Finding, KnownPicture } from '@fangxing/contract'
import { placeOf, type Sight } from './media-facts.ts'
import { say } from './say.ts'

/**
 * Differing bits of 256 up to which two pictures are taken for one: what the authors of PDQ
 * recommend. Source: https://github.com/facebook/ThreatExchange/tree/main/pdq
 */
const MOST_DENIED_BITS = 31

/** For an allowance hardly anything may differ: a code put into a corner changes more than this. */
const MOST_ALLOWED_BITS = 8

/** Below it the hash says little: plain areas are all alike. The same source. */
const LEAST_HASH_QUALITY = 50

/**
 * From which score a class calls a person. Nothing is stopped by a score, so the limits lean towards
 * looking; a bather or a painting reaches `sexy` sooner than the others.
 */
const INDECENT: Readonly<Record<string, number>> = { porn: 0.6, hentai: 0.6, sexy: 0.8 }

export function findDenied(sight: Sight): readonly Finding[] {
  const { hash, known = [] } = sight.picture
  return known
    .filter(({ kind, distance }) => kind === 'deny' && isNear(distance, MOST_DENIED_BITS, hash))
    .map(({ bank, label, distance }) => ({
      place: sight.place,
      message: say(
        `与图库“${bank}”里禁止的图片“${label}”相同。`,
        `It is the denied picture “${label}” of the bank “${bank}”.`,
      ),
      measured: `${distance} / 256`,
      limit: `≤ ${MOST_DENIED_BITS} / 256`,
    }))
}

function isNear(distance: number, most: number, hash: Sight['picture']['hash']): boolean {
  return distance <= most && (hash === undefined || hash.quality >= LEAST_HASH_QUALITY)
}

/** A person has allowed this very picture before: what is only estimated of it calls nobody. */
function isAllowed({ picture: { known = [], hash } }: Sight): boolean {
  const allows = ({ kind, distance }: KnownPicture) =>
    kind === 'allow' && isNear(distance, MOST_ALLOWED_BITS, hash)
  return known.some(allows)
}

export function findIndecent(sight: Sight): readonly Finding[] {
  if (isAllowed(sight)) return []
  return (sight.picture.classes ?? []).flatMap(({ name, score }) => {
    const limit = Object.hasOwn(INDECENT, name) ? INDECENT[name] : undefined
    if (limit === undefined || score < limit) return []
    return [
      {
        place: sight.place,
        message: say(
          `模型认为画面像“${name}”一类。`,
          `A model takes what is shown for the class “${name}”.`,
        ),
        measured: `${name} ${score.toFixed(2)}`,
        limit: `< ${limit}`,
      },
    ]
  })
}

/** Longer contents are shown cut: the finding names the code, its address stands in the facts. */
const SHOWN_CHARACTERS = 80

export function findCodes(sight: Sight): readonly Finding[] {
  if (isAllowed(sight)) return []
  return (sight.picture.codes ?? []).map(({ symbology, content, box }) => ({
    place: placeOf(sight, box),
    message: say('画面里有码，会把人引到别处。', 'There is a code, which leads people elsewhere.'),
    measured: content === null ? symbology : `${symbology} ${cut(content)}`,
  }))
}

function cut(content: string): string {
  const characters = [...content]
  return characters.length <= SHOWN_CHARACTERS
    ? content
    : `${characters.slice(0, SHOWN_CHARACTERS).join('')}…`
}
