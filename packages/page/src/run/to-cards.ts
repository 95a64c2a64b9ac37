/** Cards for goods with what stands around each: the text before and after, and how much between two. */

import type { SeenCard } from '@fangxing/contract'
import type { MeasuredBlock, MeasuredCard, MeasuredLayout } from '../scripts/measure-layout.ts'

export function toCards(
  page: string,
  { blocks, cards, title }: MeasuredLayout,
): readonly SeenCard[] {
  const flow = blocks.filter(({ kind }) => kind === 'card' || isText(kind))
  const lastText = flow.findLastIndex(({ kind }) => isText(kind))
  const firstText = flow.findIndex(({ kind }) => isText(kind))
  const titleTop = title?.box.y ?? Number.NEGATIVE_INFINITY
  return cards.map((card) => {
    const at = flow.findIndex(
      ({ kind, ref, box }) => kind === 'card' && ref === card.id && box.y === card.box.y,
    )
    const before = at > 0 ? flow[at - 1] : undefined
    const after = flow[at + 1]
    return {
      id: card.id,
      title: card.title,
      category: card.category,
      price: card.price,
      target: card.target,
      picture: card.picture,
      before: textOf(before),
      after: textOf(after),
      textBetween: textBetween(flow, at),
      position: positionOf(card, at, { firstText, lastText, titleTop }),
      place: { kind: 'page', page, box: card.box },
    }
  })
}

function isText(kind: MeasuredBlock['kind']): boolean {
  return kind === 'text' || kind === 'heading' || kind === 'title'
}

function textOf(block: MeasuredBlock | undefined): string {
  return block !== undefined && isText(block.kind) ? block.text : ''
}

/** Characters of text since the card before; null for the first. */
function textBetween(flow: readonly MeasuredBlock[], at: number): number | null {
  const previous = flow.slice(0, at).findLastIndex(({ kind }) => kind === 'card')
  if (at < 0 || previous < 0) return null
  return flow.slice(previous + 1, at).reduce((sum, { text }) => sum + text.length, 0)
}

function positionOf(
  card: MeasuredCard,
  at: number,
  { firstText, lastText, titleTop }: { firstText: number; lastText: number; titleTop: number },
): SeenCard['position'] {
  if (card.isInsideParagraph) return 'inside'
  if (at < firstText || card.box.y < titleTop) return 'above'
  return at > lastText ? 'end' : 'between'
}
