/// <reference lib="dom" />
/** Adverts: declared, tagged, or told by ids, classes and the word 广告 beside them. */

import { ADVERT_PATTERNS, ADVERT_TAGS } from '../advert-selectors.ts'
import type { LayoutWish } from './layout-facts.ts'
import { boxOf, findAll, isTaken, isVisible, type LayoutDraft, textOf } from './look-up.ts'

export function takeAdverts(draft: LayoutDraft, declared: LayoutWish['adverts']): void {
  const LONGEST = 300
  const LABEL = /^(?:广告|赞助|推广|ad)$/i
  for (const { selector, isLead } of declared) {
    for (const one of findAll(selector)) addAdvert(draft, one, 'declared', isLead)
  }
  for (const one of findAll(ADVERT_TAGS)) addAdvert(draft, one, 'tag', false)
  for (const one of findAll(ADVERT_PATTERNS)) addAdvert(draft, one, 'pattern', false)
  for (const one of findAll('body span, body div, body i, body small')) {
    const { parentElement } = one
    const isLabel = one.childElementCount === 0 && LABEL.test(textOf(one))
    if (!isLabel || parentElement === null) continue
    // Beside a long text the label is about something else: no advert is an article.
    const isOfParent = parentElement !== document.body && textOf(parentElement).length <= LONGEST
    addAdvert(draft, isOfParent ? parentElement : one, 'pattern', false)
  }
}

export function addAdvert(
  draft: LayoutDraft,
  one: Element,
  advertBy: 'tag' | 'declared' | 'pattern',
  isDeclaredLead: boolean,
): void {
  const LEAD = /免费咨询|立即咨询|留下?电话|输入手机号|预约|领取资料|在线客服|获取报价/
  if (!isVisible(one) || isTaken(draft, one)) return
  draft.taken.add(one)
  const text = textOf(one)
  const asksForNumber = one.querySelector('input[type=tel], a[href^="tel:"]') !== null
  draft.blocks.push({
    kind: isInBar(one) ? 'bar' : 'advert',
    box: boxOf(one),
    text,
    ref: one.id || one.tagName.toLowerCase(),
    advertBy,
    isLead: isDeclaredLead || LEAD.test(text) || asksForNumber,
    isAround: false,
  })
}

/** A bar at the bottom of the screen, low enough to be one. */
export function isInBar(one: Element): boolean {
  const BAR_SHARE = 0.2
  for (let up: Element | null = one; up !== null; up = up.parentElement) {
    if (getComputedStyle(up).position !== 'fixed') continue
    const { bottom, height } = up.getBoundingClientRect()
    return Math.abs(bottom - innerHeight) < 2 && height / innerHeight <= BAR_SHARE
  }
  return false
}
