/** Says now and then how far it is, on standard error: every five seconds, nothing on a short run. */

import type { Terminal } from '../terminal/terminal.ts'
import { type Tally, total } from './tally.ts'

const TELL_EVERY_MS = 5000

export interface Progress {
  /** `end`: bytes of the input that are done. */
  tell(end: number, tally: Tally): void
}

export function startProgress(
  size: number,
  { complain, language, words }: Terminal,
  now: () => number = () => performance.now(),
): Progress {
  let toldAt = now()
  let toldLines: number | null = null
  const number = new Intl.NumberFormat(language)

  return {
    tell(end, tally) {
      const at = now()
      const lines = total(tally)
      toldLines ??= lines
      if (at - toldAt < TELL_EVERY_MS) return
      const perSecond = Math.round(((lines - toldLines) * 1000) / (at - toldAt))
      const percent = size === 0 ? 100 : Math.floor((end / size) * 100)
      const [done, speed] = [number.format(lines), number.format(perSecond)]
      complain(
        words({
          zh: `${percent}% · ${done} 行 · 每秒 ${speed} 行`,
          en: `${percent}% · ${done} lines · ${speed} a second`,
        }),
      )
      toldAt = at
      toldLines = lines
    },
  }
}
