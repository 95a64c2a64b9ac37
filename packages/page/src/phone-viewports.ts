/**
 * The screens on which a page is looked at, in CSS pixels.
 *
 * Clauses speak of “one screen”. The common one decides; the short one shows what a small phone
 * does to it, where an advert of the same height takes a larger share.
 */

export interface PhoneViewport {
  readonly name: 'common' | 'short'
  readonly width: number
  readonly height: number
}

export const PHONE_VIEWPORTS = [
  { name: 'common', width: 375, height: 812 },
  { name: 'short', width: 360, height: 640 },
] as const satisfies readonly PhoneViewport[]
