/** Puts together what one look at a page showed; what is undefined was not had. */

import type {
  MissingFact,
  PageRun,
  PinnedElement,
  Screenful,
  SeenMotion,
  ShownPicture,
  ShownPlayer,
} from '@fangxing/contract'
import type { MeasuredLayout, Rectangle } from '../scripts/layout/layout-facts.ts'
import type { WatchedRun } from './watch-run.ts'

interface Parts {
  readonly bare: Pick<PageRun, 'page' | 'viewport' | 'entry'>
  readonly watched: WatchedRun | undefined
  readonly motions: readonly SeenMotion[] | undefined
  readonly pinned: readonly PinnedElement[] | undefined
  readonly screenfuls: readonly Screenful[] | undefined
  readonly layout: MeasuredLayout | undefined
  readonly missing: readonly MissingFact[]
}

export function toPageRun({
  bare,
  watched,
  motions,
  pinned,
  screenfuls,
  layout,
  missing,
}: Parts): PageRun {
  return {
    ...bare,
    ...(watched === undefined
      ? {}
      : {
          trace: watched.trace,
          sixth: watched.sixth,
          flashes: watched.flashes,
          overlays: watched.overlays,
        }),
    ...(motions === undefined ? {} : { motions }),
    ...(pinned === undefined ? {} : { pinned }),
    ...(screenfuls === undefined ? {} : { screenfuls }),
    ...(layout === undefined
      ? {}
      : {
          height: layout.height,
          title: layout.title,
          blocks: layout.blocks,
          pictures: layout.pictures.map(toShown),
          players: layout.players.map((player) => toPlayer(player, layout)),
        }),
    missing,
  }
}

function toShown({ address, box, natural, fit }: MeasuredLayout['pictures'][number]): ShownPicture {
  return { picture: address, box, natural, fit: toFit(fit) }
}

function toFit(fit: string): ShownPicture['fit'] {
  const known = ['contain', 'cover', 'none', 'scale-down'] as const
  return known.find((one) => one === fit) ?? 'fill'
}

function toPlayer(
  player: MeasuredLayout['players'][number],
  { blocks }: MeasuredLayout,
): ShownPlayer {
  return {
    ...player,
    overlaidAdvert: blocks.some(
      ({ kind, box }) => kind === 'advert' && player.kind === 'video' && overlaps(box, player.box),
    ),
  }
}

function overlaps(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  )
}
