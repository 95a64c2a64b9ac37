/**
 * Where content lies in the state of a page, as one line: when a round of handlers has left it as it
 * was, another round would see nothing else.
 *
 * By the names on the way, not by identity, because handlers make their objects anew each time. Looks
 * into data, instances, modules and what functions close over, as deep as content is kept in practice.
 */

import type { Machine } from '../run/machine.ts'
import type { Scope } from '../run/scope.ts'
import { marksOf, type Thing, type Value } from '../run/value.ts'
import type { Instance } from './instance.types.ts'

/** Below this everything counts as one. */
const MAX_DEPTH = 4

export function marksOfState(machine: Machine, instances: readonly Instance[]): string {
  const found = new Map<string, Set<number>>()
  const seen = new Set<Thing | Scope>()
  instances.forEach(({ self, data, triggered }, index) => {
    note(found, seen, `${index}.self`, self, 0)
    note(found, seen, `${index}.data`, data, 0)
    for (const [name, value] of triggered) note(found, seen, `${index}!${name}`, value, 0)
  })
  for (const [path, scope] of machine.scopes) noteScope(found, seen, path, scope, 0)
  if (machine.app) note(found, seen, 'app', machine.app, 0)
  for (const [key, { entries }] of machine.kept.byKey) found.set(`kept.${key}`, new Set(entries))
  return [...found]
    .filter(([, entries]) => entries.size > 0)
    .map(([path, entries]) => `${path}:${[...entries].sort().join()}`)
    .sort()
    .join('\n')
}

function note(
  found: Map<string, Set<number>>,
  seen: Set<Thing | Scope>,
  path: string,
  value: Value,
  depth: number,
): void {
  add(found, path, depth === MAX_DEPTH ? marksOf([value]).entries : value.entries)
  if (depth === MAX_DEPTH) return
  for (const one of value.things) {
    if (seen.has(one)) continue
    seen.add(one)
    if (one.kind === 'object') {
      for (const [name, inner] of one.properties)
        note(found, seen, `${path}.${one.isList ? '*' : name}`, inner, depth + 1)
      if (one.rest) note(found, seen, `${path}.*`, one.rest, depth + 1)
    } else if (one.kind === 'function') noteScope(found, seen, `${path}()`, one.scope, depth + 1)
    else if (one.kind === 'promise' && one.value) note(found, seen, path, one.value, depth + 1)
  }
}

/** The names that a function closes over, up to those of its module. */
function noteScope(
  found: Map<string, Set<number>>,
  seen: Set<Thing | Scope>,
  path: string,
  scope: Scope,
  depth: number,
): void {
  let at: Scope | undefined = scope
  while (at !== undefined && !seen.has(at) && depth <= MAX_DEPTH) {
    seen.add(at)
    for (const [name, value] of at.names) note(found, seen, `${path}.${name}`, value, depth)
    at = at.outer
  }
}

function add(found: Map<string, Set<number>>, path: string, entries: ReadonlySet<number>): void {
  if (entries.size === 0) return
  const known = found.get(path) ?? new Set()
  for (const entry of entries) known.add(entry)
  found.set(path, known)
}
