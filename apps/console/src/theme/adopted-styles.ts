/**
 * Styles of the component library as constructed style sheets instead of `<style>` elements.
 *
 * A policy of `style-src 'self'` refuses the text of a `<style>` element, yet allows sheets that a
 * script constructs. The build puts this module in the place of the library's writer, so its four
 * functions keep the names, arguments and order of that one. The returned element never enters
 * the document: callers only mark it.
 */

interface StyleOptions {
  /** `queue`: before all others, among its like by priority. `true`: first of all. */
  readonly prepend?: boolean | 'queue'
  readonly priority?: number
}

interface AdoptedStyle {
  readonly sheet: CSSStyleSheet
  readonly handle: HTMLStyleElement
  readonly rank: number
  css: string
}

const adopted = new Map<string, AdoptedStyle>()
const BEFORE_ALL = Number.NEGATIVE_INFINITY
const AFTER_ALL = Number.POSITIVE_INFINITY

export function updateCSS(css: string, key: string, options: StyleOptions = {}): HTMLStyleElement {
  const present = adopted.get(key)
  if (present === undefined) return adopt(css, key, rankOf(options))
  if (present.css !== css) {
    present.css = css
    present.sheet.replaceSync(css)
  }
  return present.handle
}

export function injectCSS(css: string, options: StyleOptions = {}): HTMLStyleElement {
  return adopt(css, `anonymous-${adopted.size}`, rankOf(options))
}

export function removeCSS(key: string): void {
  const present = adopted.get(key)
  if (present === undefined) return
  adopted.delete(key)
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
    (sheet) => sheet !== present.sheet,
  )
}

export function clearContainerCache(): void {}

function rankOf({ prepend, priority = 0 }: StyleOptions): number {
  if (prepend === 'queue') return priority
  return prepend ? BEFORE_ALL : AFTER_ALL
}

function adopt(css: string, key: string, rank: number): HTMLStyleElement {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  const handle = document.createElement('style')
  adopted.set(key, { sheet, handle, rank, css })
  insertByRank(sheet, rank)
  return handle
}

/** Sheets of equal rank keep the order of their arrival. */
function insertByRank(sheet: CSSStyleSheet, rank: number): void {
  const ranks = new Map([...adopted.values()].map((style) => [style.sheet, style.rank]))
  const sheets = document.adoptedStyleSheets
  const later = sheets.findIndex((other) => (ranks.get(other) ?? AFTER_ALL) > rank)
  sheets.splice(later === -1 ? sheets.length : later, 0, sheet)
}
