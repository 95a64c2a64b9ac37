/**
 * The routes of a server while a program is followed: what was registered, in what order, and what a
 * request reaches.
 *
 * A chain holds the handlers without a path (they see every request) and those whose path the request
 * has, in the order in which they were registered, through mounted routers.
 */

import type { Machine } from '../run/machine.ts'
import type { ObjectThing, Value } from '../run/value.ts'

export type Style = 'express' | 'koa'

export interface Router {
  readonly style: Style
  readonly steps: Step[]
  /** `prefix` of a router of koa. */
  prefix: string
}

interface Step {
  /** Empty for a handler of every request. */
  readonly path: string
  /** Lower case; `all` for any. */
  readonly method: string
  readonly handlers: readonly Value[]
  /** A router that is mounted below the path. */
  readonly mounted: Router | undefined
  /** Only its beginning has to match. */
  readonly isPrefix: boolean
}

export interface Reached {
  readonly style: Style
  readonly handlers: readonly Value[]
}

interface Servers {
  readonly routers: Map<ObjectThing, Router>
  /** Routers that nothing mounts: the servers themselves. */
  readonly all: Router[]
  isLoaded: boolean
}

const servers = new WeakMap<Machine, Servers>()

export function serversOf(machine: Machine): Servers {
  const known = servers.get(machine)
  if (known) return known
  const made: Servers = { routers: new Map(), all: [], isLoaded: false }
  servers.set(machine, made)
  return made
}

export function routerBehind(machine: Machine, value: Value): Router | undefined {
  const { routers } = serversOf(machine)
  for (const one of value.things) {
    const router = one.kind === 'object' ? routers.get(one) : undefined
    if (router) return router
  }
  return undefined
}

/** The handlers that a request reaches, when exactly one route answers it. */
export function reach(machine: Machine, method: string, path: string): Reached | undefined {
  const { all } = serversOf(machine)
  const mounted = new Set(all.flatMap(({ steps }) => steps.flatMap((step) => step.mounted ?? [])))
  const chains = all
    .filter((router) => !mounted.has(router))
    .flatMap((router) => {
      const chain = chainOf(router, method, path, new Set())
      return chain.isAnswered ? [{ style: router.style, handlers: chain.handlers }] : []
    })
  return chains.length === 1 ? chains[0] : undefined
}

interface Chain {
  readonly handlers: readonly Value[]
  /** A handler of this very path is among them. */
  readonly isAnswered: boolean
}

function chainOf(router: Router, method: string, path: string, seen: Set<Router>): Chain {
  if (seen.has(router)) return { handlers: [], isAnswered: false }
  const inside = new Set([...seen, router])
  const handlers: Value[] = []
  let isAnswered = false
  const rest = without(router.prefix, path)
  for (const step of rest === undefined ? [] : router.steps) {
    if (step.method !== 'all' && step.method !== method) continue
    if (step.mounted !== undefined) {
      const below = without(step.path, rest ?? '')
      if (below === undefined) continue
      const chain = chainOf(step.mounted, method, below, inside)
      if (chain.isAnswered) handlers.push(...step.handlers, ...chain.handlers)
      isAnswered ||= chain.isAnswered
    } else if (matches(step, rest ?? '')) {
      handlers.push(...step.handlers)
      isAnswered ||= !step.isPrefix
      // What is registered after the one that answers is not reached, but by its own `next`.
    }
  }
  return { handlers, isAnswered }
}

/** The path below a prefix, nothing when it lies elsewhere. */
function without(prefix: string, path: string): string | undefined {
  const base = prefix.replace(/\/+$/, '')
  if (base === '') return path
  return path === base || path.startsWith(`${base}/`) ? path.slice(base.length) || '/' : undefined
}

function matches({ path, isPrefix }: Step, asked: string): boolean {
  if (isPrefix) return path === '' || without(path, asked) !== undefined
  const parts = segments(path)
  const given = segments(asked)
  return (
    parts.length === given.length &&
    parts.every((part, at) => part === given[at] || part.startsWith(':') || part === '*')
  )
}

function segments(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '')
}
