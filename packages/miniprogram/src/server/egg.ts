/**
 * Routes of egg: `app/router.js` gets an app whose controllers and services are the files of two
 * folders, by their names.
 */

import { folderOf } from '../package/path.ts'
import { callFunction, callValue } from '../run/call.ts'
import { construct } from '../run/classes.ts'
import { type Frame, NeverSettled, Thrown } from '../run/frame.ts'
import type { Machine } from '../run/machine.ts'
import { runModule } from '../run/modules.ts'
import { readProperty, writeProperty } from '../run/property.ts'
import { openScope } from '../run/scope.ts'
import { native, object, UNDEFINED, UNKNOWN, type Value } from '../run/value.ts'
import { createRouter } from './frameworks.ts'

export function loadEgg(machine: Machine, path: string, exports: Value): void {
  const frame: Frame = { scope: openScope(), self: UNDEFINED, file: path, pending: undefined }
  const folder = folderOf(path)
  const router = createRouter(machine, 'koa', undefined)
  const app = object(
    [
      ['router', router],
      ['mysql', native('npm:egg-mysql')],
      ['model', native('npm:egg-mongoose')],
      ['middleware', UNKNOWN],
    ],
    UNKNOWN,
  )
  writeProperty(app, 'controller', controllersIn(machine, frame, app, folder), false)
  const setUp = readProperty(exports, 'default').things.some(({ kind }) => kind === 'function')
    ? readProperty(exports, 'default')
    : exports
  try {
    callValue(machine, frame, setUp, UNDEFINED, [app])
  } catch (error) {
    if (!(error instanceof Thrown || error instanceof NeverSettled)) throw error
  }
}

function controllersIn(machine: Machine, frame: Frame, app: Value, folder: string): Value {
  return filesAsTree(machine, `${folder}/controller/`, (file) =>
    methodsOf(machine, frame, app, folder, file),
  )
}

/** `post/comment.js` is `post.comment`. */
function filesAsTree(machine: Machine, prefix: string, read: (file: string) => Value): Value {
  const root = object([], UNKNOWN)
  for (const path of machine.program.tree.paths()) {
    if (!path.startsWith(prefix) || !/\.[jt]s$/.test(path)) continue
    const names = path
      .slice(prefix.length)
      .replace(/\.\w+$/, '')
      .split('/')
      .map(toCamel)
    let at = root
    for (const name of names.slice(0, -1)) {
      const [owner] = at.things
      const inner = owner?.kind === 'object' ? owner.properties.get(name) : undefined
      const next = inner ?? object([], UNKNOWN)
      writeProperty(at, name, next, false)
      at = next
    }
    writeProperty(at, names.at(-1), read(path), false)
  }
  return root
}

function toCamel(name: string): string {
  return name.replaceAll(/[-_](\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** Every method as a handler of its own: takes the context, makes the controller, calls it. */
function methodsOf(
  machine: Machine,
  frame: Frame,
  app: Value,
  folder: string,
  file: string,
): Value {
  const made = classOf(machine, app, file)
  if (made?.kind !== 'function' || !made.definition) return readExport(machine, file)
  const names = [...made.definition.prototype.properties.keys()]
  return object(
    names.map((name) => [
      name,
      native(name, ([context = UNKNOWN]) => {
        withServices(machine, frame, app, folder, context)
        const self = construct(machine, frame, made, [context], membersFor(context, app))
        const method = readProperty(self, name).things.find((one) => one.kind === 'function')
        return method?.kind === 'function'
          ? callFunction(machine, frame, method, self, [context])
          : UNKNOWN
      }),
    ]),
  )
}

function membersFor(context: Value, app: Value): readonly (readonly [string, Value])[] {
  return [
    ['ctx', context],
    ['app', app],
    ['service', readProperty(context, 'service')],
    ['logger', UNKNOWN],
    ['config', UNKNOWN],
  ]
}

function withServices(
  machine: Machine,
  frame: Frame,
  app: Value,
  folder: string,
  context: Value,
): void {
  const [owner] = context.things
  if (owner?.kind !== 'object' || owner.properties.has('service')) return
  const services = filesAsTree(machine, `${folder}/service/`, (file) => {
    const made = classOf(machine, app, file)
    return made?.kind === 'function' && made.definition
      ? construct(machine, frame, made, [context], membersFor(context, app))
      : UNKNOWN
  })
  owner.properties.set('service', services)
  owner.properties.set('app', app)
  owner.properties.set('model', native('npm:egg-mongoose'))
}

function classOf(machine: Machine, app: Value, file: string) {
  const exported = readExport(machine, file)
  const [found] = exported.things
  if (found?.kind !== 'function' || found.definition) return found
  // `module.exports = (app) => class extends app.Controller { … }`
  const frame: Frame = { scope: openScope(), self: UNDEFINED, file, pending: undefined }
  const given = callFunction(machine, frame, found, UNDEFINED, [app])
  return given.things.find((one) => one.kind === 'function')
}

function readExport(machine: Machine, file: string): Value {
  const { file: before } = machine
  const exports = runModule(machine, file)
  machine.file = before
  const given = readProperty(exports, 'default')
  const isWhole = given.things.some(({ kind }) => kind === 'function')
  return isWhole ? given : exports
}
