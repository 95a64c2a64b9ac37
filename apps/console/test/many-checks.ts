/** A list that is longer than any screen: checks of the first app, over six days; and its end. */

import assert from 'node:assert/strict'
import type { House } from './house.ts'

export async function recordMany(house: House, count: number): Promise<void> {
  const { storage } = house.ports
  const [app] = await storage.apps.list()
  assert.ok(app)
  const now = house.ports.clock.now()
  const { appid } = app
  await Promise.all(
    Array.from({ length: count }, (_, index) =>
      storage.checks.record({
        appid,
        writer: `o${index % 40}`,
        scene: 2,
        suggest: index % 9 === 0 ? 'risky' : 'pass',
        label: index % 9 === 0 ? 20006 : 100,
        edition: 'walk',
        evidence: { hits: [], judgements: [] },
        texts: [{ field: 'content', text: `第 ${index} 条留言` }],
        keepTextsUntil: now + 86_400_000,
        at: now - 86_400_000 * (index % 6) - index * 1000,
      }),
    ),
  )
}

/** Runs in the page until the foot of the list says that everything is there. */
export function scrollToEnd(words: string): boolean {
  scrollTo(0, document.body.scrollHeight)
  return document.body.innerText.includes(words)
}
