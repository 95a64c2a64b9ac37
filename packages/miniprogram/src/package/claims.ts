/**
 * What a team says of its own back ends, in `fangxing.json` at the top of the package.
 *
 *   { "backends": [{ "to": "api.example.com", "check": "发布前调用 msgSecCheck", "media": ["text"] }] }
 *
 * `to` is a host, a cloud function or a library; without `media` it is said of all. A claim is shown
 * and never believed. A file that is no JSON is refused like any other.
 */

import type { Claim, PublishMedium } from '@fangxing/contract'
import { malformed } from '../because.ts'
import { items, member, readJson, textOf, texts } from './json.ts'
import { placeAt, type SourceTree } from './source-tree.ts'

const SETTINGS_FILE = 'fangxing.json'

/** The claim about content of a medium that leaves for a target; nothing when none is made. */
export type FindClaim = (target: string, medium: PublishMedium) => Claim | undefined

export function readClaims(tree: SourceTree): FindClaim {
  const source = tree.read(SETTINGS_FILE)
  const reading = source && readJson(source)
  if (source === undefined || reading === undefined) return () => undefined
  if (!('root' in reading)) {
    tree.refuse(SETTINGS_FILE, malformed(reading.line))
    return () => undefined
  }
  const claims = items(member(reading.root, 'backends')).flatMap((item) => {
    const to = textOf(member(item, 'to'))
    const says = textOf(member(item, 'check'))
    if (!to || !says) return []
    const media = texts(member(item, 'media'))
    return [{ to, media, claim: { says, place: placeAt(source, item.offset) } }]
  })
  return (target, medium) =>
    claims.find(({ to, media }) => to === target && (media.length === 0 || media.includes(medium)))
      ?.claim
}
