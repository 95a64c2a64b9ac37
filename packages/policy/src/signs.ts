/**
 * Words on pages and in texts by which a reader would know what a mini-program offers.
 *
 * A sign is a fact with its place, never a verdict: a rule decides what two signs together mean.
 */

import type { FilePlace, ProgramManifest, SeenPage, SeenText } from '@fangxing/contract'

export interface Sign {
  readonly place: FilePlace
  /** What was seen, in a few characters: `页面标题“论坛”`. */
  readonly what: string
}

/** Longer literals are articles or data, in which one word says nothing about the function. */
const MAX_LABEL_LENGTH = 24

/** Titles of registered pages, and short literals of the package, in which a word occurs. */
export function findWordSigns(
  words: RegExp,
  pages: readonly SeenPage[],
  texts: readonly SeenText[],
): readonly Sign[] {
  return [
    ...pages
      .filter(({ title }) => words.test(title))
      .map(({ title, place }) => ({ place, what: `标题 title “${title}”` })),
    ...texts.flatMap(({ text, place }) =>
      place.kind === 'file' && text.length <= MAX_LABEL_LENGTH && words.test(text)
        ? [{ place, what: `文字 text “${text.trim()}”` }]
        : [],
    ),
  ]
}

/** Titles of pages and labels of the manifest, its tab bar: where one word names a whole section. */
export function findSectionSigns(
  words: RegExp,
  manifest: ProgramManifest,
  pages: readonly SeenPage[],
  texts: readonly SeenText[],
): readonly Sign[] {
  const { file } = manifest.place
  const labels = texts.filter(({ place }) => place.kind === 'file' && place.file === file)
  return findWordSigns(words, pages, labels)
}

/** Registered pages whose path has one of the words as a part: `pages/video-list/index`. */
export function findPathSigns(
  words: ReadonlySet<string>,
  pages: readonly SeenPage[],
): readonly Sign[] {
  return pages
    .filter(({ path }) =>
      path
        .toLowerCase()
        .split(/[^a-z]+/)
        .some((part) => words.has(part)),
    )
    .map(({ path, place }) => ({ place, what: `页面 page ${path}` }))
}
