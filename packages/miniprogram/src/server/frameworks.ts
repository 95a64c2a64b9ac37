/**
 * The calls by which a script sets up a server: `express()`, `express.Router()`, `new Koa()`,
 * `new Router()`, and the methods of what they make.
 */

import type { Frame } from '../run/frame.ts'
import type { Machine } from '../run/machine.ts'
import { propertiesOf, readProperty } from '../run/property.ts'
import { native, type ObjectThing, thing, UNDEFINED, UNKNOWN, type Value } from '../run/value.ts'
import { type Router, routerBehind, type Style, serversOf } from './routes.ts'

const MAKERS: readonly (readonly [name: RegExp, style: Style])[] = [
  [/^npm:express(?:\.Router)?$/, 'express'],
  [/^npm:(?:koa|koa-router|@koa\/router)$/, 'koa'],
]

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'del', 'all', 'options', 'head'] as const

/** What the call makes; nothing when the name is none of a framework's. */
export function callFramework(
  machine: Machine,
  frame: Frame,
  name: string,
  args: readonly Value[],
): Value | undefined {
  void frame
  const maker = MAKERS.find(([pattern]) => pattern.test(name))
  if (maker) return createRouter(machine, maker[1], args[0])
  // Static files, body parsers and their kin see every request and hold nothing back.
  return /^npm:express\.(json|urlencoded|static|raw|text)$/.test(name) ? UNDEFINED : undefined
}

export function createRouter(machine: Machine, style: Style, options: Value | undefined): Value {
  const servers = serversOf(machine)
  const prefix = textOf(options && readProperty(options, 'prefix')) ?? ''
  const router: Router = { style, steps: [], prefix }
  const owner: ObjectThing = {
    kind: 'object',
    properties: new Map(),
    rest: undefined,
    isList: false,
    isInstance: true,
  }
  servers.routers.set(owner, router)
  servers.all.push(router)
  const self = thing(owner)
  const set = (name: string, act: (args: readonly Value[]) => Value) =>
    owner.properties.set(name, native(name, act))
  for (const method of METHODS) set(method, (args) => addRoute(router, method, args, self))
  set('use', (args) => addUse(machine, router, args, self))
  set('prefix', ([path]) => {
    router.prefix = textOf(path) ?? router.prefix
    return self
  })
  set('routes', () => self)
  set('allowedMethods', () => UNDEFINED)
  set('route', ([path = UNKNOWN]) => routeOf(router, path))
  for (const name of ['listen', 'set', 'on', 'enable', 'disable', 'engine', 'callback'])
    set(name, () => UNKNOWN)
  return self
}

function addRoute(
  router: Router,
  method: string,
  [path = UNKNOWN, ...handlers]: readonly Value[],
  self: Value,
): Value {
  const paths = path.things.length > 0 ? propertiesOf(path).map(([, one]) => one) : [path]
  for (const one of paths) {
    const text = textOf(one)
    if (text === undefined) continue
    router.steps.push({
      path: text,
      method: method === 'del' ? 'delete' : method,
      handlers: handlers.flatMap(flatten),
      mounted: undefined,
      isPrefix: false,
    })
  }
  return self
}

function addUse(machine: Machine, router: Router, args: readonly Value[], self: Value): Value {
  const text = textOf(args[0])
  const rest = (text === undefined ? args : args.slice(1)).flatMap(flatten)
  const handlers = rest.filter((one) => routerBehind(machine, one) === undefined)
  const mounted = rest.flatMap((one) => routerBehind(machine, one) ?? [])
  const path = text ?? ''
  const callable = handlers.filter(isCallable)
  if (mounted.length === 0 && callable.length > 0) {
    router.steps.push({
      path,
      method: 'all',
      handlers: callable,
      mounted: undefined,
      isPrefix: true,
    })
  }
  for (const one of mounted) {
    router.steps.push({ path, method: 'all', handlers: callable, mounted: one, isPrefix: true })
  }
  return self
}

/** `app.route('/posts').get(…).post(…)`. */
function routeOf(router: Router, path: Value): Value {
  const owner: ObjectThing = {
    kind: 'object',
    properties: new Map(),
    rest: undefined,
    isList: false,
  }
  const self = thing(owner)
  for (const method of METHODS) {
    const act = (handlers: readonly Value[]) => addRoute(router, method, [path, ...handlers], self)
    owner.properties.set(method, native(method, act))
  }
  return self
}

/** Handlers may be given in lists. */
function flatten(value: Value): readonly Value[] {
  const [only] = value.things
  return value.things.length === 1 && only?.kind === 'object' && only.isList
    ? [...only.properties.values()]
    : [value]
}

/** A library's middleware is no function of the package and holds nothing back that is known. */
function isCallable({ things }: Value): boolean {
  return things.some(({ kind }) => kind === 'function')
}

function textOf(value: Value | undefined): string | undefined {
  const [only] = value?.constants ?? []
  return value?.constants.length === 1 && !value.open && typeof only === 'string' ? only : undefined
}
