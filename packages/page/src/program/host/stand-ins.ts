/// <reference lib="dom" />
/** Stand-ins for objects of the platform: facts of the device, and objects whose calls lead on. */

import { HOST } from './host-state.ts'

import { attemptIn } from './report.ts'

/** Every name is a call that returns the same again; a callback among its options is answered. */
export function chain(name = '', answer?: (name: string) => unknown): unknown {
  const END = /^(?:get|count|watch|aggregate|end|add|update|remove)$/
  const proxy: unknown = new Proxy(() => proxy, {
    get(_, key) {
      if (key === 'then' || typeof key === 'symbol') return undefined
      if (answer !== undefined && END.test(key)) {
        return (options?: { success?: (value: unknown) => void }) => {
          const told = { data: answer(`${name}.${key}`), total: 3, errMsg: 'ok' }
          const { success } = options ?? {}
          if (success === undefined) return Promise.resolve(told)
          setTimeout(() => attemptIn(name, () => success(told)))
          return undefined
        }
      }
      return proxy
    },
  })
  return proxy
}

/** A phone of the size of the screen; a signed-out user. */
export function deviceFacts(): Record<string, () => object> {
  const STATUS_BAR = 20
  const top = () =>
    Number.parseFloat(document.documentElement.style.getPropertyValue('--fangxing-top'))
  const bottom = () =>
    Number.parseFloat(document.documentElement.style.getPropertyValue('--fangxing-bottom'))
  const facts = () => ({
    brand: 'devtools',
    model: 'phone',
    pixelRatio: 2,
    screenWidth: innerWidth,
    screenHeight: innerHeight,
    windowWidth: innerWidth,
    windowHeight: innerHeight - top() - bottom(),
    statusBarHeight: STATUS_BAR,
    language: 'zh_CN',
    version: '8.0.50',
    SDKVersion: '3.8.0',
    platform: 'android',
    system: 'Android 14',
    fontSizeSetting: 16,
    theme: 'light',
    safeArea: {
      top: STATUS_BAR,
      left: 0,
      right: innerWidth,
      bottom: innerHeight,
      width: innerWidth,
      height: innerHeight - STATUS_BAR,
    },
  })
  const capsule = {
    width: 87,
    height: 32,
    top: 26,
    bottom: 58,
    left: innerWidth - 97,
    right: innerWidth - 10,
  }
  return {
    getSystemInfoSync: facts,
    getWindowInfo: facts,
    getDeviceInfo: facts,
    getAppBaseInfo: facts,
    getSystemSetting: () => ({
      bluetoothEnabled: false,
      locationEnabled: false,
      wifiEnabled: true,
    }),
    getAppAuthorizeSetting: () => ({}),
    getSkylineInfoSync: () => ({ isSupported: false }),
    getMenuButtonBoundingClientRect: () => capsule,
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'wx0000000000000000', envVersion: 'release', version: '' },
    }),
    getLaunchOptionsSync: () => ({ path: HOST.parcel.page, query: HOST.parcel.query, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: HOST.parcel.page, query: HOST.parcel.query, scene: 1001 }),
  }
}
