/// <reference lib="dom" />
/** Cards for goods: those that were declared, and those that the host of a mini-program marked. */

import type { LayoutWish, MeasuredCard } from './layout-facts.ts'
import {
  boxOf,
  findAll,
  isTaken,
  isVisible,
  type LayoutDraft,
  readPart,
  textOf,
} from './look-up.ts'

export function takeDeclaredCards(draft: LayoutDraft, wishes: LayoutWish['cards']): void {
  for (const wish of wishes) {
    for (const one of findAll(wish.selector)) {
      const target =
        readPart(one, wish.target) ??
        one.getAttribute('href') ??
        one.querySelector('a')?.href ??
        null
      addCard(draft, one, {
        id: readPart(one, wish.id),
        title: readPart(one, wish.title),
        category: readPart(one, wish.category),
        price: readPart(one, wish.price),
        target: target === null ? null : new URL(target, location.href).href,
        isInsideParagraph: (one.parentElement?.closest('p') ?? null) !== null,
      })
    }
  }
}

export function takeMarkedCards(draft: LayoutDraft): void {
  for (const one of findAll('[data-audit=card]')) {
    const { id = null, price = null, category = null } = (one as HTMLElement).dataset
    addCard(draft, one, {
      id,
      price,
      category,
      title: null,
      target: null,
      isInsideParagraph: false,
    })
  }
}

export function addCard(
  draft: LayoutDraft,
  one: Element,
  {
    id: named,
    title,
    ...card
  }: Omit<MeasuredCard, 'id' | 'title' | 'box' | 'picture'> & {
    readonly id: string | null
    readonly title: string | null
  },
): void {
  const LONGEST_TITLE = 80
  if (!isVisible(one) || isTaken(draft, one)) return
  draft.taken.add(one)
  const box = boxOf(one)
  const text = textOf(one)
  const id = named ?? String(draft.cards.length + 1)
  const picture = one.querySelector('img')?.currentSrc ?? null
  draft.cards.push({ ...card, id, title: title ?? text.slice(0, LONGEST_TITLE), picture, box })
  draft.blocks.push({
    kind: 'card',
    box,
    text,
    ref: id,
    advertBy: null,
    isLead: false,
    isAround: false,
  })
}
