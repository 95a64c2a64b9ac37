/** Cards for goods with what stands around each: the text before and after, and how much between two. */

import type { SeenCard } from '@fangxing/contract'
import type { MeasuredBlock, MeasuredCard, MeasuredLayout } from '../scripts/layout/layout-facts.ts'
import { findNeighbours, type Neighbours } from './find-neighbours.ts'

export function toCards(
  page: string,
  { blocks, cards, title }: MeasuredLayout,
): readonly SeenCard[] {
  const titleTop = title?.box.y ?? Number.NEGATIVE_INFINITY
  const around = findNeighbours(blocks.map(({ kind, text }) => ({ kind: toPart(kind), text })))
  const inFlow = blocks.filter(({ kind }) => kind === 'card')
  return cards.map((card) => {
    const at = inFlow.findIndex(({ ref, box }) => ref === card.id && box.y === card.box.y)
    const { before, after, textBetween, position } = around[at] ?? NOWHERE
    const { id, title: name, category, price, target, picture, box } = card
    return {
      ...{ id, title: name, category, price, target, picture, before, after, textBetween },
      position: positionOf(card, position, titleTop),
      place: { kind: 'page', page, box },
    }
  })
}

const NOWHERE: Neighbours = { before: '', after: '', textBetween: null, position: 'end' }

function toPart(kind: MeasuredBlock['kind']) {
  if (kind === 'card') return 'card'
  return kind === 'text' || kind === 'heading' || kind === 'title' ? 'text' : 'other'
}

function positionOf(
  { isInsideParagraph, box }: MeasuredCard,
  position: Neighbours['position'],
  titleTop: number,
): SeenCard['position'] {
  if (isInsideParagraph) return 'inside'
  return box.y < titleTop ? 'above' : position
}
