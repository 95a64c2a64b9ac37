/// <reference lib="dom" />
/**
 * The title of a page: the one that was declared, else the words on it that its document is named
 * after, else the first large heading; how well it reads.
 */

import { hasOwnWords } from './find-content.ts'
import type { MeasuredLayout } from './layout-facts.ts'
import { boxOf, findAll, isTaken, isVisible, type LayoutDraft, textOf } from './look-up.ts'
import { contrastOf } from './measure-contrast.ts'

export function findTitle(draft: LayoutDraft, declared: string | null): Element | undefined {
  const LARGE_FONT = 18
  const isHeading = (one: Element) =>
    isVisible(one) &&
    !isTaken(draft, one) &&
    Number.parseFloat(getComputedStyle(one).fontSize) >= LARGE_FONT &&
    textOf(one) !== ''
  const found =
    declared !== null
      ? findAll(declared)[0]
      : (findNamed(draft) ?? findAll('h1, h2, .title, [class*="title"]').find(isHeading))
  return found !== undefined && isVisible(found) && textOf(found) !== '' ? found : undefined
}

/**
 * The largest words that stand in the document's name: `标题_频道_网站`. Most pages are named after
 * their title, whatever element it stands in.
 */
export function findNamed(draft: LayoutDraft): Element | undefined {
  const LEAST_LENGTH = 6
  const LEAST_FONT = 14
  const plain = (text: string) => text.replace(/\s+/g, '')
  const name = plain(document.title)
  const sizeOf = (one: Element) => Number.parseFloat(getComputedStyle(one).fontSize)
  return findAll('body *')
    .filter((one) => {
      const words = (one.textContent ?? '').length > name.length * 2 ? '' : plain(textOf(one))
      return words.length >= LEAST_LENGTH && name.includes(words)
    })
    .filter((one) => hasOwnWords(one) && isVisible(one) && !isTaken(draft, one))
    .filter((one) => one.closest('a, nav') === null && sizeOf(one) >= LEAST_FONT)
    .toSorted(
      (one, other) => sizeOf(other) - sizeOf(one) || textOf(other).length - textOf(one).length,
    )[0]
}

export function measureTitle(one: Element): NonNullable<MeasuredLayout['title']> {
  const { fontSize, overflow, textOverflow } = getComputedStyle(one)
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = one as HTMLElement
  const hides = overflow !== 'visible' || textOverflow === 'ellipsis'
  const isCutOff = scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1
  const { x, y, width, height } = one.getBoundingClientRect()
  const over = document.elementFromPoint(x + width / 2, y + height / 2)
  const isInView = y >= 0 && y + height <= innerHeight
  const isOther = over !== null && over !== one && !one.contains(over) && !over.contains(one)
  return {
    text: textOf(one),
    box: boxOf(one),
    fontSize: Number.parseFloat(fontSize),
    contrast: contrastOf(one),
    isClipped: (hides && isCutOff) || x + width > innerWidth + 1 || x < -1,
    isCovered: isInView && isOther,
  }
}
