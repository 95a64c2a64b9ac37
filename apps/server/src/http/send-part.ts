/**
 * Sends bytes, or the one part of them that a player asks for.
 *
 * Several parts at once are answered with the whole, as RFC 9110 allows; a part that lies outside is
 * 416. Players need parts to jump.
 *
 * Source: RFC 9110 §14.
 */

import type { FastifyReply } from 'fastify'

const ONE_RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/

export function sendPart(
  reply: FastifyReply,
  content: Uint8Array,
  range: string | undefined,
): FastifyReply {
  const { length } = content
  reply.header('accept-ranges', 'bytes')
  const part = findPart(range, length)
  if (part === null) return reply.send(Buffer.from(content))
  const { start, end } = part
  if (start >= end) return reply.code(416).header('content-range', `bytes */${length}`).send('')
  reply.code(206).header('content-range', `bytes ${start}-${end - 1}/${length}`)
  return reply.send(Buffer.from(content.subarray(start, end)))
}

/** `end` is exclusive; null: the whole. Empty when nothing of it is there. */
export function findPart(
  range: string | undefined,
  length: number,
): { readonly start: number; readonly end: number } | null {
  const [, first = '', last = ''] = ONE_RANGE.exec(range ?? '') ?? []
  if (first === '' && last === '') return null
  if (first === '') return { start: Math.max(0, length - Number(last)), end: length }
  const end = last === '' ? length : Math.min(length, Number(last) + 1)
  // Turned round it is no range, and then the header does not count.
  return last !== '' && Number(last) < Number(first) ? null : { start: Number(first), end }
}
