/** How often another checker said the same, among what it answered. */

import type { Agreement } from '../api/operate-types.ts'

export function composeAgreement({ items }: Agreement) {
  const of = (wanted: (item: Agreement['items'][number]) => boolean) =>
    items.filter(wanted).reduce((sum, { count }) => sum + count, 0)
  const answered = of(({ theirs }) => theirs !== null)
  const agreed = of(({ ours, theirs }) => ours === theirs)
  return {
    answered,
    unanswered: of(({ theirs }) => theirs === null),
    agreedShare: answered === 0 ? null : agreed / answered,
  }
}
