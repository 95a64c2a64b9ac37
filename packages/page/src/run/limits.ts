/** How much one look at a page may take. Whoever looks may lower each of them. */

export interface PageLimits {
  /** Milliseconds for a document to answer. */
  readonly navigation: number
  /** Milliseconds for one whole run: entering, watching, scrolling. */
  readonly run: number
  /** Screenfuls that are scrolled through. */
  readonly screens: number
  /** Milliseconds after which the screen decides whether a page is blank. */
  readonly watch: number
  /** Milliseconds within those that motion is watched. */
  readonly motion: number
  /** Pictures whose bytes are handed on, and bytes of all together. */
  readonly pictures: number
  readonly pictureBytes: number
  /** Bytes that the page may receive. */
  readonly bytes: number
  readonly connections: number
}

export const PAGE_LIMITS: PageLimits = {
  navigation: 15_000,
  run: 60_000,
  screens: 60,
  // The platform's own measure of a white screen.
  watch: 6000,
  motion: 3000,
  pictures: 60,
  pictureBytes: 40 * 1024 * 1024,
  bytes: 120 * 1024 * 1024,
  connections: 400,
}
