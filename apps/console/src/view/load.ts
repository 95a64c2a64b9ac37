/** Load samples made ready to be drawn. */

import type { LoadSample } from '../api/operate-types.ts'

export function perSecond({ requests, spanMs }: Pick<LoadSample, 'requests' | 'spanMs'>): number {
  return spanMs <= 0 ? 0 : (requests * 1000) / spanMs
}

/** At most so many, evenly apart; the last one, of now, is always among them. */
export function thin<Item>(items: readonly Item[], most: number): readonly Item[] {
  const every = Math.max(1, Math.ceil(items.length / most))
  return items.filter((_, index) => (items.length - 1 - index) % every === 0)
}
