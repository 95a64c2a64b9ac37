/** How many materials of a batch ended how. */

import type { Verdict } from '@fangxing/contract'
import type { Terminal } from '../terminal/terminal.ts'
import { type FailedAudit, hasFailed, type KeptAudit } from './audit-line.ts'

export type Counts = Record<Verdict | 'failed', number>

export function startCounts(): Counts {
  return { pass: 0, review: 0, reject: 0, failed: 0 }
}

export function countLine(counts: Counts, line: KeptAudit | FailedAudit): void {
  counts[hasFailed(line) ? 'failed' : line.verdict] += 1
}

export function describeCounts(
  { pass, review, reject, failed }: Counts,
  { words }: Pick<Terminal, 'words'>,
): string {
  const all = pass + review + reject + failed
  return words({
    zh: `${all} 份：通过 ${pass}，转人工 ${review}，不通过 ${reject}，打不开 ${failed}`,
    en: `${all}: ${pass} pass, ${review} for a person, ${reject} rejected, ${failed} not opened`,
  })
}
