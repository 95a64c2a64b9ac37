/**
 * Follows everything that a user can set going on one page, in one world.
 *
 * Every life-cycle function and every handler that a template binds is called, those that are handed
 * content first, and all of them again when one has left content where there was none: so it reaches
 * the others in whatever order they run.
 */

import type { Program, ProgramPage } from '../package/program.ts'
import type { Frame } from '../run/frame.ts'
import {
  Exhausted,
  type ListRead,
  type Machine,
  type ReachedCheck,
  type Sink,
  type World,
} from '../run/machine.ts'
import { propertiesOf, readProperty, splitPath, writePath } from '../run/property.ts'
import { openScope } from '../run/scope.ts'
import { contentOf, type EntryId, marksOf, UNDEFINED, UNKNOWN } from '../run/value.ts'
import type { TemplateElement } from '../template/parse-template.ts'
import { type Candidate, findCandidates } from './candidates.ts'
import { createMachine } from './create-machine.ts'
import type { EntryList } from './entry-list.ts'
import { eventsOf, twoWayPath } from './events.ts'
import { createInstance } from './instance.ts'
import type { Instance } from './instance.types.ts'
import { runHandler } from './run-handler.ts'
import { runReactPage } from './run-react.ts'
import { marksOfState } from './state-marks.ts'
import { runVueEvents } from './vue-events.ts'

export interface PageRun {
  readonly sinks: readonly Sink[]
  readonly checks: readonly ReachedCheck[]
  /** Lists that were asked of the database. */
  readonly reads: readonly ListRead[]
  /** Keys of the device's storage that were asked for. */
  readonly recalled: ReadonlySet<string>
  /** Entries whose content was tested for being there. */
  readonly tested: ReadonlySet<EntryId>
  /** The run was too long and broken off: what it did not reach is not known. */
  readonly isExhausted: boolean
  /** Entries of the page's elements, whether or not their content goes anywhere. */
  readonly elements: readonly { readonly id: EntryId; readonly candidate: Candidate }[]
}

const ROUNDS = 2

const LIFE_CYCLE = [
  'beforeCreate',
  'created',
  'mounted',
  'attached',
  'onLoad',
  'onInit',
  'ready',
  'onReady',
  'onShow',
  'onPullDownRefresh',
  'onReachBottom',
  'onShareAppMessage',
  'onTabItemTap',
  'onHide',
  'onUnload',
  'detached',
] as const

export function runPage(
  program: Program,
  page: ProgramPage,
  world: World,
  list: EntryList,
): PageRun {
  const machine = createMachine(program, page.path, world, list)
  const elements = page.units.flatMap((unit) =>
    findCandidates(unit).map((candidate) => {
      const { medium, isPlatformChecked, element } = candidate
      const id = list.enter({ medium, isPlatformChecked, page: page.path, place: element.place })
      return { id, candidate }
    }),
  )
  let isExhausted = false
  try {
    runUnits(machine, page, elements)
  } catch (error) {
    if (!(error instanceof Exhausted || error instanceof RangeError)) throw error
    isExhausted = true
  }
  const { sinks, checks, reads, recalled, tested } = machine
  return { sinks, checks, reads, recalled, tested, isExhausted, elements }
}

function runUnits(machine: Machine, page: ProgramPage, elements: PageRun['elements']): void {
  const frame: Frame = { scope: openScope(), self: UNDEFINED, file: '', pending: undefined }
  const instances: Instance[] = []
  const entryOf = new Map(elements.map(({ id, candidate }) => [candidate.element, id]))
  machine.editors = elements.flatMap(({ id, candidate }) =>
    candidate.element.tag === 'editor' ? [id] : [],
  )
  if (page.units[0]?.flavour === 'react') {
    runReactPage(machine, frame, page, entryOf)
    return
  }
  for (const unit of page.units) instances.push(createInstance(machine, frame, unit, instances))
  for (const { unit, data } of instances) {
    for (const { element } of findCandidates(unit)) {
      const path = twoWayPath(element)
      const id = entryOf.get(element)
      if (path !== undefined && id !== undefined) writePath(data, splitPath(path), contentOf([id]))
    }
  }
  runContentHandlers(machine, frame, instances, entryOf)
  let before = marksOfState(machine, instances)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const instance of instances) runInstance(machine, frame, instance, instances, entryOf)
    const after = marksOfState(machine, instances)
    if (after === before) return
    before = after
  }
}

function runInstance(
  machine: Machine,
  frame: Frame,
  instance: Instance,
  instances: readonly Instance[],
  entryOf: EntryOf,
): void {
  runLifeCycle(machine, frame, instance)
  for (const { handler, event } of eventsOf(instance, instances, entryOf)) {
    runHandler(machine, frame, instance.self, readProperty(instance.self, handler), event)
  }
  if (instance.unit.flavour === 'vue') runVueEvents(machine, frame, instance, instances, entryOf)
}

/** Those first that are handed content: what they leave behind reaches all others in one round. */
function runContentHandlers(
  machine: Machine,
  frame: Frame,
  instances: readonly Instance[],
  entryOf: EntryOf,
): void {
  for (const instance of instances) {
    if (instance.unit.flavour === 'vue') continue
    for (const { handler, event } of eventsOf(instance, instances, entryOf)) {
      if (marksOf([event]).entries.size === 0) continue
      runHandler(machine, frame, instance.self, readProperty(instance.self, handler), event)
    }
  }
}

type EntryOf = ReadonlyMap<TemplateElement, EntryId>

function runLifeCycle(machine: Machine, frame: Frame, instance: Instance): void {
  for (const name of LIFE_CYCLE) {
    runHandler(machine, frame, instance.self, readProperty(instance.self, name), UNKNOWN)
  }
  for (const group of ['lifetimes', 'pageLifetimes', 'observers', 'watch']) {
    for (const [, called] of propertiesOf(readProperty(instance.config, group))) {
      runHandler(machine, frame, instance.self, called, UNKNOWN)
    }
  }
}
