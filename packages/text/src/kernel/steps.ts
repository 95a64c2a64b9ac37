/**
 * Work in steps of a millisecond or so each, for whoever has other work to do in between.
 *
 * Nothing waits or is timed here: whoever takes the steps says when.
 */

export type Steps<Result = void> = Generator<void, Result, void>

/** All of them at once. */
export function takeAll<Result>(steps: Steps<Result>): Result {
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}
