/**
 * Follows JSX: renders the components of the package, and notes the handlers that the elements of
 * the platform get.
 *
 * A component of the package is called with its properties, as React would; what it hands to an
 * inner element therefore reaches the handler of whoever gave it. What an element is worth as a value
 * is not known.
 */

import type { JSXAttribute, JSXElement, JSXElementName, JSXFragment, Node } from 'oxc-parser'
import { callBack, callFunction } from './call.ts'
import { construct } from './classes.ts'
import { copyProperties, evaluate } from './evaluate.ts'
import { type Frame, NeverSettled, Thrown } from './frame.ts'
import { countStep, type Machine } from './machine.ts'
import { propertiesOf, readProperty, writeProperty } from './property.ts'
import { callOnce, provide, providedBy, type ReactInstance, renderingOf } from './react.ts'
import { lookUp } from './scope.ts'
import {
  constant,
  type FunctionThing,
  joinAll,
  native,
  object,
  thing,
  UNDEFINED,
  UNKNOWN,
  type Value,
} from './value.ts'

/** A handler, by the custom of React. */
const HANDLER = /^on[A-Z]/

/** Libraries whose components are the elements of the platform. */
const PLATFORM_ELEMENTS = /^(?:Taro|wx|npm:@tarojs\/components|npm:remax\/\w+)(?:\.|$)/

export function evaluateJsx(machine: Machine, frame: Frame, node: JSXElement | JSXFragment): Value {
  countStep(machine)
  const children = node.children.map((child) => evaluateChild(machine, frame, child))
  if (node.type === 'JSXFragment') return UNKNOWN
  const { openingElement } = node
  const tag = tagValue(frame, openingElement.name)
  const props = propsOf(machine, frame, node, children)
  const cell = providedBy(tag)
  if (cell) provide(cell, readProperty(props, 'value'))
  for (const one of tag.things) {
    if (one.kind === 'function') renderComponent(machine, frame, one, props)
    else if (one.kind === 'native') {
      const isLibrary = !PLATFORM_ELEMENTS.test(one.name) && !/^[a-z-]+$/.test(one.name)
      bindHandlers(machine, frame, openingElement.start, props, isLibrary)
    }
  }
  return UNKNOWN
}

function evaluateChild(machine: Machine, frame: Frame, child: Node): Value {
  switch (child.type) {
    case 'JSXElement':
    case 'JSXFragment':
      return evaluateJsx(machine, frame, child)
    case 'JSXExpressionContainer':
    case 'JSXSpreadChild':
      return child.expression.type === 'JSXEmptyExpression'
        ? UNDEFINED
        : evaluate(machine, frame, child.expression)
    default:
      return UNDEFINED
  }
}

function tagValue(frame: Frame, name: JSXElementName): Value {
  if (name.type === 'JSXNamespacedName') return native(name.name.name)
  if (name.type === 'JSXIdentifier') {
    return /^[a-z]/.test(name.name)
      ? native(name.name)
      : (lookUp(frame.scope, name.name) ?? native(`npm:${name.name}`))
  }
  const path: string[] = [name.property.name]
  let at = name.object
  while (at.type === 'JSXMemberExpression') {
    path.unshift(at.property.name)
    at = at.object
  }
  const first = at.name === 'this' ? frame.self : (lookUp(frame.scope, at.name) ?? UNKNOWN)
  return path.reduce((owner, part) => readProperty(owner, part), first)
}

function propsOf(
  machine: Machine,
  frame: Frame,
  { openingElement }: JSXElement,
  children: readonly Value[],
): Value {
  const props = object([])
  for (const one of openingElement.attributes) {
    if (one.type === 'JSXSpreadAttribute') {
      copyProperties(evaluate(machine, frame, one.argument), props)
      continue
    }
    const name = one.name.type === 'JSXIdentifier' ? one.name.name : one.name.name.name
    writeProperty(props, name, attributeValue(machine, frame, one), false)
  }
  const functions = children.filter(({ things }) => things.some(({ kind }) => kind === 'function'))
  writeProperty(props, 'children', joinAll(functions) ?? UNKNOWN, false)
  return props
}

