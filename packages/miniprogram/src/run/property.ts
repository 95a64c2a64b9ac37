/**
 * Reading and writing properties of values.
 *
 * What is read from something unknown is unknown and still carries its content; an object of which
 * everything is known answers `undefined` for what it lacks, as the language does.
 */

import {
  constant,
  contentOf,
  join,
  joinAll,
  native,
  type ObjectThing,
  type Thing,
  UNDEFINED,
  UNKNOWN,
  type Value,
} from './value.ts'

/** Properties of an event, a file or a text that say something about it but are not its content. */
const NOT_CONTENT = new Set([
  'length',
  'size',
  'type',
  'dataset',
  'currentTarget',
  'target',
  'mark',
  'timeStamp',
  'cursor',
  'keyCode',
  'height',
  'width',
  'duration',
  'errMsg',
  'statusCode',
  'fileType',
])

/** The property of one value by name; with no name, any of its properties. */
export function readProperty(value: Value, name: string | undefined): Value {
  const parts = value.things.map((one) => readThing(one, name))
  if (value.open) parts.push(readOpen(value, name))
  for (const one of value.constants) {
    parts.push(typeof one === 'string' && name === 'length' ? constant(one.length) : UNDEFINED)
  }
  return joinAll(parts) ?? UNKNOWN
}

function readOpen(value: Value, name: string | undefined): Value {
  if (value.entries.size === 0 || (name !== undefined && NOT_CONTENT.has(name))) return UNKNOWN
  const content = contentOf(value.entries, value.paths.size > 0)
  return value.isDerived ? { ...content, isDerived: true } : content
}

function readThing(one: Thing, name: string | undefined): Value {
  switch (one.kind) {
    case 'object':
      return readObject(one, name)
    case 'native':
      return name === undefined || name === 'default'
        ? native(one.name)
        : native(nameOf(one.name, name))
    case 'function':
      return one.definition ? readObject(one.definition.statics, name) : UNKNOWN
    case 'promise':
      return UNKNOWN
  }
}

/** `wx.cloud` and what `wx-server-sdk` exports are the same thing. */
function nameOf(owner: string, name: string): string {
  return name === 'cloud' && /^(wx|swan|uni|Taro)$/.test(owner) ? 'cloud' : `${owner}.${name}`
}

function readObject(owner: ObjectThing, name: string | undefined): Value {
  if (name === undefined) return joinAll([...owner.properties.values(), owner.rest]) ?? UNKNOWN
  for (let at: ObjectThing | undefined = owner; at !== undefined; at = at.prototype) {
    const own = at.properties.get(name)
    if (own !== undefined) return own
  }
  if (owner.isList && !/^\d+$/.test(name)) return UNKNOWN
  if (owner.rest !== undefined) return owner.rest
  return owner.isInstance ? UNKNOWN : UNDEFINED
}

/** Writes one property of every object that the value may be. An unknown name reaches them all. */
export function writeProperty(
  target: Value,
  name: string | undefined,
  value: Value,
  keepOld: boolean,
): void {
  const isSure = !keepOld && target.things.length === 1 && !target.open
  for (const one of target.things) {
    const owner = one.kind === 'function' ? one.definition?.statics : one
    if (owner?.kind !== 'object') continue
    if (name === undefined) owner.rest = join(value, owner.rest)
    else if (isSure && !owner.isInstance) owner.properties.set(name, value)
    else owner.properties.set(name, join(value, owner.properties.get(name)))
  }
}

/** Stands in a path for a name that is only known while running. */
export const ANY_NAME = '*'

/** `a.b[0].c` as `setData` and two-way bindings write it. */
export function splitPath(path: string): readonly string[] {
  return path.split(/[.[\]]+/).filter((part) => part !== '')
}

/** Writes at the end of a path, making the objects on the way; the former value stays possible. `*` is any name. */
export function writePath(target: Value, path: readonly string[], value: Value): void {
  const [first, ...rest] = path
  if (first === undefined) return
  if (rest.length === 0) {
    writeProperty(target, first === ANY_NAME ? undefined : first, value, true)
    return
  }
  const inner = readProperty(target, first)
  const holder = inner.things.some(({ kind }) => kind === 'object')
    ? inner
    : {
        ...inner,
        things: [{ kind: 'object', properties: new Map(), rest: UNKNOWN, isList: false } as const],
      }
  if (holder !== inner) writeProperty(target, first, holder, true)
  writePath(holder, rest, value)
}

/** Every named property; nothing for what is not an object. */
export function propertiesOf(value: Value): readonly (readonly [string, Value])[] {
  return value.things.flatMap((one) => (one.kind === 'object' ? [...one.properties] : []))
}
