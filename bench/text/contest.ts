/**
 * Engines side by side, each in a process of its own, in interleaved rounds: a noisy machine is
 * noisy for all, and no engine changes how another is compiled. One round runs at a time. Of each engine
 * the fastest round counts: what else runs can only slow one down.
 */

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Order } from './contestant.ts'
import type { Round } from './measure.ts'
import type { TextKind } from './speed.ts'

const CONTESTANT = join(import.meta.dirname, 'contestant.ts')

export interface Speed {
  readonly name: string
  readonly kind: TextKind
  /** Million UTF-16 units per second, in the fastest round. */
  readonly speed: number
  readonly hits: number
}

export async function runContest(
  names: readonly string[],
  wordCount: number,
  kinds: readonly TextKind[],
  rounds: number,
): Promise<readonly Speed[]> {
  const children = names.map((name) => fork(CONTESTANT, [name, String(wordCount)]))
  try {
    const speeds: Speed[] = []
    for (const kind of kinds) speeds.push(...(await runKind(names, children, kind, rounds)))
    return speeds
  } finally {
    for (const child of children) child.kill()
  }
}

async function runKind(
  names: readonly string[],
  children: readonly ChildProcess[],
  kind: TextKind,
  rounds: number,
): Promise<readonly Speed[]> {
  const results: Round[][] = children.map(() => [])
  for (let round = 0; round <= rounds; round += 1) {
    for (const [nth, child] of children.entries()) {
      results[nth]?.push(await askRound(child, { kind, isFirst: round === 0 }))
    }
  }
  return names.map((name, nth) => {
    const [first, ...counted] = results[nth] ?? []
    const speed = Math.max(...counted.map((round) => round.speed))
    return { name, kind, speed, hits: first?.found ?? 0 }
  })
}

/** A child that ends instead of answering failed; what it said stands in the output. */
async function askRound(child: ChildProcess, order: Order): Promise<Round> {
  const ended = new AbortController()
  child.send(order)
  const answered = once(child, 'message', { signal: ended.signal })
  const exited = once(child, 'exit', { signal: ended.signal }).then(() => {
    throw new Error('An engine ended before its round did.')
  })
  try {
    const [round] = await Promise.race([answered, exited])
    return round
  } finally {
    ended.abort()
    await Promise.allSettled([answered, exited])
  }
}
