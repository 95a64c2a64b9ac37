/// <reference lib="dom" />
/** Looking things up in a page: elements by selector, their box, their words, what was taken already. */

import type { MeasuredBlock, MeasuredCard, Rectangle } from './layout-facts.ts'

/** Of one selector. */
export const MOST_ELEMENTS = 2000

/** What was found so far; an element inside a taken one belongs to that. */
export interface LayoutDraft {
  readonly taken: Set<Element>
  readonly blocks: MeasuredBlock[]
  readonly cards: MeasuredCard[]
}

export function startDraft(): LayoutDraft {
  return { taken: new Set(), blocks: [], cards: [] }
}

export function isTaken({ taken }: LayoutDraft, one: Element): boolean {
  for (let up: Element | null = one; up !== null; up = up.parentElement) {
    if (taken.has(up)) return true
  }
  return false
}

export function boxOf(one: Element): Rectangle {
  const { x, y, width, height } = one.getBoundingClientRect()
  return { x: x + scrollX, y: y + scrollY, width, height }
}

export function isVisible(one: Element): boolean {
  const { width, height } = one.getBoundingClientRect()
  if (width < 1 || height < 1) return false
  const { visibility, opacity, display } = getComputedStyle(one)
  return visibility === 'visible' && display !== 'none' && Number(opacity) > 0.05
}

export function textOf(one: Element): string {
  return ((one as HTMLElement).innerText ?? one.textContent ?? '').replace(/\s+/g, ' ').trim()
}

/** A selector that was declared wrongly finds nothing. */
export function findAll(selector: string, root: ParentNode = document): Element[] {
  try {
    return [...root.querySelectorAll(selector)].slice(0, MOST_ELEMENTS)
  } catch {
    return []
  }
}

/** `selector`, `@attribute` of the element itself, or `selector@attribute`. */
export function readPart(root: Element, part: string | null): string | null {
  if (part === null) return null
  if (part.startsWith('@')) return root.getAttribute(part.slice(1))
  const [selector = '', attribute] = part.split('@')
  const found = findAll(selector, root)[0]
  if (found === undefined) return null
  return attribute === undefined ? textOf(found) : found.getAttribute(attribute)
}
