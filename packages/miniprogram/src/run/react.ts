/**
 * What React and Taro give a component: state that outlives a rendering, effects, contexts, and the
 * wrappers that hand a component on.
 *
 * A state is kept by the place of the hook inside its component; what is set is added to what was
 * there, because handlers run in any order.
 */

import { callBack, callValue, currentCall } from './call.ts'
import { type Frame, NeverSettled, Thrown } from './frame.ts'
import type { Machine } from './machine.ts'
import {
  constant,
  join,
  list,
  native,
  type ObjectThing,
  object,
  thing,
  UNDEFINED,
  UNKNOWN,
  type Value,
} from './value.ts'

const HOOK =
  /^(?:npm:(?:react|nervjs|preact(?:\/hooks)?|ahooks|@tarojs\/(?:taro|redux)|remax[\w/-]*)|Taro|React)\.(create[A-Z]\w*|use[A-Z]\w*|memo|forwardRef|lazy)$/

/** Wrappers that give back the component they are given, in the libraries that Taro programs use. */
const WRAPPER =
  /^npm:.*\b(?:memo|forwardRef|observer|withRouter|(?:connect|inject|compose|withStyles)\(\))$/

const EFFECT =
  /^use(Effect|LayoutEffect|Ready|Load|Unload|Launch|DidShow|DidHide|PullDownRefresh|ReachBottom|PageScroll|TabItemTap|Mount|UpdateEffect|ShareAppMessage)$/

/** One handler that a rendered element of the platform or of a library has. */
export interface Binding {
  readonly file: string
  readonly offset: number
  /** `onInput`. */
  readonly attribute: string
  readonly handler: Value
  readonly self: Value
  /** An element of a library: nobody knows what its events look like. */
  readonly isLibrary: boolean
}

/** What outlives one rendering of a page. */
export interface Rendering {
  round: number
  bindings: Binding[]
  /** The component that is being rendered, by the node of its function or class. */
  component: object | undefined
  readonly cells: Map<string, ObjectThing>
  readonly numbers: Map<object, number>
  readonly instances: Map<object, ReactInstance>
}

export interface ReactInstance {
  readonly self: Value
  readonly props: Value
  /** The round in which `props` were last begun. */
  round: number
}

const renderings = new WeakMap<Machine, Rendering>()

export function renderingOf(machine: Machine): Rendering {
  const known = renderings.get(machine)
  if (known) return known
  const made: Rendering = {
    round: 0,
    bindings: [],
    component: undefined,
    cells: new Map(),
    numbers: new Map(),
    instances: new Map(),
  }
  renderings.set(machine, made)
  return made
}

/** What the call gives; nothing when the name is none of React's. */
export function callReact(
  machine: Machine,
  frame: Frame,
  name: string,
  args: readonly Value[],
): Value | undefined {
  if (!/^(?:npm:|Taro\.|React\.)/.test(name)) return undefined
  const [first = UNDEFINED] = args
  if (WRAPPER.test(name)) return wrapped(args)
  const called = HOOK.exec(name)?.[1]
  if (called === undefined) return undefined
  if (EFFECT.test(called)) {
    callBack(machine, frame, [first], [UNKNOWN])
    return UNDEFINED
  }
  return callHook(machine, frame, called, args)
}

function wrapped(args: readonly Value[]): Value | undefined {
  return args.findLast((one) => one.things.some(({ kind }) => kind === 'function'))
}

function callHook(
  machine: Machine,
  frame: Frame,
  called: string,
  args: readonly Value[],
): Value | undefined {
  const [first = UNDEFINED, second = UNDEFINED] = args
  const make = () => callOnce(machine, frame, first, [])
  switch (called) {
    case 'useState':
    case 'useSetState':
    case 'useSafeState': {
      const cell = cellOf(machine, make)
      return list([heldBy(cell), setter(machine, frame, cell)])
    }
    case 'useReducer': {
      const cell = cellOf(machine, () => second)
      return list([heldBy(cell), reducer(machine, frame, cell, first)])
    }
    case 'useRef':
    case 'createRef':
      return thing(cellOf(machine, () => first, 'current'))
    case 'useMemo':
      return make()
    case 'useCallback':
    case 'useMemoizedFn':
    case 'forwardRef':
    case 'memo':
      return first
    case 'createContext':
      return createContext(first)
    case 'useContext':
      return heldBy(contextCell(first))
    default:
      return /^use[A-Z]/.test(called) ? UNKNOWN : undefined
  }
}

function cellOf(machine: Machine, initial: () => Value, name = 'value'): ObjectThing {
  const { cells, numbers, component } = renderingOf(machine)
  const owner = component ?? machine
  const number = numbers.get(owner) ?? numbers.size
  numbers.set(owner, number)
  const { file, offset } = currentCall(machine)
  const key = `${number}:${file}:${offset}`
  const known = cells.get(key)
  if (known) return known
  const made: ObjectThing = {
    kind: 'object',
    properties: new Map([[name, initial()]]),
    rest: undefined,
    isList: false,
    isInstance: true,
  }
  cells.set(key, made)
  return made
}

function heldBy(cell: ObjectThing | undefined): Value {
  return cell?.properties.get('value') ?? UNKNOWN
}

function add(cell: ObjectThing, value: Value): void {
  cell.properties.set('value', join(value, cell.properties.get('value')))
}

function setter(machine: Machine, frame: Frame, cell: ObjectThing): Value {
  return native('setState', ([given = UNDEFINED]) => {
    add(cell, callOnce(machine, frame, given, [heldBy(cell)]))
    return UNDEFINED
  })
}

function reducer(machine: Machine, frame: Frame, cell: ObjectThing, reduce: Value): Value {
  return native('dispatch', ([action = UNDEFINED]) => {
    add(cell, callOnce(machine, frame, reduce, [heldBy(cell), action]))
    return UNDEFINED
  })
}

/** A function is called, anything else is meant as it is. */
export function callOnce(
  machine: Machine,
  frame: Frame,
  called: Value,
  args: readonly Value[],
): Value {
  if (!called.things.some(({ kind }) => kind === 'function')) return called
  try {
    return callValue(machine, frame, called, UNDEFINED, args)
  } catch (error) {
    if (error instanceof Thrown || error instanceof NeverSettled) return UNKNOWN
    throw error
  }
}

/** Under this name a context's provider holds what it provides. */
const CONTEXT = '$context'

function createContext(initial: Value): Value {
  const cell = object([['value', initial]])
  return object([
    ['Provider', object([[CONTEXT, cell]])],
    ['Consumer', UNKNOWN],
    ['displayName', constant('')],
  ])
}

function contextCell(context: Value): ObjectThing | undefined {
  const [owner] = context.things
  const provider = owner?.kind === 'object' ? owner.properties.get('Provider') : undefined
  return provider && providedBy(provider)
}

/** The cell that a provider fills; nothing for any other component. */
export function providedBy(provider: Value): ObjectThing | undefined {
  const [owner] = provider.things
  const cell = owner?.kind === 'object' ? owner.properties.get(CONTEXT) : undefined
  const [found] = cell?.things ?? []
  return found?.kind === 'object' ? found : undefined
}

export function provide(cell: ObjectThing, value: Value): void {
  add(cell, value)
}
