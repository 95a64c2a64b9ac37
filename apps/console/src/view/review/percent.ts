/** Shares and their bounds in words, honest when there are few: `3 of 3 · 44–100 %`. */

import type { Kappa, QualityShare } from '../../api/queue-types.ts'

export function describeShare({ count, of, share, low, high }: QualityShare): string {
  if (share === null || low === null || high === null) return '–'
  return `${percent(share)} (${count}/${of}, ${percent(low)}–${percent(high)})`
}

export function describeKappa({ kappa, low, high }: Kappa): string {
  if (kappa === null || low === null || high === null) return '–'
  return `${kappa.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}

/** `12 s`, `3 min 05 s`. */
export function describeDuration(ms: number | null): string {
  if (ms === null) return '–'
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`
}

/** From so few pairs nothing can be said of a person. */
export const FEW = 20
