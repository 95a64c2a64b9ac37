/** A fresh run: nothing followed, nothing seen. */

import type { Program } from '../package/program.ts'
import type { Machine, World } from '../run/machine.ts'
import { readProperty } from '../run/property.ts'
import { mediumOfApi } from './candidates.ts'
import type { EntryList } from './entry-list.ts'

export function createMachine(
  program: Program,
  page: string,
  world: World,
  list: EntryList,
): Machine {
  const machine: Machine = {
    program,
    world,
    sinks: [],
    checks: [],
    writes: [],
    reads: [],
    kept: list.kept,
    recalled: new Set(),
    tested: new Set(),
    jobs: [],
    modules: new Map(),
    scopes: new Map(),
    sent: new Map(),
    checked: new Set(),
    doubt: 0,
    steps: 0,
    budget: list.budget,
    activation: undefined,
    file: '',
    registrations: [],
    app: undefined,
    isDetached: false,
    editors: [],
    recorders: [],
    entryAt(place, api, options) {
      if (api === 'editor') return machine.editors
      const types = readProperty(readProperty(options, 'mediaType'), undefined).constants
      const medium = mediumOfApi(api, types.map(String))
      return [list.enter({ medium, page, place, isPlatformChecked: false })]
    },
  }
  return machine
}
