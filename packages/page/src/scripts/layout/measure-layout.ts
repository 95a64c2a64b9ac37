/// <reference lib="dom" />
/**
 * Runs in the page: where its parts lie, in reading order, in CSS pixels of the document.
 *
 * What was declared is looked up by selector, the rest is recognised: adverts by tag, by the words
 * 广告 or 赞助, by ids and classes that adverts have; the title as the first large heading. Bounded
 * in elements. The functions of this folder are sent into the page together, as text.
 */

import { ADVERT_PATTERNS, ADVERT_TAGS } from '../advert-selectors.ts'
import { toScriptText } from '../script-text.ts'
import { addAdvert, isInBar, takeAdverts } from './find-adverts.ts'
import { addCard, takeDeclaredCards, takeMarkedCards } from './find-cards.ts'
import { findContent, hasOwnWords, isAside, takeContent } from './find-content.ts'
import { findNamed, findTitle, measureTitle } from './find-title.ts'
import type { LayoutWish, MeasuredLayout } from './layout-facts.ts'
import { listLinks, listPictures, listPlayers } from './list-media.ts'
import {
  boxOf,
  findAll,
  isTaken,
  isVisible,
  MOST_ELEMENTS,
  readPart,
  startDraft,
  textOf,
} from './look-up.ts'
import { contrastOf, luminanceBehind, luminanceOf } from './measure-contrast.ts'

export function measureLayout(wish: LayoutWish): MeasuredLayout {
  const draft = startDraft()
  takeDeclaredCards(draft, wish.cards)
  takeMarkedCards(draft)
  takeAdverts(draft, wish.adverts)
  const title = findTitle(draft, wish.title)
  const declared = wish.content !== null ? findAll(wish.content)[0] : undefined
  if (declared !== undefined) takeContent(draft, declared, title, declared)
  else takeContent(draft, document.body ?? document.documentElement, title, findContent())
  const blocks = draft.blocks.toSorted(
    ({ box: one }, { box: other }) => one.y - other.y || one.x - other.x,
  )
  return {
    height: Math.max(document.documentElement.scrollHeight, document.body?.scrollHeight ?? 0),
    title: title === undefined ? null : measureTitle(title),
    blocks,
    cards: draft.cards,
    pictures: listPictures(),
    players: listPlayers(),
    links: listLinks(),
    contentEnd: blocks.reduce(
      (end, { kind, box }) => (kind === 'bar' ? end : Math.max(end, box.y + box.height)),
      0,
    ),
  }
}

const FUNCTIONS = toScriptText(
  [
    ...[boxOf, findAll, isTaken, isVisible, readPart, startDraft, textOf],
    ...[addAdvert, isInBar, takeAdverts, addCard, takeDeclaredCards, takeMarkedCards],
    ...[hasOwnWords, isAside, findContent, takeContent, findNamed, findTitle, measureTitle],
    ...[contrastOf, luminanceBehind, luminanceOf, listLinks, listPictures, listPlayers],
    measureLayout,
  ],
  { MOST_ELEMENTS, ADVERT_TAGS, ADVERT_PATTERNS },
)

/** An expression whose value is the layout of the page in which it is evaluated. */
export function writeLayoutScript(wish: LayoutWish): string {
  return `(() => {\n${FUNCTIONS}\nreturn measureLayout(${JSON.stringify(wish)})\n})()`
}
