/**
 * What is known of a material (素材): an article, a video, a gallery, a page of a tool.
 *
 * `MaterialFacts` is what its author hands in; the rest is what engines see in it. Lists are in
 * reading order. A list that was not made is absent from the observations: an empty one says that
 * somebody looked.
 */

import type { Place } from './place.ts'
import type { Label, TermHit } from './text-facts.ts'
import type { Wording } from './wording.ts'

export type MaterialKind =
  | 'article'
  | 'gallery'
  | 'video'
  | 'audio'
  | 'answer'
  /** Reviews, notes: user content, whose landing page may lack a title. */
  | 'ugc'
  | 'tool'
  | 'service'

/** What the author declares or hands in. Claims, not observations. */
export interface MaterialFacts {
  readonly name: string
  readonly kind: MaterialKind
  readonly title: string | null
  readonly blocks: readonly MaterialBlock[]
  /** Words of the page that only surround the content; absent where there is no page. */
  readonly around?: string
  /** First- and second-level channel; null when none is declared. */
  readonly channel: { readonly first: string; readonly second: string | null } | null
  /** Epoch ms; null when it is not declared. */
  readonly publishedAt: number | null
  /** The moment for which the audit speaks, epoch ms. */
  readonly auditedAt: number
  /** The name under which the cover was seen; null when there is none. */
  readonly cover: string | null
  /** What plays after the main clip; null when it is not declared. */
  readonly postRoll: { readonly seconds: number; readonly closable: boolean } | null
  /** Whether the author says that this is fiction, a film or a game. */
  readonly isFiction: boolean
}

export interface MaterialBlock {
  readonly kind: 'heading' | 'paragraph' | 'picture' | 'video' | 'audio' | 'card' | 'advert'
  /** Empty for what has no words of its own. */
  readonly text: string
  /** Where `text` begins in the body, which is the texts of all blocks joined by line breaks. */
  readonly start: number
  /** The name of the picture or clip, the id of the card or advert. */
  readonly ref: string | null
}

/** A stretch of the text it belongs to, UTF-16, `end` exclusive. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** An address, number or account that leads out of a text. */
export interface SeenLead extends TextRange {
  readonly kind:
    | 'phone'
    | 'landline'
    | 'email'
    | 'url'
    | 'wechatId'
    | 'qqNumber'
    | 'inviteCode'
    | 'shareToken'
    | 'money'
    | 'bankCard'
    | 'identityNumber'
  /** In plain form. */
  readonly value: string
}

/** One word of a named vocabulary, seen through its disguises. */
export interface VocabularyHit extends TermHit {
  /** Which vocabulary, e.g. `collectibles`. */
  readonly vocabulary: string
}

/** What a text is, seen as writing. `field`: `title`, `body`, or the name of a picture or clip. */
export interface WrittenText {
  readonly field: string
  readonly text: string
  /** Where the whole text stands. */
  readonly place: Place
  /** Shares of the letters, 0 to 1; both 0 when there is no letter. */
  readonly hanShare: number
  readonly foreignShare: number
  /** Of the characters that have a simplified form of their own, how many are traditional, 0 to 1. */
  readonly traditionalShare: number
  /** Characters; an emoji counts one. */
  readonly length: number
  readonly garbling: readonly (TextRange & { readonly kind: string })[]
  readonly typos: readonly (TextRange & { readonly suggestion: string })[]
  /** Runs of marks: `！！！`, `……`. */
  readonly markRuns: readonly (TextRange & { readonly mark: string; readonly count: number })[]
  readonly clickbait: readonly (TextRange & { readonly cue: string })[]
  /** Pieces between spaces, bars and commas, and how many of them are short. */
  readonly pieces: { readonly count: number; readonly short: number; readonly longest: number }
  readonly ending: string
  readonly repeated: readonly { readonly text: string; readonly places: readonly TextRange[] }[]
  readonly dates: readonly SeenDate[]
  readonly leads: readonly SeenLead[]
  readonly words: readonly VocabularyHit[]
  /** Of the classifier; absent without one. */
  readonly labels?: readonly { readonly label: Label; readonly probability: number }[]
}

/** A date that a text names. */
export interface SeenDate extends TextRange {
  /** `now`: 刚刚, 突发, 今天; `later`: 明天; `calendar`: a day or month that is written out. */
  readonly kind: 'calendar' | 'now' | 'earlier' | 'later' | 'vague'
  readonly year?: number
  readonly month?: number
  readonly day?: number
}

/** A card for goods (商品卡). */
export interface SeenCard {
  readonly id: string
  readonly title: string
  readonly category: string | null
  /** In the currency of the page, as written; null when it shows none. */
  readonly price: string | null
  /** Where it leads; null when that is not known. */
  readonly target: string | null
  readonly picture: string | null
  /** The text block before and after it, empty at the edge or beside another card. */
  readonly before: string
  readonly after: string
  /** Characters of text between the card before and this one; null for the first. */
  readonly textBetween: number | null
  /** `inside`: in the middle of a paragraph; `above`: before title or first paragraph. */
  readonly position: 'between' | 'end' | 'inside' | 'above'
  readonly place: Place
}

/** What following an address showed. */
export interface SeenLink {
  readonly address: string
  /** The card that it belongs to; null for a link in the text. */
  readonly card: string | null
  readonly outcome:
    | 'opens'
    /** Status 404, 410, or a page that says so. */
    | 'gone'
    | 'soldOut'
    | 'unreachable'
    /** Not followed: out of bounds, out of time. */
    | 'unknown'
  /** HTTP status of the last answer; null when there was none. */
  readonly status: number | null
  /** Title and price of the page behind, where it could be read. */
  readonly title: string | null
  readonly price: string | null
  /** What was seen, e.g. the phrase that says the goods are gone. */
  readonly measured: string
  readonly place: Place
}

/** A document that this one is like. */
export interface Resemblance {
  /** Where it was found: `own`, `rumours`, the name of an imported corpus. */
  readonly corpus: string
  readonly document: string
  /** Estimated Jaccard similarity of shingles, 0 to 1. */
  readonly similarity: number
  /** Share of this material's text that also stands there, 0 to 1. */
  readonly sharedText: number
  /** Epoch ms; null when it is not known. */
  readonly publishedAt: number | null
  readonly passage: TextRange & { readonly text: string }
}

/** The questions of meaning that an engine may answer. */
export type OpinionQuestion =
  | 'clickbait'
  | 'title-fits-body'
  | 'title-contradicts-body'
  | 'card-fits-article'
  | 'card-is-named-beside'
  | 'cover-fits-content'
  | 'paragraphs-fit-title'
  | 'subject-is-whole'
  | 'no-ghosting'
  | 'looks-official'
  | 'looks-like-notice'
  | 'grammar'

/** What an engine thinks of a question of meaning. */
export interface SeenOpinion {
  readonly question: OpinionQuestion
  /** What it is about: `title`, a card's id, a picture's name. */
  readonly about: string
  /** How far the answer is yes, 0 to 1. */
  readonly score: number
  /** `local`: computed here; else the name of the model that was asked. */
  readonly by: string
  /** What was computed, or the question as sent and the answer as received. */
  readonly evidence: Wording
  readonly place: Place
}
