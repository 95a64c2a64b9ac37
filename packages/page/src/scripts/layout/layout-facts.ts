/**
 * What is asked of a page's layout, and what it is: boxes in CSS pixels of the document, in reading order.
 */

export interface LayoutWish {
  readonly title: string | null
  readonly content: string | null
  readonly adverts: readonly { readonly selector: string; readonly isLead: boolean }[]
  readonly cards: readonly {
    readonly selector: string
    readonly id: string | null
    readonly title: string | null
    readonly category: string | null
    readonly price: string | null
    readonly target: string | null
  }[]
}

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface MeasuredBlock {
  readonly kind: 'title' | 'heading' | 'text' | 'picture' | 'video' | 'card' | 'advert' | 'bar'
  readonly box: Rectangle
  readonly text: string
  readonly ref: string | null
  readonly advertBy: 'tag' | 'declared' | 'pattern' | null
  readonly isLead: boolean
  readonly isAround: boolean
}

export interface MeasuredCard {
  readonly id: string
  readonly title: string
  readonly category: string | null
  readonly price: string | null
  readonly target: string | null
  readonly picture: string | null
  readonly box: Rectangle
  readonly isInsideParagraph: boolean
}

export interface MeasuredLayout {
  readonly height: number
  readonly title: {
    readonly text: string
    readonly box: Rectangle
    readonly fontSize: number
    readonly contrast: number | null
    readonly isClipped: boolean
    readonly isCovered: boolean
  } | null
  readonly blocks: readonly MeasuredBlock[]
  readonly cards: readonly MeasuredCard[]
  readonly pictures: readonly {
    readonly address: string
    readonly box: Rectangle
    readonly natural: { readonly width: number; readonly height: number }
    readonly fit: string
  }[]
  readonly players: readonly {
    readonly kind: 'video' | 'audio'
    readonly address: string
    readonly box: Rectangle
    readonly preRoll: boolean
  }[]
  readonly links: readonly {
    readonly address: string
    readonly text: string
    readonly box: Rectangle
  }[]
  /** Where the last visible content of the document ends. */
  readonly contentEnd: number
}
