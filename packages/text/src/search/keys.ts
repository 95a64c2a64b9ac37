/**
 * The spellings under which a term is looked for as plain text: its own, with other names for ways
 * of contact, with look-alike characters replaced by the one that stands for their group, and from
 * its end to its beginning.
 */

import { toBit } from '../conversion.ts'
import { ALIASES } from '../disguise/alias-table.ts'
import { LOOK_ALIKE } from '../disguise/look-alike-table.ts'
import { toCharacter } from '../fold/fold-table.ts'
import type { ListedTerm } from '../listed-term.ts'
import { readTerm } from '../listed-word.ts'

export interface Key {
  /** Which term. */
  readonly number: number
  readonly text: string
  readonly units: Uint16Array
  /** The conversion that this spelling is by itself, one bit; 0 for the term's own. */
  readonly bits: number
}

const ALIAS = toBit('alias')
const SHAPE = toBit('shape')
const REVERSED = toBit('reversed')

const NAMES = Object.entries(ALIASES)
const NONE: readonly Key[] = []

export function ownKeyOf({ term, units }: ListedTerm, number: number): Key {
  return { number, text: term.text, units, bits: 0 }
}

export function otherKeysOf(listed: ListedTerm, number: number): readonly Key[] {
  const { allowed } = listed
  const shapes = (allowed & SHAPE) === 0 ? NONE : shapeKeys(listed, number)
  const aliases = (allowed & ALIAS) === 0 ? NONE : aliasKeys(listed, number)
  return [...shapes, ...aliases]
}

/** A word that reads the same backwards is not turned. */
export function reversedKeysOf(
  { term, units, allowed }: ListedTerm,
  number: number,
): readonly Key[] {
  if ((allowed & REVERSED) === 0 || units.length < 2) return NONE
  const turned = units.toReversed()
  if (turned.every((unit, at) => unit === units[at])) return NONE
  return [{ number, text: term.text, units: turned, bits: REVERSED }]
}

function aliasKeys({ units }: ListedTerm, number: number): readonly Key[] {
  let plain = ''
  for (const unit of units) plain += toCharacter(unit)
  if (!NAMES.some(([name]) => plain.includes(name))) return NONE
  return NAMES.flatMap(([name, aliases]) => {
    if (!plain.includes(name) || plain === name.slice(0, 1)) return []
    return aliases.flatMap((alias) => {
      const text = plain.replace(name, alias)
      const reading = readTerm(text)
      return reading.kind === 'word' ? [{ number, text, units: reading.units, bits: ALIAS }] : []
    })
  })
}

/** The text is changed in the same way, so one spelling for each term is enough. */
function shapeKeys({ units }: ListedTerm, number: number): readonly Key[] {
  if (units.every((unit) => LOOK_ALIKE[unit] === unit)) return NONE
  const plain = units.map((unit) => LOOK_ALIKE[unit] as number)
  const text = Array.from(plain, toCharacter).join('')
  return [{ number, text, units: plain, bits: SHAPE }]
}
