/**
 * The storage of the device: what one page puts there, another may send.
 *
 * Only the marks of content are kept, by key, for the whole program; a key that is not known keeps
 * nothing.
 */

import { answerOptions } from './answer.ts'
import type { Frame } from './frame.ts'
import type { Machine } from './machine.ts'
import { readProperty } from './property.ts'
import { contentOf, type Marks, marksOf, object, UNDEFINED, UNKNOWN, type Value } from './value.ts'

/** What every page may find in the storage, and who has looked. */
export interface Kept {
  readonly byKey: Map<string, Marks>
}

/** What the call gives; nothing when it is none of the storage. */
export function answerStorage(
  machine: Machine,
  frame: Frame,
  name: string,
  args: readonly Value[],
): Value | undefined {
  const [first = UNDEFINED, second = UNDEFINED] = args
  switch (name) {
    case 'setStorageSync':
      keep(machine, first, second)
      return UNDEFINED
    case 'setStorage':
      keep(machine, readProperty(first, 'key'), readProperty(first, 'data'))
      return answerOptions(machine, frame, first, { value: UNKNOWN })
    case 'getStorageSync':
      return recall(machine, first)
    case 'getStorage': {
      const found = recall(machine, readProperty(first, 'key'))
      return answerOptions(machine, frame, first, { value: object([['data', found]]) })
    }
    default:
      return undefined
  }
}

function keep({ kept }: Machine, key: Value, value: Value): void {
  const { entries, paths } = marksOf([value])
  if (entries.size === 0) return
  for (const name of key.constants.map(String)) {
    const known = kept.byKey.get(name)
    kept.byKey.set(name, {
      entries: new Set([...(known?.entries ?? []), ...entries]),
      paths: new Set([...(known?.paths ?? []), ...paths]),
    })
  }
}

function recall(machine: Machine, key: Value): Value {
  const found = key.constants.flatMap((name) => {
    machine.recalled.add(String(name))
    return machine.kept.byKey.get(String(name)) ?? []
  })
  const entries = found.flatMap((one) => [...one.entries])
  if (entries.length === 0) return UNKNOWN
  return contentOf(
    entries,
    found.some(({ paths }) => paths.size > 0),
  )
}
