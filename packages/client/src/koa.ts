/**
 * The guard as a middleware of Koa, after its body parser. `ctx.state.contentCheck` has the answer, and
 * `ctx.state.contentUnchecked` is true when nobody could be asked.
 */

import { createGuard, type GuardOptions } from './guard.ts'

interface ContextLike {
  // Koa's own type of it: whatever middlewares put there.
  readonly state: Record<string, unknown>
  status: number
  body: unknown
}

export function guardKoa<Context extends ContextLike>(options: GuardOptions<Context>) {
  const guard = createGuard(options)
  return async (context: Context, next: () => Promise<unknown>): Promise<void> => {
    const guarded = await guard(context)
    if (guarded.kind === 'refused') {
      context.status = guarded.status
      context.body = guarded.body
      return
    }
    context.state.contentCheck = guarded.answer
    context.state.contentUnchecked = guarded.isUnchecked
    await next()
  }
}
