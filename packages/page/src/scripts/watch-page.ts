/// <reference lib="dom" />
/**
 * Runs in the page from its first moment: notes what only shows while it happens.
 *
 * Long tasks, layout shifts, errors before the first content, and layers that cover the page while
 * nobody touches it. Self-contained: the function is sent to the browser as text.
 */

export interface WatchedPage {
  readonly longTasks: number[]
  layoutShift: number
  readonly earlyErrors: string[]
  readonly layers: WatchedLayer[]
}

export interface WatchedLayer {
  at: number
  x: number
  y: number
  width: number
  height: number
  words: string
  isDialog: boolean
}

declare global {
  var fangxingWatch: WatchedPage
}

export function watchPage(): void {
  if (globalThis.fangxingWatch !== undefined || window.top !== window) return
  const watch: WatchedPage = { longTasks: [], layoutShift: 0, earlyErrors: [], layers: [] }
  globalThis.fangxingWatch = watch
  const MOST = 200
  const LEAST_SHARE = 0.05
  const EVERY_MS = 200

  const observe = (type: string, note: (entry: PerformanceEntry) => void) => {
    try {
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
        type,
        buffered: true,
      })
    } catch {
      // An older browser does not know the type: then there is nothing to note.
    }
  }
  observe('longtask', ({ duration }) => {
    if (watch.longTasks.length < MOST) watch.longTasks.push(duration)
  })
  observe('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & {
      value: number
      hadRecentInput: boolean
    }
    if (!hadRecentInput) watch.layoutShift += value
  })
  addEventListener('error', ({ message }) => {
    const hasContent = (document.body?.innerText ?? '').trim() !== ''
    if (!hasContent && watch.earlyErrors.length < MOST) watch.earlyErrors.push(String(message))
  })

  const known = new WeakSet<Element>()
  const shareOf = ({ width, height }: DOMRect) => (width * height) / (innerWidth * innerHeight)
  /** Whether words of something else are behind a layer that scrolls with the page: a player's own sign is no layer. */
  const coversWords = (layer: Element, x: number, y: number) =>
    document
      .elementsFromPoint(x, y)
      .some(
        (one) =>
          !layer.contains(one) &&
          !one.contains(layer) &&
          [...one.childNodes].some(
            (node) => node.nodeType === 3 && node.textContent?.trim() !== '',
          ),
      )
  /** The nearest element around a point that does not scroll with the page. */
  const layerAt = (x: number, y: number): Element | null => {
    let layer: Element | null = null
    for (let one = document.elementFromPoint(x, y); one !== null; one = one.parentElement) {
      const { position, zIndex } = getComputedStyle(one)
      const floats =
        position === 'fixed' ||
        (position === 'absolute' && Number(zIndex) > 0 && coversWords(one, x, y))
      if (floats || one.matches('dialog[open], [role=dialog], [aria-modal=true]')) layer = one
    }
    return layer
  }
  const look = () => {
    const points: [number, number][] = [
      [innerWidth / 2, innerHeight / 2],
      [innerWidth / 2, innerHeight / 3],
      [innerWidth / 2, (innerHeight * 2) / 3],
      [innerWidth / 2, innerHeight * 0.85],
    ]
    for (const [x, y] of points) {
      const layer = layerAt(x, y)
      if (layer === null || known.has(layer)) continue
      known.add(layer)
      const box = layer.getBoundingClientRect()
      if (shareOf(box) < LEAST_SHARE || watch.layers.length >= MOST) continue
      watch.layers.push({
        at: performance.now(),
        x: box.x + scrollX,
        y: box.y + scrollY,
        width: box.width,
        height: box.height,
        words: (layer.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 200),
        isDialog: layer.matches('dialog, [role=dialog], [role=alertdialog], [aria-modal=true]'),
      })
    }
  }
  setInterval(look, EVERY_MS)
}
