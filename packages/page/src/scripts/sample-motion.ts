/// <reference lib="dom" />
/**
 * Runs in the page: watches what moves and what flickers while nobody touches it.
 *
 * Looks at every visible element that can be tapped or has words of its own, several times a second
 * for a few seconds, so motion by script counts as motion by style does. Bounded in elements.
 */

export interface SampledMotion {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly kind: 'moves' | 'flickers'
  /** How often a second it comes back to where, or how, it began; 0 when it never does. */
  readonly frequency: number
  /** Still changing in the last third of the time, or animated without end. */
  readonly isEndless: boolean
  readonly isClickable: boolean
  readonly words: string
}

export async function sampleMotion(durationMs: number, everyMs: number): Promise<SampledMotion[]> {
  const MOST_ELEMENTS = 400
  const LEAST_MOVE = 1
  const LEAST_CHANGES = 3
  const CLICKABLE = 'a, button, [onclick], [role=button], input[type=button], input[type=submit]'

  const isClickable = (one: Element) =>
    one.matches(CLICKABLE) || getComputedStyle(one).cursor === 'pointer'
  const wordsOf = (one: Element) => (one.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60)
  const hasOwnWords = (one: Element) =>
    [...one.childNodes].some(
      (node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '',
    )
  const isVisible = (one: Element) => {
    const { width, height, top, bottom } = one.getBoundingClientRect()
    return width > 0 && height > 0 && bottom > 0 && top < innerHeight
  }
  const elements = [...document.querySelectorAll('body *')]
    .filter((one) => isVisible(one) && (isClickable(one) || hasOwnWords(one)))
    .slice(0, MOST_ELEMENTS)

  const lookOf = (one: Element) => {
    const { opacity, visibility, color, backgroundColor } = getComputedStyle(one)
    return `${Number(opacity).toFixed(1)} ${visibility} ${color} ${backgroundColor}`
  }
  const tracks = elements.map((element) => ({
    element,
    box: element.getBoundingClientRect(),
    last: element.getBoundingClientRect(),
    first: lookOf(element),
    look: lookOf(element),
    moves: [] as number[],
    flickers: [] as number[],
    homecomings: 0,
    returns: 0,
  }))
  const distance = (one: DOMRect, other: DOMRect) =>
    Math.max(
      Math.abs(one.x - other.x),
      Math.abs(one.y - other.y),
      Math.abs(one.width - other.width),
    )
  const began = performance.now()
  while (performance.now() - began < durationMs) {
    await new Promise((resolve) => setTimeout(resolve, everyMs))
    const now = performance.now() - began
    for (const track of tracks) {
      const box = track.element.getBoundingClientRect()
      if (distance(box, track.last) >= LEAST_MOVE) {
        track.moves.push(now)
        if (distance(box, track.box) < LEAST_MOVE * 2) track.homecomings += 1
      }
      const look = lookOf(track.element)
      if (look !== track.look) {
        track.flickers.push(now)
        if (look === track.first) track.returns += 1
      }
      track.last = box
      track.look = look
    }
  }
  const seconds = durationMs / 1000
  const isLasting = (times: readonly number[]) => (times.at(-1) ?? 0) > (durationMs * 2) / 3
  return tracks.flatMap(({ element, box, moves, flickers, homecomings, returns }) => {
    const made = (kind: 'moves' | 'flickers', times: readonly number[], back: number) =>
      times.length < LEAST_CHANGES
        ? []
        : [
            {
              x: box.x + scrollX,
              y: box.y + scrollY,
              width: box.width,
              height: box.height,
              kind,
              frequency: back / seconds,
              isEndless: isLasting(times),
              isClickable: isClickable(element),
              words: wordsOf(element),
            },
          ]
    return [...made('moves', moves, homecomings), ...made('flickers', flickers, returns)]
  })
}
