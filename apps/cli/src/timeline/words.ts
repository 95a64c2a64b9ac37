/** Whose turn it is, in words for people. */

import type { Wording } from '@fangxing/contract'
import { ROLE_WORDS, type Turn } from '@fangxing/release'

export const TURN_WORDS: Readonly<Record<Turn, Wording>> = {
  ...ROLE_WORDS,
  nobody: { zh: '无人需要操作', en: 'nobody has to act' },
}
