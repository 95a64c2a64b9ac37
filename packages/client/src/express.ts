/**
 * The guard as a middleware of Express, and of what takes such functions: Connect, Nest on Express.
 *
 * Comes after the parser of the body. The answer is in `response.locals.contentCheck`.
 */

import { createGuard, type GuardOptions } from './guard.ts'

/** What is used of a response: no types of a framework are needed here. */
interface ResponseLike {
  readonly locals: Record<string, unknown>
  status(code: number): { json(body: unknown): unknown }
}

export function guardExpress<Request>(options: GuardOptions<Request>) {
  const guard = createGuard(options)
  return (request: Request, response: ResponseLike, next: (error?: unknown) => void): void => {
    guard(request).then((guarded) => {
      if (guarded.kind === 'refused') {
        response.status(guarded.status).json(guarded.body)
        return
      }
      response.locals.contentCheck = guarded.answer
      next()
    }, next)
  }
}
