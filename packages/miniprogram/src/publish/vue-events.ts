/**
 * What a Vue template sets going: `v-model`, `@input="onInput"`, `@click="submit(item)"`.
 *
 * A handler may be a name, a function or statements; they see the names of the component. What a
 * component of the package sends reaches its listener as it is, without an event around it.
 */

import { parseSync } from 'oxc-parser'
import { evaluate } from '../run/evaluate.ts'
import { executeAll } from '../run/execute.ts'
import type { Frame } from '../run/frame.ts'
import type { Machine } from '../run/machine.ts'
import { readProperty, splitPath, writePath } from '../run/property.ts'
import { declare, openScope } from '../run/scope.ts'
import { contentOf, type EntryId, type Value } from '../run/value.ts'
import { isNestedTooDeep } from '../script/nesting.ts'
import type { TemplateElement } from '../template/parse-template.ts'
import { eventOf } from './events.ts'
import type { Instance } from './instance.types.ts'
import { runFresh, runHandler } from './run-handler.ts'

type EntryOf = ReadonlyMap<TemplateElement, EntryId>

/** `@input`, `v-on:input`, `@tap.stop`. */
const LISTENER = /^(?:@|v-on:)([\w:-]+)(?:\.[\w.]+)?$/
const PATH = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/

export function runVueEvents(
  machine: Machine,
  frame: Frame,
  instance: Instance,
  instances: readonly Instance[],
  entryOf: EntryOf,
): void {
  const elements = instance.unit.templates.flatMap((template) => template.elements)
  for (const element of elements) {
    const sent = sentBy(instance, instances, element)
    bindModel(instance, element, sent, entryOf)
    for (const [attribute, code] of Object.entries(element.attributes)) {
      const name = LISTENER.exec(attribute)?.[1]
      if (name === undefined || code.trim() === '') continue
      const event = sent?.get(name) ?? eventFor(element, name, elements, entryOf)
      runListener(machine, frame, instance, code.trim(), event)
    }
  }
}

function eventFor(
  element: TemplateElement,
  name: string,
  all: readonly TemplateElement[],
  entryOf: EntryOf,
): Value {
  const id = entryOf.get(element)
  const isLibrary = element.tag.includes('-')
  return isLibrary && id !== undefined ? contentOf([id]) : eventOf(element, name, all, entryOf)
}

function sentBy(
  { unit }: Instance,
  instances: readonly Instance[],
  { tag }: TemplateElement,
): ReadonlyMap<string, Value> | undefined {
  const path = unit.components.get(tag)
  return path === undefined ? undefined : instances.find((one) => one.unit.path === path)?.triggered
}

function bindModel(
  { data }: Instance,
  element: TemplateElement,
  sent: ReadonlyMap<string, Value> | undefined,
  entryOf: EntryOf,
): void {
  for (const [name, code] of Object.entries(element.attributes)) {
    if (!/^v-model(:|\.|$)/.test(name)) continue
    const path = splitPath(code.trim().replaceAll(/\[['"]?([\w$]+)['"]?\]/g, '.$1'))
    const id = entryOf.get(element)
    const value =
      id === undefined
        ? (sent?.get('input') ?? sent?.get('update:modelValue') ?? sent?.get('update:value'))
        : contentOf([id])
    if (value !== undefined) writePath(data, throughReference(data, path), value)
  }
}

/** A template leaves out the `value` of a reference. */
function throughReference(data: Value, path: readonly string[]): readonly string[] {
  const [first, ...rest] = path
  if (first === undefined) return path
  const isReference = readProperty(data, first).things.some(
    (one) => one.kind === 'object' && one.isInstance && one.properties.has('value'),
  )
  return isReference ? [first, 'value', ...rest] : path
}

function runListener(
  machine: Machine,
  frame: Frame,
  instance: Instance,
  code: string,
  event: Value,
): void {
  if (PATH.test(code)) {
    const called = code.split('.').reduce((owner, name) => readProperty(owner, name), instance.self)
    runHandler(machine, frame, instance.self, called, event)
    return
  }
  if (isNestedTooDeep(code) || code.length > 2_000) return
  const { program, errors } = parseSync('listener.ts', code, { lang: 'ts', preserveParens: false })
  if (errors.length > 0) return
  const [only] = program.body
  const owner = instance.self.things.find((one) => one.kind === 'object')
  const scope = openScope(
    owner?.kind === 'object' ? { names: owner.properties, outer: undefined } : undefined,
  )
  declare(scope, '$event', event)
  const inner: Frame = {
    scope,
    self: instance.self,
    file: instance.unit.scriptPath ?? '',
    pending: undefined,
  }
  const isFunction =
    program.body.length === 1 &&
    only?.type === 'ExpressionStatement' &&
    /^(ArrowFunctionExpression|FunctionExpression)$/.test(only.expression.type)
  if (isFunction && only?.type === 'ExpressionStatement') {
    runHandler(machine, frame, instance.self, evaluate(machine, inner, only.expression), event)
    return
  }
  runFresh(machine, () => void executeAll(machine, inner, program.body))
}
