/// <reference lib="dom" />
/**
 * The words, pictures and videos of the content that belong to nothing else, and which of them only
 * surround it: navigation, footer, what else a site recommends.
 *
 * The content is the smallest element that holds two thirds of the words that are no links. A passage
 * of sentences outside of it is content all the same: nobody hides an article by leaving the box.
 */

import type { MeasuredBlock } from './layout-facts.ts'
import {
  boxOf,
  findAll,
  isTaken,
  isVisible,
  type LayoutDraft,
  MOST_ELEMENTS,
  textOf,
} from './look-up.ts'

/** Null: the words are spread over the page, so all of it is content. */
export function findContent(): Element | null {
  const SHARE = 2 / 3
  const NO_PROSE = 'a, button, select, script, style, noscript, textarea, nav, footer'
  const held = new Map<Element, number>()
  const whole: Element = document.body ?? document.documentElement
  const walker = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = (node.textContent ?? '').trim().length
    const { parentElement } = node
    if (length === 0 || parentElement === null) continue
    if (parentElement.closest(NO_PROSE) !== null || !isVisible(parentElement)) continue
    for (let up: Element | null = parentElement; up !== null; up = up.parentElement) {
      held.set(up, (held.get(up) ?? 0) + length)
    }
  }
  const least = (held.get(whole) ?? 0) * SHARE
  let content = whole
  for (let next: Element | undefined = content; next !== undefined; ) {
    content = next
    next = [...content.children].find((one) => (held.get(one) ?? 0) >= least && least > 0)
  }
  return content === whole ? null : content
}

/** Whether it only surrounds the content. */
export function isAside(one: Element, content: Element | null): boolean {
  const LEAST_PROSE = 40
  if (one.closest('nav, footer, [role=navigation], [role=contentinfo]') !== null) return true
  if (content === null || content.contains(one)) return false
  const text = textOf(one)
  return text.length < LEAST_PROSE || !/[。！？；]/.test(text) || one.closest('a') !== null
}

/** `content`: what is outside of it surrounds it. */
export function takeContent(
  draft: LayoutDraft,
  root: Element,
  title: Element | undefined,
  content: Element | null,
): void {
  const SILENT = ['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE']
  const plain = { advertBy: null, isLead: false }
  for (const one of findAll('*', root)) {
    if (draft.blocks.length >= MOST_ELEMENTS || isTaken(draft, one) || !isVisible(one)) continue
    const tag = one.tagName
    if (tag === 'IMG' || tag === 'VIDEO') {
      const ref = (one as HTMLImageElement | HTMLVideoElement).currentSrc || null
      const kind = tag === 'IMG' ? 'picture' : 'video'
      const isAround = isAside(one, content)
      draft.blocks.push({ ...plain, kind, box: boxOf(one), text: '', ref, isAround })
      continue
    }
    if (!hasOwnWords(one) || SILENT.includes(tag)) continue
    const kind: MeasuredBlock['kind'] =
      one === title ? 'title' : /^H[1-6]$/.test(tag) ? 'heading' : 'text'
    draft.taken.add(one)
    const isAround = kind !== 'title' && isAside(one, content)
    draft.blocks.push({ ...plain, kind, box: boxOf(one), text: textOf(one), ref: null, isAround })
  }
}

export function hasOwnWords(one: Element): boolean {
  return [...one.childNodes].some(
    (node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '',
  )
}
