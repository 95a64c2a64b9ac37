/** What a reviewer has asked to see, as it stands in the address: shared, kept, and saved by name. */

import { LABELS, type Label } from '@fangxing/contract'
import {
  QUEUE_KINDS,
  QUEUE_STATES,
  type QueueState,
  type QueueWish,
  type SavedFilter,
} from '../../api/queue-types.ts'

export interface QueueView extends QueueWish {
  readonly state: QueueState
}

/** What is not understood is left out: an address may be old, or typed. */
export function parseView(search: URLSearchParams): QueueView {
  const words = (name: string) => (search.get(name) ?? '').split(',')
  const kinds = QUEUE_KINDS.filter((kind) => words('kinds').includes(kind))
  const labels = words('labels').filter(isLabel).map(Number) as Label[]
  const appid = search.get('appid') ?? ''
  const scene = Number(search.get('scene'))
  return {
    state: QUEUE_STATES.find((state) => state === search.get('state')) ?? 'waiting',
    ...(kinds.length > 0 ? { kinds } : {}),
    ...(labels.length > 0 ? { labels } : {}),
    ...(appid === '' ? {} : { appid }),
    ...([1, 2, 3, 4].includes(scene) ? { scene } : {}),
  }
}

function isLabel(word: string): boolean {
  return Object.hasOwn(LABELS, word)
}

export function toSearch({ state, kinds = [], labels = [], appid, scene }: QueueView): string {
  const search = new URLSearchParams()
  if (state !== 'waiting') search.set('state', state)
  if (kinds.length > 0) search.set('kinds', kinds.join(','))
  if (labels.length > 0) search.set('labels', labels.join(','))
  if (appid !== undefined) search.set('appid', appid)
  if (scene !== undefined) search.set('scene', String(scene))
  return search.toString()
}

export function toWish({ kinds, labels, appid, scene }: QueueWish): QueueWish {
  return {
    ...(kinds === undefined ? {} : { kinds }),
    ...(labels === undefined ? {} : { labels }),
    ...(appid === undefined ? {} : { appid }),
    ...(scene === undefined ? {} : { scene }),
  }
}

/** With this one saved under the name; an older one of that name gives way. */
export function withFilter(
  filters: readonly SavedFilter[],
  name: string,
  view: QueueView,
): readonly SavedFilter[] {
  const saved = { kinds: [], labels: [], ...toWish(view), name }
  return [...filters.filter((one) => one.name !== name), saved]
}

/** The name under which the present view is saved; null when it is not. */
export function nameOf(filters: readonly SavedFilter[], view: QueueView): string | null {
  const wanted = toSearch({ ...view, state: 'waiting' })
  return filters.find((one) => toSearch({ ...one, state: 'waiting' }) === wanted)?.name ?? null
}
