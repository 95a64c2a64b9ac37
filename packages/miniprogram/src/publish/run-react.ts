/**
 * Follows a page of Taro: renders it, then lets every handler of what was rendered happen, a few
 * times over, so that what one leaves in a state is rendered into the others.
 */

import type { ProgramPage } from '../package/program.ts'
import { placeAt } from '../package/source-tree.ts'
import { eventName } from '../react/parse-jsx.ts'
import { callValue } from '../run/call.ts'
import type { Frame } from '../run/frame.ts'
import { renderComponent } from '../run/jsx.ts'
import type { Machine } from '../run/machine.ts'
import { runModule } from '../run/modules.ts'
import { readProperty, writeProperty } from '../run/property.ts'
import { type Binding, renderingOf } from '../run/react.ts'
import { contentOf, type EntryId, object, UNKNOWN, type Value } from '../run/value.ts'
import type { TemplateElement } from '../template/parse-template.ts'
import { eventOf } from './events.ts'
import { runFresh, runHandler } from './run-handler.ts'

type EntryOf = ReadonlyMap<TemplateElement, EntryId>

/** An input that a component hands to its parent, which hands it to the sender: three steps. */
const ROUNDS = 3

const LIFE_CYCLE = [
  'componentWillMount',
  'UNSAFE_componentWillMount',
  'componentDidMount',
  'componentDidShow',
  'componentDidUpdate',
  'componentWillReceiveProps',
  'onLoad',
  'onReady',
  'onShow',
  'onPullDownRefresh',
  'onReachBottom',
  'onShareAppMessage',
  'onHide',
  'onUnload',
  'componentDidHide',
  'componentWillUnmount',
] as const

export function runReactPage(
  machine: Machine,
  frame: Frame,
  page: ProgramPage,
  entryOf: EntryOf,
): void {
  const scriptPath = page.units[0]?.scriptPath
  if (scriptPath === undefined) return
  const elements = page.units.flatMap(({ templates }) =>
    templates.flatMap((template) => template.elements),
  )
  const byPlace = new Map(elements.map((element) => [keyOf(element), element]))
  const rendering = renderingOf(machine)
  for (let round = 0; round < ROUNDS; round += 1) {
    rendering.round += 1
    rendering.bindings = []
    runFresh(machine, () => renderPage(machine, frame, scriptPath))
    for (const { self } of [...rendering.instances.values()]) {
      for (const name of LIFE_CYCLE)
        runHandler(machine, frame, self, readProperty(self, name), UNKNOWN)
    }
    for (const binding of rendering.bindings) {
      const event = eventFor(machine, binding, elements, byPlace, entryOf)
      // The setter of a state is no function of the package, and a handler all the same.
      const { handler, self } = binding
      runFresh(machine, () => void callValue(machine, frame, handler, self, [event]))
    }
  }
}

function renderPage(machine: Machine, frame: Frame, scriptPath: string): void {
  const exported = readProperty(runModule(machine, scriptPath), 'default')
  for (const one of exported.things) {
    if (one.kind === 'function') renderComponent(machine, frame, one, UNKNOWN)
  }
}

function keyOf({ place }: TemplateElement): string {
  return `${place.file}:${place.line}:${place.column}`
}

function eventFor(
  machine: Machine,
  { file, offset, attribute, isLibrary }: Binding,
  elements: readonly TemplateElement[],
  byPlace: ReadonlyMap<string, TemplateElement>,
  entryOf: EntryOf,
): Value {
  const script = machine.program.script(file)
  const place = script && placeAt(script.source, offset)
  const element = place && byPlace.get(`${place.file}:${place.line}:${place.column}`)
  if (element === undefined) return UNKNOWN
  const id = entryOf.get(element)
  if (isLibrary && id !== undefined) return contentOf([id])
  const event = eventOf(element, eventName(attribute), elements, entryOf)
  if (id !== undefined) {
    const target = object([['value', contentOf([id])]], UNKNOWN)
    for (const name of ['target', 'currentTarget']) writeProperty(event, name, target, true)
  }
  return event
}
