/**
 * `tcb-router`: one cloud function that serves many routes by the `$url` of its event.
 *
 * Only the routes that the event may mean are followed, in the order in which they were added, each
 * through its chain of handlers.
 *
 * Source: github.com/TencentCloudBase/tcb-router
 */

import { callValue } from './call.ts'
import type { Frame } from './frame.ts'
import { inDoubt, type Machine } from './machine.ts'
import { fulfil } from './promises.ts'
import { readProperty } from './property.ts'
import {
  type NativeThing,
  native,
  object,
  type PromiseThing,
  promise,
  thing,
  UNDEFINED,
  UNKNOWN,
  type Value,
} from './value.ts'

interface Route {
  /** Nothing for a handler of every route. */
  readonly names: Value | undefined
  readonly handler: Value
}

export function createRouter(machine: Machine, frame: Frame, options: Value): Value {
  const event = readProperty(options, 'event')
  const routes: Route[] = []
  const add = (names: Value | undefined, handlers: readonly Value[]) => {
    routes.push(...handlers.map((handler) => ({ names, handler })))
    return UNDEFINED
  }
  return object([
    ['use', native('use', (args) => add(undefined, args.filter(isCallable)))],
    ['router', native('router', ([names, ...handlers]) => add(names ?? UNKNOWN, handlers))],
    ['serve', native('serve', () => serve(machine, frame, routes, event))],
  ])
}

function serve(machine: Machine, frame: Frame, routes: readonly Route[], event: Value): Value {
  const url = readProperty(event, '$url')
  const context = object([
    [
      '_req',
      object([
        ['url', url],
        ['event', event],
      ]),
    ],
    ['event', event],
    ['body', UNDEFINED],
  ])
  const chosen = routes.flatMap((route) => {
    const match = matches(route.names, url)
    return match === 'no' ? [] : [{ handler: route.handler, isSure: match === 'yes' }]
  })
  const follow = (index: number): Value => {
    const one = chosen[index]
    if (one === undefined) return promise(UNDEFINED)
    const next: NativeThing = { kind: 'native', name: 'next', act: () => follow(index + 1) }
    const call = () => callValue(machine, frame, one.handler, UNDEFINED, [context, thing(next)])
    return one.isSure ? call() : inDoubt(machine, call)
  }
  const done: PromiseThing = { kind: 'promise', value: undefined, reason: undefined }
  fulfil(machine, done, follow(0))
  if (done.value !== undefined) done.value = readProperty(context, 'body')
  return thing(done)
}

function matches(names: Value | undefined, url: Value): 'yes' | 'no' | 'maybe' {
  if (names === undefined) return 'yes'
  const all = names.things.length > 0 ? readProperty(names, undefined) : names
  if (all.open || url.open || all.constants.length === 0) return 'maybe'
  if (all.constants.includes('*')) return 'yes'
  const shared = url.constants.filter((one) => all.constants.includes(one))
  if (shared.length === 0) return 'no'
  return url.constants.length === 1 ? 'yes' : 'maybe'
}

function isCallable(value: Value): boolean {
  return value.things.some(({ kind }) => kind === 'function')
}
