/**
 * Takes the package of a new version: it becomes a draft, or nothing is kept.
 *
 * The archive is read within its limits and its manifest parsed before anything is stored, so a
 * package that could never be assessed is refused now and not after a day of waiting. One that ends
 * the process which reads it is taken: the review will send it to a person.
 */

import type { Actor } from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import { unlessCrashed } from '../assessor/index.ts'
import type { Ports } from '../ports.ts'

export interface Upload {
  readonly appid: string
  readonly version: string
  readonly description: string
  readonly archive: Uint8Array
  readonly actor: Actor
}

export async function uploadRelease(ports: Ports, upload: Upload): Promise<Release> {
  const { archive, ...created } = upload
  await ports.assessor.observe(archive, []).catch(unlessCrashed)

  const at = ports.clock.now()
  return ports.storage.releases.create({ kind: 'created', at, ...created }, archive)
}
