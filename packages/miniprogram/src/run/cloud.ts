/**
 * Cloud development: storage, database, functions, from the client and inside a function.
 *
 * A cloud function in the package is followed like any other call. One that the package does not
 * hold takes the content away. Where checks fail, the call of a function that holds one may fail, too.
 */

import { answerFrom, answerOptions } from './answer.ts'
import { callFunction } from './call.ts'
import { answerDevice, hostOf } from './device.ts'
import { type Frame, NeverSettled, Thrown } from './frame.ts'
import { inDoubt, type Machine } from './machine.ts'
import { runModule } from './modules.ts'
import { fulfil } from './promises.ts'
import { propertiesOf, readProperty } from './property.ts'
import { recordSink } from './sinks.ts'
import {
  join,
  list,
  loaded,
  mixed,
  native,
  object,
  type PromiseThing,
  UNDEFINED,
  UNKNOWN,
  type Value,
} from './value.ts'

export function isCloudName(name: string): boolean {
  return name === 'cloud' || name.startsWith('cloud.')
}

export function answerCloud(
  machine: Machine,
  frame: Frame,
  name: string,
  args: readonly Value[],
): Value {
  const [options = UNDEFINED] = args
  switch (name) {
    case 'cloud.Cloud':
      return native('cloud')
    case 'cloud.callFunction':
      return callCloudFunction(machine, frame, options)
    case 'cloud.uploadFile':
      recordSink(machine, 'storage', 'cloud storage', args)
      return answerOptions(machine, frame, options, { value: stored(options) })
    case 'cloud.CDN':
      return loaded(options)
    case 'cloud.downloadFile':
    case 'cloud.getTempFileURL':
      return answerOptions(machine, frame, options, { value: stored(options) })
    case 'cloud.callContainer':
      recordSink(machine, 'host', hostOf(readProperty(options, 'path')) || 'cloud container', args)
      return answerOptions(machine, frame, options, { value: UNKNOWN })
    case 'cloud.getWXContext':
      return UNKNOWN
    default:
      return answerDatabase(machine, frame, name, args)
  }
}

/** What storage answers: however it names the file, it stands for what was put there. */
function stored(options: Value): Value {
  const content = loaded(options)
  const one = object(
    [
      ['tempFileURL', content],
      ['fileID', content],
    ],
    UNKNOWN,
  )
  return object(
    [
      ['fileID', content],
      ['fileContent', content],
      ['tempFilePath', content],
      ['fileList', list([one])],
    ],
    UNKNOWN,
  )
}

/** `cloud.database().collection().add` and everything on the way to it. */
function answerDatabase(
  machine: Machine,
  frame: Frame,
  name: string,
  args: readonly Value[],
): Value {
  if (!name.startsWith('cloud.database')) return answerDevice(machine, frame, name, args)
  const [options = UNDEFINED] = args
  const last = name.slice(name.lastIndexOf('.') + 1)
  const collection = /\.collection\((\w*)\)/.exec(name)?.[1]
  if (collection !== undefined && /^(add|set|update|runCommand)$/.test(last)) {
    const written = { collection, fields: readProperty(options, 'data') }
    machine.writes.push(written)
    recordSink(machine, 'database', 'cloud database', args, written)
    return answerOptions(machine, frame, options, { value: object([['_id', UNKNOWN]], UNKNOWN) })
  }
  if (/^(get|count|remove|end|commit)$/.test(last)) {
    if (collection !== undefined) noteQuery(machine, name, collection, last)
    return answerOptions(machine, frame, options, {
      value: object(
        [
          ['data', UNKNOWN],
          ['total', UNKNOWN],
        ],
        UNKNOWN,
      ),
    })
  }
  if (/\.command\.|\.(RegExp|Geo|serverDate)/.test(name)) return mixed(args)
  return native(`${name}(${queryWords(last, options)})`)
}

/** One document by its id is reached only from a list that was asked for. */
function noteQuery(machine: Machine, name: string, collection: string, last: string): void {
  if (last === 'remove') machine.writes.push({ collection, fields: undefined })
  if (last !== 'get' || name.includes('.doc(')) return
  const by = [...name.matchAll(/\.where\(([\w,]*)\)/g)].flatMap(([, words = '']) =>
    words.split(','),
  )
  machine.reads.push({ collection, by })
}

/** What a query keeps in its name: the collection, and the fields that it asks by. */
function queryWords(last: string, given: Value): string {
  const words =
    last === 'collection'
      ? given.constants.length === 1 && !given.open
        ? [String(given.constants[0])]
        : []
      : last === 'where'
        ? propertiesOf(given).map(([field]) => field)
        : []
  return words.map((word) => word.replaceAll(/\W/g, '_')).join(',')
}

function callCloudFunction(machine: Machine, frame: Frame, options: Value): Value {
  const names = readProperty(options, 'name')
  const data = readProperty(options, 'data')
  const known = names.constants.filter((one) => typeof one === 'string')
  const paths = known.map((one) => machine.program.cloudFunction(one))
  const isWhole = !names.open && known.length > 0 && paths.every((path) => path !== undefined)
  if (!isWhole) recordSink(machine, 'missingFunction', known.join(', '), [data])

  const source: PromiseThing = { kind: 'promise', value: undefined, reason: undefined }
  const follow = (path: string) => runCloudFunction(machine, frame, path, data, source)
  for (const path of paths) {
    if (path === undefined) continue
    if (isWhole && paths.length === 1) follow(path)
    else inDoubt(machine, () => follow(path))
  }
  if (!isWhole) source.value = join(UNKNOWN, source.value)
  return answerFrom(machine, frame, options, source, (value) =>
    object([
      ['result', value],
      ['errMsg', UNKNOWN],
    ]),
  )
}

function runCloudFunction(
  machine: Machine,
  frame: Frame,
  path: string,
  data: Value,
  source: PromiseThing,
): void {
  const main = readProperty(runModule(machine, path), 'main')
  const [called] = main.things.filter((one) => one.kind === 'function')
  if (called === undefined) {
    recordSink(machine, 'missingFunction', path, [data])
    source.value = UNKNOWN
    return
  }
  const event = data.things.length > 0 ? data : join(data, UNKNOWN)
  const checksBefore = machine.checks.length
  try {
    fulfil(
      machine,
      source,
      callFunction(machine, frame, called, UNDEFINED, [withCaller(event), UNKNOWN]),
    )
  } catch (error) {
    if (error instanceof Thrown) source.reason = error.reason
    else if (!(error instanceof NeverSettled)) throw error
  }
  const holdsCheck = machine.checks.length > checksBefore
  if (machine.world.checksFail && holdsCheck) source.reason = join(UNKNOWN, source.reason)
}

/** The event of a function carries more than what the client sent. */
function withCaller(event: Value): Value {
  const things = event.things.map((one) =>
    one.kind === 'object' && one.rest === undefined && !one.properties.has('userInfo')
      ? { ...one, properties: new Map([...one.properties, ['userInfo', UNKNOWN] as const]) }
      : one,
  )
  return { ...event, things }
}
