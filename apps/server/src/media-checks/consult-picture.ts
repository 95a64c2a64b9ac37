/**
 * A judged picture after the app's other checker, if it has one, has been asked as well: about the
 * picture itself, or a copy within what it takes.
 */

import type { Ports } from '../ports.ts'
import { consultAbout } from '../upstream/consult.ts'
import { fitPicture } from '../upstream/fit-picture.ts'
import type { Asked, GuardedUpstream } from '../upstream/guarded-upstream.ts'
import type { JudgedMedia } from './judge-media.ts'

export async function consultPicture(
  ports: Ports,
  judged: JudgedMedia,
  { id, appid, bytes }: { readonly id: string; readonly appid: string; readonly bytes: Uint8Array },
): Promise<JudgedMedia> {
  const ours = { suggest: judged.suggest, label: judged.label }
  const ask = async (upstream: GuardedUpstream): Promise<Asked> => {
    const taken = await fitPicture(bytes, formatOf(judged))
    if (taken === null) return { kind: 'absent', because: 'PICTURE_NOT_TAKEN' }
    return upstream.picture(taken)
  }
  const told = await consultAbout(ports, { checkId: id, appid, ours, ask })
  return { ...judged, ...told }
}

function formatOf({ seen }: JudgedMedia) {
  return 'format' in seen ? seen.format : undefined
}
