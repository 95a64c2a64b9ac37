/**
 * What the page engine can see of a page in a real browser, one run for each viewport and load.
 *
 * Boxes are in CSS pixels from the top left of the document; shares are of the viewport's area,
 * height or width, 0 to 1; times are milliseconds from the start of navigation. An optional fact
 * is absent when it could not be had, and `missing` says why.
 */

import type { MissingFact } from './media-facts.ts'
import type { Box } from './place.ts'

export interface PageRun {
  /** The address or file that was opened. */
  readonly page: string
  readonly viewport: { readonly width: number; readonly height: number }
  readonly entry: PageEntry
  readonly trace?: PageTrace
  /** The screen six seconds after the start. */
  readonly sixth?: ScreenLook
  readonly height?: number
  /** By screenful from the top; the last one may be short. */
  readonly screenfuls?: readonly Screenful[]
  readonly title?: SeenPageTitle | null
  readonly blocks?: readonly PageBlock[]
  readonly pinned?: readonly PinnedElement[]
  /** What appeared over the page while nobody touched it. */
  readonly overlays?: readonly SeenOverlay[]
  readonly motions?: readonly SeenMotion[]
  readonly flashes?: readonly SeenFlash[]
  readonly pictures?: readonly ShownPicture[]
  readonly players?: readonly ShownPlayer[]
  /** Names of the screenshots, one for each screenful, in order. */
  readonly screenshots?: readonly string[]
  readonly missing: readonly MissingFact[]
}

/** Whether the page can be entered at all. */
export interface PageEntry {
  readonly outcome: 'entered' | 'refused' | 'unreachable' | 'redirectLoop' | 'loginWall' | 'crashed'
  /** HTTP status of the document; null for a file or when there was no answer. */
  readonly status: number | null
  readonly finalAddress: string
  /** Uncaught errors before the first content. */
  readonly earlyErrors: readonly string[]
}

export interface PageTrace {
  /** The load event; null when it did not come within the limit. */
  readonly load: number | null
  readonly firstPaint: number | null
  /** Duration of each task longer than 50 ms. */
  readonly longTasks: readonly number[]
  /** Sum of what each long task took beyond 50 ms. */
  readonly totalBlocking: number
  /** Cumulative layout shift, as the browser defines it. */
  readonly layoutShift: number
  /**
   * How busy the machine was with other things meanwhile: time on the clock for one unit of
   * processor time, 1 when nothing else ran. Absent: not measured.
   */
  readonly contention?: number
}

/** A screenshot summed up. */
export interface ScreenLook {
  /** Share of the most frequent colour, at four bits a channel. */
  readonly dominantShare: number
  /** Luma of that colour, 0 to 255. */
  readonly dominantLuma: number
  /** Visible characters and loaded pictures in the viewport. */
  readonly characters: number
  readonly pictures: number
}

export interface Screenful {
  /** Where it begins. */
  readonly top: number
  /** Smaller than the viewport on the last one. */
  readonly height: number
  /** The longest run of blank rows, as a share of the viewport's height, and where. */
  readonly blankRows: { readonly share: number; readonly box: Box }
  /** The widest run of blank columns, as a share of its width. */
  readonly blankColumns: { readonly share: number; readonly box: Box }
  /** Share of the area that is blank. */
  readonly blankArea: number
  /** Whether its blank end lies below the last content of the page. */
  readonly endsContent: boolean
}

export interface SeenPageTitle {
  readonly text: string
  readonly box: Box
  /** CSS pixels. */
  readonly fontSize: number
  /** WCAG contrast ratio, 1 to 21; null when it cannot be told. */
  readonly contrast: number | null
  readonly isClipped: boolean
  /** Whether something else covers a part of it. */
  readonly isCovered: boolean
}

/** A part of the main content, in reading order. */
export interface PageBlock {
  readonly kind: 'title' | 'heading' | 'text' | 'picture' | 'video' | 'card' | 'advert' | 'bar'
  readonly box: Box
  /** Visible text. */
  readonly text: string
  /** The id of a card or advert, the address of a picture or video; null for text. */
  readonly ref: string | null
  /** What gives an advert away; null for what is none. */
  readonly advertBy: 'tag' | 'declared' | 'pattern' | null
  /** Whether it asks for a phone number, a form, a consultation. */
  readonly isLead: boolean
  /** Whether it only surrounds the content: navigation, footer, what else a site recommends. */
  readonly isAround?: boolean
}

/** Stays in the same place while the page scrolls. */
export interface PinnedElement {
  readonly box: Box
  readonly share: number
  readonly isAdvert: boolean
  readonly edge: 'top' | 'bottom' | 'none'
  readonly words: string
}

export interface SeenOverlay {
  /** When it appeared. */
  readonly at: number
  readonly box: Box
  readonly share: number
  readonly kind: 'dialog' | 'permission' | 'login' | 'consent' | 'layer'
  readonly words: string
}

export interface SeenMotion {
  readonly box: Box
  readonly kind: 'moves' | 'flickers'
  /** Changes a second. */
  readonly frequency: number
  readonly isEndless: boolean
  readonly isClickable: boolean
  readonly words: string
}

/** Large parts of the screen that alternate. */
export interface SeenFlash {
  readonly at: number
  /** Alternations a second. */
  readonly frequency: number
  readonly share: number
}

export interface ShownPicture {
  /** The name under which the media engine saw it. */
  readonly picture: string
  readonly box: Box
  readonly natural: { readonly width: number; readonly height: number }
  /** CSS `object-fit`: whether the box distorts it. */
  readonly fit: 'fill' | 'contain' | 'cover' | 'none' | 'scale-down'
}

export interface ShownPlayer {
  readonly kind: 'video' | 'audio'
  readonly box: Box
  readonly address: string
  /** Adverts before it and over it, as the source or a look while it played shows. */
  readonly preRoll: boolean
  readonly overlaidAdvert: boolean
}
