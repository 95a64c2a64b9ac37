/// <reference lib="dom" />
/** How the host says what it could not show: over the console, before any code of the program runs. */

import { HOST } from './host-state.ts'

/** Marks a line of the console as ours. */
export const GAP_MARK = 'fangxing-gap'

export function openReport(): void {
  const say = console.debug.bind(console)
  const write = JSON.stringify
  const MOST = 100
  const LONGEST = 300
  const said = new Set<string>()
  HOST.report = (zh, en) => {
    const line = write({ zh: zh.slice(0, LONGEST), en: en.slice(0, LONGEST) })
    if (said.has(line) || said.size >= MOST) return
    said.add(line)
    say(`${GAP_MARK} ${line}`)
  }
}

/** What the program's own code threw: on a phone it may do so too, or our stand-ins made it. */
export function reportError(error: unknown, where = ''): void {
  const [line = ''] = String(error).split('\n')
  const at = where === '' ? '' : `（${where}）`
  HOST.report(
    `小程序代码运行出错${at}：${line}。页面可能没有画完整。`,
    `Code of the program failed${where === '' ? '' : ` (${where})`}: ${line}. The page may be incomplete.`,
  )
}

/** Runs code of the program; what it throws is told, not thrown on. */
export function attemptIn<Value>(where: string, run: () => Value): Value | undefined {
  try {
    const value = run()
    if (value instanceof Promise) value.catch((error: unknown) => reportError(error, where))
    return value
  } catch (error) {
    reportError(error, where)
    return undefined
  }
}
