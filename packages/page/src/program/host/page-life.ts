/// <reference lib="dom" />
/** The life of the page on the screen: load, show, ready, and what scrolling asks of it. */

import { HOST, type Root } from './host-state.ts'
import { attemptIn } from './report.ts'
import { chain } from './stand-ins.ts'

export function liveThrough(root: Root): void {
  const page = root.get()
  HOST.page = page
  const { page: route, query } = HOST.parcel
  Object.assign(page, { route, options: query, __route__: route, getTabBar: () => chain() })
  const call = (name: string, argument?: unknown) => {
    const method = page[name]
    if (typeof method === 'function')
      attemptIn(`${route} ${name}`, () => method.call(page, argument))
  }
  call('onLoad', { ...query })
  root.attach(document.documentElement, document.body)
  root.getComponent().triggerPageLifetime('show', [])
  call('onShow')
  call('onReady')
  followScroll(call)
}

/** The end of a page is told once for each length that it has. */
function followScroll(call: (name: string, argument?: unknown) => void): void {
  const NEAR_END = 50
  let reached = 0
  addEventListener('scroll', () => {
    call('onPageScroll', { scrollTop: scrollY })
    const { scrollHeight } = document.documentElement
    const isNearEnd = scrollY > 0 && scrollY + innerHeight >= scrollHeight - NEAR_END
    if (!isNearEnd || scrollHeight <= reached) return
    reached = scrollHeight
    call('onReachBottom')
  })
}
