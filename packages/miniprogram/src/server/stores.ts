/**
 * Libraries through which code of the package writes to a database: what goes in there can be read by
 * others, and nothing after it is outside the package.
 *
 * A read takes nothing away, whatever it is asked with. A record that is made first and saved later
 * (`new Post(…)`, `build`) leaves when it is saved.
 */

import { callBack } from '../run/call.ts'
import type { Frame } from '../run/frame.ts'
import type { Machine } from '../run/machine.ts'
import { recordSink } from '../run/sinks.ts'
import {
  marksOf,
  mixed,
  native,
  type ObjectThing,
  promise,
  thing,
  UNKNOWN,
  type Value,
} from '../run/value.ts'

const STORE =
  /^npm:(mysql2?(?:\/promise)?|pg|mongoose|mongodb|mongoist|sequelize(?:-typescript)?|typeorm|knex|@prisma\/client|better-sqlite3|sqlite3?|ioredis|redis|nedb|lowdb|egg-mysql|egg-mongoose|@nestjs\/(?:typeorm|mongoose|sequelize))(?:[.(]|$)/

const WRITES =
  /\.(?:insert\w*|create\w*|save\w*|update\w*|upsert\w*|replace\w*|bulk\w*|findOneAndUpdate|findByIdAndUpdate|findAndModify|add|push|hset|hmset|set|lpush|rpush|sadd|zadd|publish)$/
const QUERIES = /\.(?:query|execute|exec|run|raw|\$queryRaw\w*|\$executeRaw\w*)$/
/** Names that begin like a write and only open something. */
const OPENS =
  /\.create(?:Connection|Pool|Client|QueryBuilder|QueryRunner|Schema|PoolCluster|Index)$/
const BUILDS = /(?:\.build|\.model\(\)|\.Model(?:\(\))?|\.hydrate)$/

export function callStore(
  machine: Machine,
  frame: Frame,
  name: string,
  args: readonly Value[],
): Value | undefined {
  if (!STORE.test(name)) return undefined
  const isWrite = OPENS.test(name)
    ? false
    : WRITES.test(name) || (QUERIES.test(name) && !isRead(args[0]))
  if (isWrite) recordSink(machine, 'database', nameOf(name), args)
  callBack(machine, frame, args, [UNKNOWN, UNKNOWN])
  if (isWrite || QUERIES.test(name)) return promise(UNKNOWN)
  const carries = marksOf(args).entries.size > 0
  if (carries && BUILDS.test(name)) return recordOf(machine, name, args)
  return native(`${name}()`)
}

function isRead(query: Value | undefined): boolean {
  const texts = [...(query?.constants ?? []), ...(query?.partials ?? [])].map(String)
  return (
    texts.length > 0 && texts.every((text) => /^\s*(?:select|show|describe|with)\b/i.test(text))
  )
}

/** What is made now and written when `save` is called. */
function recordOf(machine: Machine, name: string, args: readonly Value[]): Value {
  const save = () => {
    recordSink(machine, 'database', nameOf(name), args)
    return promise(UNKNOWN)
  }
  const owner: ObjectThing = {
    kind: 'object',
    properties: new Map([['save', native('save', save)]]),
    rest: mixed(args),
    isList: false,
  }
  return thing(owner)
}

function nameOf(name: string): string {
  return STORE.exec(name)?.[1] ?? name
}
