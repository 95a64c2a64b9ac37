/** Waiting for what a worker does, by asking until it is so. */

import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import type { Caller } from './house.ts'

const AGAIN_MS = 100
const LIMIT_MS = 60_000

interface Known {
  readonly id: string
  readonly state: string
}

/** The release once it is as wanted. */
export function settled(
  caller: Caller,
  releaseId: string,
  isWanted: (release: Known) => boolean,
): Promise<Known> {
  return until(() => caller<Known>('GET', `/v1/releases/${releaseId}`), isWanted)
}

/** What is asked for, once it is as wanted. */
export async function until<Answer>(
  ask: () => Promise<Answer>,
  isWanted: (answer: Answer) => boolean,
): Promise<Answer> {
  const deadline = Date.now() + LIMIT_MS
  for (;;) {
    const answer = await ask()
    if (isWanted(answer)) return answer
    assert(Date.now() < deadline, `it stayed ${JSON.stringify(answer)}`)
    await wait(AGAIN_MS)
  }
}
