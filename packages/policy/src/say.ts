import type { Wording } from '@fangxing/contract'

/** A wording, Chinese first. */
export function say(zh: string, en: string): Wording {
  return { zh, en }
}
