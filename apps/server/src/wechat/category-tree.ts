/**
 * The platform's categories as the tree that WeChat's category calls speak of, with numbers.
 *
 * WeChat does not publish its numbers and changes them, so ours are made from the names: the same
 * name has the same number in every edition of the table, on every instance. Clients that read the
 * tree before they use it, as WeChat asks them to, need not care.
 */

import { crc32 } from 'node:zlib'
import type { Category } from '@fangxing/contract'
import type { FilingProfile, Holder, ProfileCategory } from '@fangxing/release'

export interface CategoryNumbers {
  readonly first: number
  readonly second: number
}

/** 31 bits, so that it fits a signed integer of any client; 0 is the root's. */
export function numberOf(name: string): number {
  return (crc32(name) >>> 1) + 1
}

export function numbersOf({ first, second }: Category): CategoryNumbers {
  return { first: numberOf(first), second: numberOf(`${first}-${second}`) }
}

/** A category without recorded licences needs no review: it is granted at once. */
export function needsCertificates({ licences }: ProfileCategory): boolean {
  return licences.length > 0
}

/** The root, then each first-level category with what is under it, as open to `holder`. */
export function toTree({ categories }: FilingProfile, holder: Holder): object {
  const open = categories.filter(({ openTo }) => openTo.includes(holder))
  const firsts = [...new Set(open.map(({ first }) => first))]
  const branches = firsts.flatMap((name) => {
    const seconds = open.filter(({ first }) => first === name)
    return [toBranch(name, seconds), ...seconds.map(toLeaf)]
  })
  const root = { id: 0, children: firsts.map(numberOf), qualify: toQualify([]) }
  return { categories: [root, ...branches] }
}

function toBranch(name: string, seconds: readonly ProfileCategory[]): object {
  return {
    id: numberOf(name),
    name,
    level: 1,
    father: 0,
    children: seconds.map((row) => numbersOf(row).second),
    sensitive_type: 0,
    qualify: toQualify([]),
  }
}

function toLeaf(row: ProfileCategory): object {
  const { first, second } = numbersOf(row)
  return {
    id: second,
    name: row.second,
    level: 2,
    father: first,
    children: [],
    sensitive_type: needsCertificates(row) ? 1 : 0,
    qualify: toQualify(row.licences),
  }
}

/** Each licence is one way to qualify; ` + ` joins documents that must come together. */
function toQualify(licences: readonly string[]): object {
  return {
    exter_list: licences.map((licence) => ({
      inner_list: licence.split(' + ').map((name) => ({ name, url: '' })),
    })),
    remark: '',
  }
}
