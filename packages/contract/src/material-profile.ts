/**
 * Numbers and readings that a rule book leaves open, dated and named.
 *
 * Rules take every limit from here, so that an operator can choose another profile without touching
 * a rule, and an old audit can be repeated under the profile of its day.
 */

export interface MaterialProfile {
  readonly id: string
  /** The day from which it counts, ISO 8601. */
  readonly edition: string
  readonly title: { readonly least: number; readonly most: number }
  /** Longest run of blank rows or columns on a screenful, share. */
  readonly blankRun: number
  /** Blank area of a screenful, share; null: not asked. */
  readonly blankArea: number | null
  readonly firstScreenAdvertShare: number
  /** Whether the limit of the first screen is for tools only or for all. */
  readonly firstScreenAdvertFor: 'tools' | 'all'
  readonly bottomBarHeight: number
  readonly postRollSeconds: number
  readonly cards: {
    readonly most: number
    /** What more than `most` is: the book says "as a rule". */
    readonly beyondMost: 'violation' | 'person'
    readonly share: number
    readonly perScreen: number
    /** Characters of text that lead from one card to the next. */
    readonly textBetween: number
  }
  /** Days after publication within which a material is fresh, by kind. */
  readonly freshDays: Readonly<Record<string, number>>
  /** Days after which a duplicate is an older one. */
  readonly oldNewsDays: number
  readonly similarity: { readonly same: number; readonly alike: number }
  /** Marks of the media engine's measures; their error rates stand in its documentation. */
  readonly pictures: PictureMarks
  readonly clips: ClipMarks
  /** Hosts that are not third parties, with their sub-domains. */
  readonly ownHosts: readonly string[]
  /** Phone numbers of public services. */
  readonly serviceNumbers: readonly string[]
  /** What the clauses that only people can decide do to the verdict. */
  readonly personClauses: 'review' | 'tell'
}

/** Units are those of `PictureQuality`. */
export interface PictureMarks {
  readonly sharpness: number
  readonly upscaling: number
  readonly jpegQuality: number
  readonly blockiness: number
  readonly darkest: number
  readonly brightest: number
  readonly contrast: number
  readonly clipped: number
  readonly plain: number
  /** How far a picture may be stretched where it is shown: 0.1 is a tenth. */
  readonly stretch: number
  /** Share of the area, and characters, beyond which a picture is one of text. */
  readonly wordShare: number
  readonly characters: number
}

/** Units are those of `VideoFacts` and `SoundFacts`. */
export interface ClipMarks {
  readonly blur: number
  readonly blockiness: number
  readonly shake: number
  readonly interlaced: number
  readonly repeated: number
  /** Seconds. */
  readonly frozen: number
  /** Share of the clip that may be silent. */
  readonly silent: number
  /** LUFS below which a clip is as good as silent. */
  readonly loudness: number
  /** Seconds between picture and sound. */
  readonly soundOffset: number
  /** Differing bits of 256 up to which a cover is the same as a frame. */
  readonly cover: number
}