function attributeValue(machine: Machine, frame: Frame, { value }: JSXAttribute): Value {
  if (value === null) return constant(true)
  return value.type === 'Literal' ? constant(value.value) : evaluateChild(machine, frame, value)
}

/** Handlers are noted, other functions (`renderItem`, children) may be called at any time. */
function bindHandlers(
  machine: Machine,
  frame: Frame,
  offset: number,
  props: Value,
  isLibrary: boolean,
): void {
  const { bindings } = renderingOf(machine)
  for (const [attribute, handler] of propertiesOf(props)) {
    const isCallable = handler.things.some(
      (one) => one.kind === 'function' || one.kind === 'native',
    )
    if (!isCallable) continue
    if (HANDLER.test(attribute)) {
      bindings.push({
        file: frame.file,
        offset,
        attribute,
        handler,
        self: frame.self,
        isLibrary,
      })
    } else callBack(machine, frame, [handler], [UNKNOWN])
  }
}

export function renderComponent(
  machine: Machine,
  frame: Frame,
  component: FunctionThing,
  props: Value,
): void {
  const rendering = renderingOf(machine)
  const outer = rendering.component
  rendering.component = component.definition?.node ?? component.node
  try {
    if (component.definition) renderClass(machine, frame, component, props)
    else callFunction(machine, frame, component, UNDEFINED, [props, UNKNOWN])
  } catch (error) {
    if (!(error instanceof Thrown || error instanceof NeverSettled)) throw error
  } finally {
    rendering.component = outer
  }
}

function renderClass(machine: Machine, frame: Frame, component: FunctionThing, props: Value): void {
  const { instances, round } = renderingOf(machine)
  const key = component.definition?.node ?? component.node
  const known = instances.get(key)
  const instance = known ?? createReactInstance(machine, frame, component, round)
  instances.set(key, instance)
  const [owner] = instance.props.things
  if (owner?.kind === 'object') {
    // Each rendering makes its handlers anew: those of earlier rounds are the same ones.
    if (instance.round < round) owner.properties.clear()
    instance.round = round
    if (props.open) owner.rest = UNKNOWN
  }
  copyAll(props, instance.props)
  copyMissing(readProperty(thing(component), 'defaultProps'), instance.props)
  callOnce(machine, { ...frame, self: instance.self }, bound(instance), [])
}

function bound({ self }: ReactInstance): Value {
  const render = readProperty(self, 'render')
  const things = render.things.map((one) => (one.kind === 'function' ? { ...one, self } : one))
  return { ...render, things }
}

function copyAll(from: Value, to: Value): void {
  for (const [name, value] of propertiesOf(from)) writeProperty(to, name, value, true)
}

function copyMissing(from: Value, to: Value): void {
  const given = new Set(propertiesOf(to).map(([name]) => name))
  for (const [name, value] of propertiesOf(from)) {
    if (!given.has(name)) writeProperty(to, name, value, true)
  }
}

function createReactInstance(
  machine: Machine,
  frame: Frame,
  component: FunctionThing,
  round: number,
): ReactInstance {
  const props = object([])
  const own: { self: Value } = { self: UNKNOWN }
  const set = ([given = UNDEFINED, done]: readonly Value[]) => {
    const before = readProperty(own.self, 'state')
    const changes = callOnce(machine, frame, given, [before, props])
    if (before.things.length === 0) writeProperty(own.self, 'state', object([], UNKNOWN), true)
    copyAll(changes, readProperty(own.self, 'state'))
    if (done) callBack(machine, frame, [done], [])
    return UNDEFINED
  }
  const members: readonly (readonly [string, Value])[] = [
    ['props', props],
    ['setState', native('setState', set)],
    ['forceUpdate', native('forceUpdate', () => UNDEFINED)],
    ['context', UNKNOWN],
    ['$router', UNKNOWN],
  ]
  own.self = construct(machine, frame, component, [props], members)
  return { self: own.self, props, round }
}
