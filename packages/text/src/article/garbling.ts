/**
 * Places at which a text did not survive its way: bytes read in the wrong encoding, escapes shown as
 * they are, characters that nothing shows.
 *
 * By start; a place that lies within another is left out. A kind says what is there, not who did it.
 * O(length).
 */

export type GarblingKind =
  /** U+FFFD: somebody could not read the bytes. */
  | 'replacement'
  /** 锟斤拷 and its like: UTF-8 read as GBK; 烫烫烫, 屯屯屯: memory that nobody filled. */
  | 'wrongGbk'
  /** ä¸­æ–‡: UTF-8 read as Latin-1. */
  | 'wrongLatin'
  | 'control'
  | 'privateUse'
  | 'unassigned'
  | 'loneSurrogate'
  /** &nbsp; */
  | 'entity'
  /** \u4e2d, %E4%B8%AD */
  | 'escape'
  /** □■◆ in a row, kaomoji strokes: boxes drawn where words should be. */
  | 'boxes'

export interface Garbling {
  readonly kind: GarblingKind
  readonly start: number
  readonly end: number
}

const KINDS: readonly (readonly [kind: GarblingKind, runs: RegExp])[] = [
  ['replacement', /\ufffd+/gu],
  [
    'wrongGbk',
    /(?:锟斤拷|锟斤|斤拷锟|锘縷|锘|鈥檚|鈥[滃渱]|銆[傚侊]|锛[屽氾]|烫{3,}|屯{3,}){1,64}/gu,
  ],
  // A lead byte's letter, then at least one continuation byte's sign; twice, so that café stays.
  [
    'wrongLatin',
    /(?:[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,3}){2,64}/gu,
  ],
  ['control', /[^\P{Cc}\t\n\r]+/gu],
  ['privateUse', /\p{Co}+/gu],
  ['unassigned', /\p{Cn}+/gu],
  ['loneSurrogate', /\p{Cs}+/gu],
  ['entity', /&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,5});/giu],
  ['escape', /(?:\\u[0-9a-f]{4}){1,64}|(?:%[89a-f][0-9a-f]){2,64}/giu],
  ['boxes', /[\u2580-\u259f\u25a0\u25a1\u25aa\u25ab\u25c6\u25c7\u3013]{2,64}/gu],
]

export function findGarbling(text: string): readonly Garbling[] {
  const places = KINDS.flatMap(([kind, runs]) =>
    [...text.matchAll(runs)].map(({ index, 0: run }) => ({
      kind,
      start: index,
      end: index + run.length,
    })),
  ).sort((one, other) => one.start - other.start || other.end - one.end)
  let reach = 0
  return places.filter(({ end }) => {
    const isFurther = end > reach
    reach = Math.max(reach, end)
    return isFurther
  })
}
