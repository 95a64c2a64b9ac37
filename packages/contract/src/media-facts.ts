/**
 * What the media engine can see in a picture, a video or a sound.
 *
 * Every fact is optional: absent means not asked for or not to be had, and in the second case
 * `missing` says why in one sentence. A rule that needs an absent fact answers `undetermined`.
 */

import type { Box } from './place.ts'
import type { Wording } from './wording.ts'

/** A fact that was asked for and could not be had: no model, no ffmpeg, out of time, not decodable. */
export interface MissingFact {
  /** The name of the field that is absent, e.g. `words`. */
  readonly fact: string
  readonly because: Wording
}

export interface PictureFormat {
  /** By signature, never by name or header, e.g. `image/jpeg`. */
  readonly type: string
  /** Pixels as shown: the EXIF orientation is applied. */
  readonly width: number
  readonly height: number
  /** 1 for a still picture. */
  readonly frames: number
  readonly bytes: number
}

/** A decoded QR code, mini-program code or bar code. */
export interface SeenCode {
  /** e.g. `qr`, `mini-program`, `ean-13`, `data-matrix`. */
  readonly symbology: string
  /** Null when it was located and not decoded, as with a mini-program code. */
  readonly content: string | null
  readonly box: Box
}

/** One line of words in a picture. */
export interface SeenWords {
  readonly text: string
  readonly box: Box
  /** Of the recogniser, 0 to 1. */
  readonly confidence: number
}

/** Sharpness, light and damage. Units and sources stand with the function that measures each. */
export interface PictureQuality {
  /** Of the sharpest edges, 0 to 100. Absent where there are no edges to judge by. */
  readonly sharpness?: number
  /**
   * How much smaller the picture could be without losing detail: 1 is native, 2 is doubled. Absent
   * where there is too little detail to tell.
   */
  readonly upscaling?: number
  /** 0 to 255. */
  readonly brightness: number
  /** Luma of the 95th percentile less that of the 5th, 0 to 255. */
  readonly contrast: number
  /** Share of pixels at either end of the scale, 0 to 1. */
  readonly clipped: number
  /** Standard deviation of brightness in calm places, 0 to 255. */
  readonly noise: number
  /** Percent of the edges of 8 by 8 blocks that can be seen. */
  readonly blockiness: number
  /** Of the quantisation table, 1 to 100. Absent where the format has none. */
  readonly jpegQuality?: number
  /** Share of the most frequent colour, 0 to 1. */
  readonly dominantShare: number
  /** Share of the area that plain borders take, 0 to 1. */
  readonly borderShare: number
}

/** Score of a class of a picture model, 0 to 1, e.g. `porn` 0.93. A hint, never a verdict. */
export interface ClassScore {
  readonly name: string
  readonly score: number
}

/** Words that stand where a mark of origin stands: small, in a corner, along an edge, or all over. */
export interface SeenWatermark {
  readonly text: string
  readonly box: Box
  readonly spot:
    | 'top-left'
    | 'top'
    | 'top-right'
    | 'bottom-left'
    | 'bottom'
    | 'bottom-right'
    | 'all-over'
  /** The platform whose name or account form the words carry, e.g. `douyin`. */
  readonly platform?: string
}

/** What a vision model answered to one question of the operator. A hint, never a verdict. */
export interface VisionAnswer {
  /** Id of the question, e.g. `flag`. */
  readonly question: string
  readonly answer: 'yes' | 'no' | 'unsure'
  /** In the model's own words. */
  readonly because: string
  readonly model: string
}

/** A known picture that this one is like. */
export interface KnownPicture {
  readonly bank: string
  readonly label: string
  readonly kind: 'allow' | 'deny'
  /** Differing bits of 256. */
  readonly distance: number
}

/** A perceptual hash of a picture, PDQ. */
export interface SeenHash {
  /** 64 hexadecimal digits. */
  readonly bits: string
  /** 0 to 100; below 50 the picture has too little detail to be told from others. */
  readonly quality: number
  /** Of further frames of an animation, where they look different. */
  readonly frames?: readonly Omit<SeenHash, 'frames'>[]
}

