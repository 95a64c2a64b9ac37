/** Slows down guessing of passwords and one-time tokens. Counted by this process alone. */

import { AppError } from '@fangxing/contract'
import fastifyRateLimit from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'
import type { App } from './app.ts'

/** A person mistypes three times; a program tries thousands. */
const TRIES = 10
const WINDOW_MS = 5 * 60 * 1000

export async function prepareToSlowDown(app: App): Promise<void> {
  await app.register(fastifyRateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) =>
      new AppError('RATE_LIMITED', { retryAfterSeconds: Math.ceil(ttl / 1000) }),
  })
}

/** Route options: so many tries for one name from one address. */
export function slowDown() {
  return {
    rateLimit: {
      max: TRIES,
      timeWindow: WINDOW_MS,
      hook: 'preHandler' as const,
      keyGenerator: (request: FastifyRequest) =>
        `${request.routeOptions.url} ${request.ip} ${nameIn(request.body)}`,
    },
  }
}

function nameIn(body: unknown): string {
  const { name } = (body ?? {}) as { name?: unknown }
  return typeof name === 'string' ? name.trim().toLowerCase() : ''
}
