/**
 * What stands around each card for goods in a flow of text, cards and pictures.
 *
 * Pictures and adverts are passed over: the text before a card is the last text before it, unless
 * another card stands between. Pure; one for the blocks of an article and for those of a page.
 */

import type { SeenCard } from '@fangxing/contract'

export interface FlowPart {
  readonly kind: 'card' | 'text' | 'other'
  /** Empty for what has no words of its own. */
  readonly text: string
}

export type Neighbours = Pick<SeenCard, 'before' | 'after' | 'textBetween'> & {
  readonly position: 'above' | 'between' | 'end'
}

/** One for each card of the flow, in its order. */
export function findNeighbours(parts: readonly FlowPart[]): readonly Neighbours[] {
  const flow = parts.filter(({ kind }) => kind !== 'other')
  const firstText = flow.findIndex(({ kind }) => kind === 'text')
  const lastText = flow.findLastIndex(({ kind }) => kind === 'text')
  return flow.flatMap(({ kind }, at) => {
    if (kind !== 'card') return []
    const previous = flow.slice(0, at).findLastIndex((one) => one.kind === 'card')
    const between = flow.slice(previous + 1, at)
    return [
      {
        before: textOf(flow[at - 1]),
        after: textOf(flow[at + 1]),
        textBetween: previous < 0 ? null : between.reduce((sum, { text }) => sum + text.length, 0),
        position: at < firstText ? 'above' : at > lastText ? 'end' : 'between',
      },
    ]
  })
}

function textOf(part: FlowPart | undefined): string {
  return part?.kind === 'text' ? part.text : ''
}
