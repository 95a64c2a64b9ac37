/**
 * Where something was seen.
 *
 * Offsets count UTF-16 code units from 0 and `end` is exclusive, so `text.slice(start, end)` is
 * what was seen. Lines and columns count from 1, as editors and SARIF do.
 */

/** A range of a submitted text; `field` names the text, e.g. `content`, `title`, `nickname`. */
export interface TextPlace {
  readonly kind: 'text'
  readonly field: string
  readonly start: number
  readonly end: number
}

/** A spot in a file of a mini-program package; `file` is relative to the package root, with `/`. */
export interface FilePlace {
  readonly kind: 'file'
  readonly file: string
  readonly line: number
  readonly column: number
}

/** The submission form itself: a declared category, the subject, `ugc_declare`. */
export interface SubmissionPlace {
  readonly kind: 'submission'
  readonly field: string
}

/** A rectangle, from the top left, in pixels of what it lies on. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A picture or a part of it; `picture` is the name under which it was seen. */
export interface PicturePlace {
  readonly kind: 'picture'
  readonly picture: string
  /** Absent: the whole picture. */
  readonly box?: Box
}

/** A stretch of a video or a sound, in seconds from its start. */
export interface ClipPlace {
  readonly kind: 'clip'
  readonly clip: string
  readonly from: number
  readonly to: number
  /** Of the frame. Absent: the whole frame, or a sound. */
  readonly box?: Box
}

/** A rectangle of a page, in CSS pixels from the top of the document. */
export interface PagePlace {
  readonly kind: 'page'
  readonly page: string
  /** CSS pixels: on which screen it was seen. Absent: on any. */
  readonly width?: number
  /** Absent: the whole page. */
  readonly box?: Box
}

export type Place = TextPlace | FilePlace | SubmissionPlace | PicturePlace | ClipPlace | PagePlace

/** `pages/a.wxml:12:3`, `content[4,6)`, `submission.categories`: one line, stable, for logs and CLI. */
export function describePlace(place: Place): string {
  switch (place.kind) {
    case 'text':
      return `${place.field}[${place.start},${place.end})`
    case 'file':
      return `${place.file}:${place.line}:${place.column}`
    case 'submission':
      return `submission.${place.field}`
    case 'picture':
      return `${place.picture}${describeBox(place.box)}`
    case 'clip':
      return `${place.clip}@${place.from}-${place.to}s${describeBox(place.box)}`
    case 'page':
      return `${place.page}${describeBox(place.box)}`
  }
}

/** `[12,40 300x80]`, empty for the whole. */
function describeBox(box: Box | undefined): string {
  if (!box) return ''
  const [x, y, width, height] = [box.x, box.y, box.width, box.height].map(Math.round)
  return `[${x},${y} ${width}x${height}]`
}
