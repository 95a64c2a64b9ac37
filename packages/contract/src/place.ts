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

export type Place = TextPlace | FilePlace | SubmissionPlace

/** `pages/a.wxml:12:3`, `content[4,6)`, `submission.categories`: one line, stable, for logs and CLI. */
export function describePlace(place: Place): string {
  switch (place.kind) {
    case 'text':
      return `${place.field}[${place.start},${place.end})`
    case 'file':
      return `${place.file}:${place.line}:${place.column}`
    case 'submission':
      return `submission.${place.field}`
  }
}
