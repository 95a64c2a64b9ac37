/**
 * The words by which a content is still hit when a phrase of it is excused, told to whoever agrees.
 *
 * A phrase excuses one term; others may hit the same place, or another. Judged by the list of now
 * and the texts that are kept; empty when there are none. Hints decide nothing and are left out.
 * Says nothing of what models and rules think of the content.
 */

import type { Proposal } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { excuse, findListed } from './list-change.ts'

export async function findStillFound(
  { lexicon, storage }: Ports,
  { change, checkId, answer }: Proposal,
): Promise<readonly string[]> {
  if (change.kind !== 'allow' || answer !== null) return []
  const listed = findListed((await lexicon.listed()).list, change.termId)
  const check = await storage.checks.find(checkId)
  if (listed === undefined || check === null) return []
  const excused = await lexicon.compile([excuse(listed, change.phrase)])
  const current = await lexicon.current()
  const { texts, scene } = check
  const matches = (texts ?? []).flatMap(({ text }) => [
    ...current.find(text, { scene }).filter(({ termId }) => termId !== listed.id),
    ...excused.find(text, { scene }),
  ])
  return [...new Set(matches.filter(({ level }) => level !== 'hint').map(({ term }) => term))]
}
