/**
 * The guard as a middleware of Express, and of what takes such functions: Connect, Nest on Express.
 *
 * Comes after the parser of the body. `response.locals.contentCheck` has the answer, and
 * `response.locals.contentUnchecked` is true when nobody could be asked.
 */

import { createGuard, type GuardOptions } from './guard.ts'

/** What is used of a response: Node's own, so that no framework is needed here. */
interface ResponseLike {
  locals?: Record<string, unknown>
  statusCode: number
  setHeader(name: string, value: string): unknown
  end(body: string): unknown
}

export function guardExpress<Request>(options: GuardOptions<Request>) {
  const guard = createGuard(options)
  return (request: Request, response: ResponseLike, next: (error?: unknown) => void): void => {
    guard(request).then((guarded) => {
      if (guarded.kind === 'refused') {
        response.statusCode = guarded.status
        response.setHeader('content-type', 'application/json; charset=utf-8')
        response.end(JSON.stringify(guarded.body))
        return
      }
      const { answer: contentCheck, isUnchecked: contentUnchecked } = guarded
      response.locals = { ...response.locals, contentCheck, contentUnchecked }
      next()
    }, next)
  }
}
