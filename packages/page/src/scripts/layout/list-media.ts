/// <reference lib="dom" />
/** Every picture, player and link of a page, whatever it belongs to. */

import type { MeasuredLayout } from './layout-facts.ts'
import { boxOf, findAll, isVisible, textOf } from './look-up.ts'

export function listPictures(): MeasuredLayout['pictures'] {
  return findAll('img')
    .filter(isVisible)
    .map((one) => {
      const image = one as HTMLImageElement
      return {
        address: image.currentSrc || image.src,
        box: boxOf(image),
        natural: { width: image.naturalWidth, height: image.naturalHeight },
        fit: getComputedStyle(image).objectFit,
      }
    })
}

export function listPlayers(): MeasuredLayout['players'] {
  return findAll('video, audio').map((one) => {
    const player = one as HTMLMediaElement
    const holder = player.parentElement ?? player
    const PRE_ROLL = '[data-ad-type=pre-roll], ad[type=pre-roll]'
    return {
      kind: player.tagName === 'VIDEO' ? ('video' as const) : ('audio' as const),
      address: player.currentSrc || player.src,
      box: boxOf(player),
      preRoll:
        player.querySelector(PRE_ROLL) !== null ||
        // A player of a mini-program: its advert stands beside the element that plays.
        (holder.localName === 'wx-video' && holder.querySelector(PRE_ROLL) !== null) ||
        player.closest('[data-pre-roll]') !== null,
    }
  })
}

export function listLinks(): MeasuredLayout['links'] {
  const LONGEST_TEXT = 80
  return findAll('a[href]')
    .filter(isVisible)
    .map((one) => ({
      address: (one as HTMLAnchorElement).href,
      text: textOf(one).slice(0, LONGEST_TEXT),
      box: boxOf(one),
    }))
}
