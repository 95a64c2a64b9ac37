/**
 * Follows calls of the platform, of libraries and of global functions, by name.
 *
 * What the platform does with content is known; a library that cannot be seen takes it away.
 */

import { isVendored } from '../package/path.ts'
import { callFramework } from '../server/frameworks.ts'
import { callSockets } from '../server/sockets.ts'
import { callStore } from '../server/stores.ts'
import { callBack, callValue } from './call.ts'
import { answerCloud, isCloudName } from './cloud.ts'
import { answerCheck, checkNamed } from './content-check.ts'
import { answerDevice } from './device.ts'
import { type Frame, NeverSettled, Thrown } from './frame.ts'
import { callGlobal } from './language.ts'
import { later, type Machine } from './machine.ts'
import { requireModule, runModule } from './modules.ts'
import { propertiesOf, readProperty } from './property.ts'
import { callReact } from './react.ts'
import { createRouter } from './router.ts'
import { recordSink } from './sinks.ts'
import {
  join,
  list,
  marksOf,
  mixed,
  native,
  object,
  UNDEFINED,
  UNKNOWN,
  type Value,
} from './value.ts'
import { callVue } from './vue.ts'

/** One API under the names of the platforms that share it. */
const PLATFORM = /^(?:wx|swan|uni|Taro|my|tt)\./

export function callNative(
  machine: Machine,
  frame: Frame,
  name: string,
  args: readonly Value[],
): Value {
  const check = checkNamed(name, args)
  if (check) return answerCheck(machine, frame, check, args)
  if (isCloudName(name)) return answerCloud(machine, frame, name, args)
  const react = callReact(machine, frame, name, args)
  if (react) return react
  if (PLATFORM.test(name)) return answerDevice(machine, frame, name.replace(PLATFORM, ''), args)
  return (
    callProgramName(machine, frame, name, args) ??
    callVue(machine, frame, name, args) ??
    callGlobal(machine, frame, name, args) ??
    (name.startsWith('npm:') ? callPackage(machine, frame, name, args) : undefined) ??
    callLibrary(machine, frame, name, args)
  )
}

/** Packages of which it is known what they do. */
function callPackage(
  machine: Machine,
  frame: Frame,
  name: string,
  args: readonly Value[],
): Value | undefined {
  return (
    callFramework(machine, frame, name, args) ??
    callSockets(machine, frame, name) ??
    callStore(machine, frame, name, args)
  )
}

/** The names through which a program is put together. */
function callProgramName(
  machine: Machine,
  frame: Frame,
  name: string,
  args: readonly Value[],
): Value | undefined {
  const [first = UNDEFINED] = args
  switch (name) {
    case 'require': {
      const [request] = first.constants
      return typeof request === 'string' ? requireModule(machine, frame.file, request) : UNKNOWN
    }
    case 'getApp':
      return appOf(machine, frame)
    case 'Page':
      return register(machine, 'page', first)
    case 'Component':
    case 'npm:@mpxjs/core.createPage':
    case 'npm:@mpxjs/core.createComponent':
      return register(machine, 'component', first)
    case 'App':
      return register(machine, 'app', first)
    case 'Behavior':
      return first
    case 'npm:tcb-router':
      return createRouter(machine, frame, first)
    case 'getCurrentPages':
      return list([], UNKNOWN)
    default:
      return undefined
  }
}

function register(machine: Machine, kind: 'page' | 'component' | 'app', config: Value): Value {
  machine.registrations.at(-1)?.(kind, config)
  return UNDEFINED
}

function appOf(machine: Machine, frame: Frame): Value {
  if (machine.app) return machine.app
  machine.app = UNKNOWN
  const { appScript } = machine.program
  if (appScript === undefined) return UNKNOWN
  machine.registrations.push((kind, config) => {
    if (kind === 'app') machine.app = asInstance(config)
  })
  runModule(machine, appScript)
  machine.registrations.pop()
  const launch = readProperty(machine.app, 'onLaunch')
  if (launch.things.length > 0) later(machine, () => launchApp(machine, frame, launch))
  return machine.app
}

function launchApp(machine: Machine, frame: Frame, launch: Value): void {
  try {
    callValue(machine, frame, launch, machine.app ?? UNKNOWN, [UNKNOWN])
  } catch (error) {
    if (!(error instanceof Thrown || error instanceof NeverSettled)) throw error
  }
}

/** An object on which other pages may have set more, and other things, than is written here. */
function asInstance(config: Value): Value {
  const shared = readProperty(config, 'globalData')
  const properties = propertiesOf(shared).map(
    ([name, value]) => [name, join(value, UNKNOWN)] as const,
  )
  return {
    ...config,
    things: config.things.map((one) => {
      if (one.kind !== 'object') return one
      const own = [...one.properties, ['globalData', object(properties, UNKNOWN)] as const]
      return { ...one, properties: new Map(own), isInstance: true }
    }),
  }
}

/** A cloud function that fetches a stored file by its address sends nothing to others. */
function isDownload(machine: Machine, name: string, args: readonly Value[]): boolean {
  if (!machine.file.startsWith(`${machine.program.root.cloudFolder}/`)) return false
  const methods = args.flatMap((one) => readProperty(one, 'method').constants.map(String))
  const isPost = methods.some((method) => /post|put|patch/i.test(method))
  return (
    !isPost &&
    (/(\.get|\bgot|download\w*|fetch)$/i.test(name) || methods.some((one) => /get/i.test(one)))
  )
}

function callLibrary(machine: Machine, frame: Frame, name: string, args: readonly Value[]): Value {
  const staysInside = isVendored(`${name.replace(/^\w+:/, '')}/`) || isDownload(machine, name, args)
  if (!staysInside) recordSink(machine, 'library', name, args)
  const answer = native(`${name}()`)
  callBack(machine, frame, args, [native(`${name}()`), UNKNOWN])
  const isFactory = marksOf(args).entries.size === 0
  return isFactory ? answer : mixed(args)
}
