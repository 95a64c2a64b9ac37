/** Takes in a file that is to be looked at later: the answer comes by push, within half an hour. */

import { randomBytes } from 'node:crypto'
import { type MediaCheckKind, nameCheck } from '@fangxing/storage'
import type { Ports } from '../ports.ts'

/** WeChat promises half an hour; five minutes are left for telling of a failure. */
const ANSWER_WITHIN_MS = 25 * 60_000

/** A program that asks for the same file over and over is in a loop. */
const MOST_ALIKE = 3

export interface MediaRequest {
  readonly appid: string
  readonly writer: string | null
  readonly scene: number
  readonly shape: 1 | 2
  readonly kind: MediaCheckKind
  readonly url: string
  readonly hasExtension: boolean
}

/** The trace id; null when this very file waits several times already. */
export async function requestMediaCheck(
  { storage, wallClock }: Ports,
  request: MediaRequest,
): Promise<string | null> {
  const { mediaChecks } = storage
  if ((await mediaChecks.countWaiting(request.appid, request.url)) >= MOST_ALIKE) return null
  const createdAt = wallClock.now()
  const id = request.shape === 1 ? randomBytes(16).toString('hex') : nameCheck(createdAt)
  await mediaChecks.add({ ...request, id, createdAt, dueAt: createdAt + ANSWER_WITHIN_MS })
  return id
}
