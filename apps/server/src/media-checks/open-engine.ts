/** The engine that looks at media, with the known pictures of now. */

import type { Ports } from '../ports.ts'

export async function openEngine({ media, pictureBank }: Pick<Ports, 'media' | 'pictureBank'>) {
  await pictureBank.catchUp()
  return media.open(pictureBank)
}
