/// <reference lib="dom" />
/**
 * A stand-in for `wx` and `swan`: what a page asks of the phone is answered the same way every time.
 *
 * Screens, storage and navigation need nobody else. What a server or a person would have said is a
 * declared answer, or a sample, and a sample is told: what it shows is not what users will see.
 */

import { changeTitle } from './draw-chrome.ts'
import { showDialog, showToast } from './draw-dialogs.ts'
import { HOST } from './host-state.ts'
import { attemptIn } from './report.ts'
import { sample } from './samples.ts'
import { chain, deviceFacts } from './stand-ins.ts'

interface Options {
  [name: string]: unknown
  success?: (answer: unknown) => void
  fail?: (answer: unknown) => void
  complete?: (answer: unknown) => void
}

type Call = (options?: Options, ...rest: readonly unknown[]) => unknown

export function createPlatform(): object {
  const kept = new Map<string, unknown>()
  const quietly =
    (answer: object = {}): Call =>
    (options) =>
      succeed(options, answer)
  const known: Record<string, unknown> = {
    ...deviceFacts(),
    ...answersOfServers(),
    setNavigationBarTitle: (options: Options = {}) => {
      changeTitle(String(options.title ?? ''))
      return succeed(options, {})
    },
    showToast: (options: Options = {}) => {
      showToast(String(options.title ?? ''))
      return succeed(options, {})
    },
    showModal: (options: Options = {}) => {
      showDialog(String(options.title ?? ''), String(options.content ?? ''))
    },
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void kept.set(key, value),
    removeStorageSync: (key: string) => void kept.delete(key),
    getStorage: (options: Options = {}) =>
      kept.has(String(options.key))
        ? succeed(options, { data: kept.get(String(options.key)) })
        : refuse(options, 'data not found'),
    getLocation: (options: Options = {}) => refuse(options, 'auth deny'),
    getSetting: quietly({ authSetting: {} }),
    getSystemInfo: quietly(deviceFacts().getSystemInfoSync?.() ?? {}),
    getNetworkType: quietly({ networkType: 'wifi' }),
    login: quietly({ code: 'sample' }),
    getBackgroundFetchData: (options: Options = {}) => refuse(options, 'no data'),
    createSelectorQuery: () => callPage('createSelectorQuery'),
    createIntersectionObserver: (_: unknown, options: unknown) =>
      callPage('createIntersectionObserver', options),
    nextTick: (run: () => void) => setTimeout(() => attemptIn('nextTick', run)),
    canIUse: () => true,
    env: { USER_DATA_PATH: 'wxfile://usr' },
  }
  return new Proxy(known, {
    get: (target, name) =>
      typeof name === 'symbol' || name in target ? Reflect.get(target, name) : standIn(name),
  })
}

function callPage(name: string, ...args: readonly unknown[]): unknown {
  const method = HOST.page?.[name]
  return typeof method === 'function' ? method.apply(HOST.page, args) : chain()
}

/** Of a call that is not known by name, after what its name says. */
function standIn(name: string): unknown {
  if (/^(?:on|off)[A-Z]/.test(name)) return () => {}
  if (/^(?:create|get\w*Manager$|reportM|getLogM|getRealtime)/.test(name)) return () => chain()
  const QUIET =
    /^(?:navigate|pause|play|seek|redirect|reLaunch|switchTab|show|hide|set|remove|clear|start|stop|page|report|update|preload|upload|vibrate|disable|enable|close|open|preview|save|load|login$|checkSession)/
  if (name.endsWith('Sync')) return () => (QUIET.test(name) ? undefined : tellSample(name))
  return (options?: Options) => {
    const answer = QUIET.test(name) ? { code: 'sample' } : { ...sampleAnswer(name) }
    return succeed(options, answer)
  }
}

function sampleAnswer(name: string): object {
  const data = tellSample(name)
  return { data, result: data, userInfo: sample('userInfo'), statusCode: 200, errMsg: `${name}:ok` }
}

function tellSample(name: string): unknown {
  HOST.report(
    `${name} 的结果用的是示例数据，页面内容不是真实内容。`,
    `The answer of ${name} is a sample: what the page shows of it is not real.`,
  )
  return sample(name)
}

function answersOfServers(): Record<string, unknown> {
  const ask = (to: string, options: Options) => {
    const found = HOST.parcel.answers.find((answer) => to.startsWith(answer.to))
    if (found === undefined) return succeed(options, { ...sampleAnswer(to), header: {} })
    const { status = 200, body } = found
    return succeed(options, { data: body, result: body, statusCode: status, header: {} })
  }
  const cloud = {
    init: () => {},
    callFunction: (options: Options = {}) => ask(String(options.name ?? 'cloud'), options),
    database: () => chain('cloud.database', tellSample),
    getTempFileURL: (options: Options) => succeed(options, { fileList: [] }),
  }
  return {
    request: (options: Options = {}) => {
      ask(String(options.url ?? ''), options)
      return { abort: () => {}, onHeadersReceived: () => {} }
    },
    cloud: new Proxy(cloud, {
      get: (target, name) => (name in target ? Reflect.get(target, name) : () => chain()),
    }),
  }
}

/** As the platform does it: callbacks where there are some, else a promise; never at once. */
function succeed(options: Options | undefined, answer: object): Promise<unknown> | undefined {
  return settleCall(options, 'success', { errMsg: 'ok', ...answer })
}

function refuse(options: Options | undefined, because: string): Promise<unknown> | undefined {
  return settleCall(options, 'fail', { errMsg: `fail ${because}`, errCode: -1 })
}

function settleCall(options: Options | undefined, kind: 'success' | 'fail', answer: object) {
  const { complete } = options ?? {}
  const callback = options?.[kind]
  const told = Promise.resolve().then(() => {
    if (typeof callback === 'function') attemptIn(kind, () => callback.call(options, answer))
    if (typeof complete === 'function') attemptIn('complete', () => complete.call(options, answer))
  })
  const hasCallback = [options?.success, options?.fail, complete].some((one) => one !== undefined)
  if (hasCallback) return undefined
  return told.then(() => {
    if (kind === 'success') return answer
    throw new Error(String((answer as { errMsg?: string }).errMsg))
  })
}
