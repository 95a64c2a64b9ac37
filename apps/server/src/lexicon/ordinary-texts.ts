/** The ordinary texts that lists of terms are held against: the operator's own, else ours. */

import type { Storage } from '@fangxing/storage'
import { ORDINARY_SENTENCES } from '@fangxing/text'

export interface OrdinaryTexts {
  readonly origin: 'operator' | 'builtIn'
  readonly texts: readonly string[]
}

const ORDINARY_TEXTS = 'ordinaryTexts'

export async function readOrdinaryTexts(storage: Storage): Promise<OrdinaryTexts> {
  const texts = (await storage.settings.get(ORDINARY_TEXTS)) as readonly string[] | undefined
  return texts === undefined || texts.length === 0
    ? { origin: 'builtIn', texts: ORDINARY_SENTENCES }
    : { origin: 'operator', texts }
}

/** An empty list: ours again. */
export async function keepOrdinaryTexts(storage: Storage, texts: readonly string[]): Promise<void> {
  await storage.settings.set(ORDINARY_TEXTS, texts)
}
