/// <reference lib="dom" />
/**
 * Runs the scripts of a program in their order: each once, with the platform's names around it.
 *
 * A script that is missing or throws is told; the others run on.
 */

import { type Constructors, HOST, type Modules } from './host-state.ts'
import { createPlatform } from './platform.ts'
import { registerEmpty } from './register-units.ts'
import { attemptIn } from './report.ts'

export function openModules(): Modules {
  const loaded = new Map<string, { exports: unknown }>()
  let current: Constructors | null = null
  const platform = createPlatform()
  const globals: Record<string, unknown> = {
    wx: platform,
    swan: platform,
    Page: (definition: object) => current?.Page(definition),
    Component: (definition?: object) => current?.Component(definition),
    Behavior: (definition?: object) => current?.Behavior(definition),
    App: startApp,
    getApp: () => HOST.app,
    // A mini-program has no document: libraries that look for one must not find ours.
    ...Object.fromEntries(
      ['window', 'document', 'location', 'navigator', 'localStorage', 'fetch', 'self'].map(
        (name) => [name, undefined],
      ),
    ),
    global: {},
    getCurrentPages: () => (HOST.page === null ? [] : [HOST.page]),
    ...timers(),
  }
  const names = Object.keys(globals)
  const load = (path: string): unknown => {
    const found = loaded.get(path)
    if (found !== undefined) return found.exports
    const module = { exports: {} as unknown }
    loaded.set(path, module)
    runScript(path, module, load, names, globals)
    return module.exports
  }
  const app = ['app.js', 'app.ts'].find((one) => HOST.parcel.scripts[one] !== undefined)
  return {
    register(space, path, script) {
      if (current === null && app !== undefined && !loaded.has(app)) {
        space.componentEnv('app', (constructors) => {
          current = {
            ...constructors,
            Behavior: (definition) =>
              constructors.Behavior(withBehaviors(definition, constructors.Behavior)),
          }
          attemptIn('app', () => load(app))
        })
      }
      let isRegistered = false
      space.componentEnv(path, ({ Page, Component, Behavior }) => {
        const count = <Made>(made: Made) => {
          isRegistered = true
          return made
        }
        current = {
          Page: (definition) => count(Page(withBehaviors(definition, Behavior))),
          Component: (definition) => count(Component(withBehaviors(definition, Behavior))),
          Behavior: (definition) => Behavior(withBehaviors(definition, Behavior)),
        }
        if (script !== null) attemptIn(script, () => load(script))
      })
      if (!isRegistered) registerEmpty(space, path)
    },
  }
}

function runScript(
  path: string,
  module: { exports: unknown },
  load: (path: string) => unknown,
  names: readonly string[],
  globals: Readonly<Record<string, unknown>>,
): void {
  const script = HOST.parcel.scripts[path]
  if (script === undefined || script.code === null) throw new Error(`${path} cannot be read`)
  const require = (named: string) => {
    const target = script.requires[named]
    if (target !== undefined) return load(target)
    throw new Error(`there is no module ${named}`)
  }
  require.async = (named: string) => Promise.resolve().then(() => require(named))
  // Names of the platform stand one function further out: a script may declare them anew.
  const inner = `return function (require, module, exports) {\n${script.code}\n}`
  const make = new Function(...names, `${inner}\n//# sourceURL=${path}`)
  const run = make(...names.map((name) => globals[name]))
  run.call(module.exports, require, module, module.exports)
}

/** The platform's own behaviours stand there by their names. */
function withBehaviors<Definition extends object | undefined>(
  definition: Definition,
  make: Constructors['Behavior'],
): Definition {
  const { behaviors } = (definition ?? {}) as { behaviors?: unknown }
  if (!Array.isArray(behaviors)) return definition
  const known = behaviors.flatMap((one) => {
    if (typeof one !== 'string') return one === undefined || one === null ? [] : [one]
    return /^(?:wx|swan):\/\/form-field/.test(one)
      ? [make({ properties: { name: String, value: null } })]
      : []
  })
  return { ...definition, behaviors: known } as Definition
}

function startApp(definition: Record<string, unknown>): void {
  Object.assign(HOST.app, definition)
  const options = {
    path: HOST.parcel.page,
    query: HOST.parcel.query,
    scene: 1001,
    referrerInfo: {},
  }
  for (const name of ['onLaunch', 'onShow']) {
    const start = HOST.app[name]
    if (typeof start === 'function') attemptIn(`App.${name}`, () => start.call(HOST.app, options))
  }
}

/** What a timer throws is told like any other fault. */
function timers(): Record<string, unknown> {
  const guard =
    (start: (run: () => void, after?: number) => unknown) =>
    (run: unknown, after?: number, ...args: readonly unknown[]) =>
      start(() => {
        if (typeof run === 'function') attemptIn('timer', () => run(...args))
      }, after)
  return {
    setTimeout: guard((run, after) => setTimeout(run, after)),
    setInterval: guard((run, after) => setInterval(run, after)),
  }
}
