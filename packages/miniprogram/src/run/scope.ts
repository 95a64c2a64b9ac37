/**
 * The names a piece of code can see, innermost first.
 */

import { join, type Value } from './value.ts'

export interface Scope {
  readonly names: Map<string, Value>
  readonly outer: Scope | undefined
}

export function openScope(outer?: Scope): Scope {
  return { names: new Map(), outer }
}

export function declare(scope: Scope, name: string, value: Value): void {
  scope.names.set(name, value)
}

export function lookUp(scope: Scope, name: string): Value | undefined {
  return holder(scope, name)?.names.get(name)
}

/**
 * Assigns where the name is declared. With `keepOld` the former value stays possible, and so it
 * does for a variable of a module, because event handlers run in any order.
 */
export function assign(scope: Scope, name: string, value: Value, keepOld: boolean): void {
  const { names, outer } = holder(scope, name) ?? scope
  const isShared = outer === undefined
  names.set(name, keepOld || isShared ? join(value, names.get(name)) : value)
}

function holder(scope: Scope, name: string): Scope | undefined {
  let at: Scope | undefined = scope
  while (at !== undefined && !at.names.has(name)) at = at.outer
  return at
}
