/** A judged picture after the app's other checker, if it has one, has been asked as well. */

import type { Ports } from '../ports.ts'
import { consultAbout } from '../upstream/consult.ts'
import type { JudgedMedia } from './judge-media.ts'

export async function consultPicture(
  ports: Ports,
  judged: JudgedMedia,
  { id, appid, bytes }: { readonly id: string; readonly appid: string; readonly bytes: Uint8Array },
): Promise<JudgedMedia> {
  const ours = { suggest: judged.suggest, label: judged.label }
  const ask = { checkId: id, appid, ours }
  const told = await consultAbout(ports, { ...ask, ask: (one) => one.picture(bytes) })
  return { ...judged, ...told }
}