export interface SeenPicture {
  /** What the submitter calls it: a field, a file of the package, an address, `frame 12.5 s`. */
  readonly name: string
  /** Hex. Of the bytes. */
  readonly sha256: string
  readonly format?: PictureFormat
  readonly quality?: PictureQuality
  readonly codes?: readonly SeenCode[]
  readonly words?: readonly SeenWords[]
  /** Share of the area that lies in boxes of words, 0 to 1. */
  readonly wordShare?: number
  /** Rows and columns of the largest ruled table; null when there is none. */
  readonly table?: { readonly rows: number; readonly columns: number; readonly box: Box } | null
  readonly watermarks?: readonly SeenWatermark[]
  readonly classes?: readonly ClassScore[]
  readonly answers?: readonly VisionAnswer[]
  readonly hash?: SeenHash
  /** Its own hash, and those it would have cropped a little or mirrored: what enters a bank. */
  readonly variants?: readonly SeenHash[]
  readonly known?: readonly KnownPicture[]
  readonly missing: readonly MissingFact[]
}

/** Seconds from the start of the clip; `to` is exclusive. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Words that were spoken or shown as subtitles. */
export interface SpokenWords extends Span {
  readonly text: string
}

export interface SoundFacts {
  readonly streams: number
  /** Seconds. */
  readonly duration?: number
  readonly silent?: readonly Span[]
  /** LUFS, EBU R 128; null when nothing is audible. */
  readonly loudness?: number | null
  readonly speech?: { readonly language: string; readonly words: readonly SpokenWords[] }
}

/** A few seconds of a video, looked at closely; a number is absent where there was nothing to measure. */
export interface ClipStretch extends Span {
  readonly blur?: number
  readonly blockiness?: number
  readonly shake?: number
  readonly interlacedShare?: number
  readonly repeatedShare?: number
}

export interface VideoFacts {
  readonly duration?: number
  readonly width?: number
  readonly height?: number
  readonly framesPerSecond?: number
  /** Display ratio over the ratio of stored pixels: 1 is not stretched. */
  readonly pixelRatio?: number
  /** Seconds by which the sound starts after the picture. */
  readonly soundOffset?: number
  readonly black?: readonly Span[]
  readonly frozen?: readonly Span[]
  readonly sceneCuts?: readonly number[]
  /** Pixels over which the sharpest quarter of the edges rises: 1 is hard, twice enlarged is 2. */
  readonly blur?: number
  /** How much of a codec's grid of blocks stands out, 0 to 1. */
  readonly blockiness?: number
  /** Jitter of the whole picture from frame to frame, in percent of its width. */
  readonly shake?: number
  /** Share of moving frames that are woven from two moments, 0 to 1. */
  readonly interlacedShare?: number
  /** Share of frames that repeat the one before while the scene moves, 0 to 1. */
  readonly repeatedShare?: number
  /** What single stretches gave of the five above, by time: where in the clip it is so. */
  readonly stretches?: readonly ClipStretch[]
  /** Messages of the decoder about damaged parts. */
  readonly decodeErrors?: number
  readonly subtitles?: {
    readonly kind: 'track' | 'burnt-in' | 'none'
    readonly words: readonly SpokenWords[]
  }
  /** Pictures with the second they were taken at, by time. */
  readonly frames?: readonly { readonly at: number; readonly picture: SeenPicture }[]
  /** The frame that the submitted cover is most like; `distance` is in differing bits of 256. */
  readonly cover?: { readonly at: number; readonly distance: number }
}

/** A video, a sound or a stretch of a live stream. */
export interface SeenClip {
  readonly name: string
  /** Hex. Of the bytes; null for a live stream. */
  readonly sha256: string | null
  /** By signature, e.g. `video/mp4`. */
  readonly type?: string
  readonly bytes?: number
  readonly video?: VideoFacts
  readonly sound?: SoundFacts
  readonly missing: readonly MissingFact[]
}
