/**
 * The guard as a `preHandler` of Fastify routes (and of Nest on Fastify). `request.contentCheck` has
 * the answer, and `request.contentUnchecked` is true when nobody could be asked; decorate the request
 * with both first, as Fastify advises.
 */

import { createGuard, type GuardOptions } from './guard.ts'

interface ReplyLike {
  code(status: number): { send(body: unknown): unknown }
}

export function guardFastify<Request extends object>(options: GuardOptions<Request>) {
  const guard = createGuard(options)
  return async (request: Request, reply: ReplyLike): Promise<unknown> => {
    const guarded = await guard(request)
    if (guarded.kind === 'refused') return reply.code(guarded.status).send(guarded.body)
    const { answer: contentCheck, isUnchecked: contentUnchecked } = guarded
    Object.assign(request, { contentCheck, contentUnchecked })
    return undefined
  }
}
