/// <reference lib="dom" />
/** The words, pictures and videos of the content that belong to nothing else. */

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

export function takeContent(draft: LayoutDraft, root: Element, title: Element | undefined): void {
  const SILENT = ['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE']
  const plain = { advertBy: null, isLead: false }
  for (const one of findAll('*', root)) {
    if (draft.blocks.length >= MOST_ELEMENTS || isTaken(draft, one) || !isVisible(one)) continue
    const tag = one.tagName
    if (tag === 'IMG' || tag === 'VIDEO') {
      const ref = (one as HTMLImageElement | HTMLVideoElement).currentSrc || null
      const kind = tag === 'IMG' ? 'picture' : 'video'
      draft.blocks.push({ ...plain, kind, box: boxOf(one), text: '', ref })
      continue
    }
    if (!hasOwnWords(one) || SILENT.includes(tag)) continue
    const kind: MeasuredBlock['kind'] =
      one === title ? 'title' : /^H[1-6]$/.test(tag) ? 'heading' : 'text'
    draft.taken.add(one)
    draft.blocks.push({ ...plain, kind, box: boxOf(one), text: textOf(one), ref: null })
  }
}

export function hasOwnWords(one: Element): boolean {
  return [...one.childNodes].some(
    (node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '',
  )
}
