/// <reference lib="dom" />
/**
 * Runs in the page: where its parts lie, in reading order, in CSS pixels of the document.
 *
 * What was declared is looked up by selector, the rest is recognised: adverts by tag, by the words
 * 广告 or 赞助, by ids and classes that adverts have; the title as the first large heading. Bounded
 * in elements. Self-contained: the function is sent to the browser as text.
 */

export interface LayoutWish {
  readonly title: string | null
  readonly content: string | null
  readonly adverts: readonly { readonly selector: string; readonly isLead: boolean }[]
  readonly cards: readonly {
    readonly selector: string
    readonly id: string | null
    readonly title: string | null
    readonly category: string | null
    readonly price: string | null
    readonly target: string | null
  }[]
}

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface MeasuredBlock {
  readonly kind: 'title' | 'heading' | 'text' | 'picture' | 'video' | 'card' | 'advert' | 'bar'
  readonly box: Rectangle
  readonly text: string
  readonly ref: string | null
  readonly advertBy: 'tag' | 'declared' | 'pattern' | null
  readonly isLead: boolean
}

export interface MeasuredCard {
  readonly id: string
  readonly title: string
  readonly category: string | null
  readonly price: string | null
  readonly target: string | null
  readonly picture: string | null
  readonly box: Rectangle
  readonly isInsideParagraph: boolean
}

export interface MeasuredLayout {
  readonly height: number
  readonly title: {
    readonly text: string
    readonly box: Rectangle
    readonly fontSize: number
    readonly contrast: number | null
    readonly isClipped: boolean
    readonly isCovered: boolean
  } | null
  readonly blocks: readonly MeasuredBlock[]
  readonly cards: readonly MeasuredCard[]
  readonly pictures: readonly {
    readonly address: string
    readonly box: Rectangle
    readonly natural: { readonly width: number; readonly height: number }
    readonly fit: string
  }[]
  readonly players: readonly {
    readonly kind: 'video' | 'audio'
    readonly address: string
    readonly box: Rectangle
    readonly preRoll: boolean
  }[]
  readonly links: readonly {
    readonly address: string
    readonly text: string
    readonly box: Rectangle
  }[]
  /** Where the last visible content of the document ends. */
  readonly contentEnd: number
}

export function measureLayout(wish: LayoutWish): MeasuredLayout {
  const MOST = 2000
  const LARGE_FONT = 18
  const BAR_SHARE = 0.2
  const ADVERT =
    'ad, ins.adsbygoogle, [data-ad], [data-ad-type], [id^="ad-"], [class~="ad"], [class^="ad-"], [class*=" ad-"], [class*="advert"]'
  const LEAD = /免费咨询|立即咨询|留下?电话|输入手机号|预约|领取资料|在线客服|获取报价/
  const LABEL = /^(?:广告|赞助|推广|ad)$/i

  const boxOf = (one: Element): Rectangle => {
    const { x, y, width, height } = one.getBoundingClientRect()
    return { x: x + scrollX, y: y + scrollY, width, height }
  }
  const isVisible = (one: Element) => {
    const { width, height } = one.getBoundingClientRect()
    if (width < 1 || height < 1) return false
    const { visibility, opacity, display } = getComputedStyle(one)
    return visibility === 'visible' && display !== 'none' && Number(opacity) > 0.05
  }
  const textOf = (one: Element) =>
    ((one as HTMLElement).innerText ?? one.textContent ?? '').replace(/\s+/g, ' ').trim()
  const all = (selector: string, root: ParentNode = document): Element[] => {
    try {
      return [...root.querySelectorAll(selector)].slice(0, MOST)
    } catch {
      return []
    }
  }
  const readPart = (root: Element, part: string | null): string | null => {
    if (part === null) return null
    if (part.startsWith('@')) return root.getAttribute(part.slice(1))
    const [selector = '', attribute] = part.split('@')
    const found = all(selector, root)[0]
    if (found === undefined) return null
    return attribute === undefined ? textOf(found) : found.getAttribute(attribute)
  }
  const isBar = (one: Element) => {
    for (let up: Element | null = one; up !== null; up = up.parentElement) {
      if (getComputedStyle(up).position !== 'fixed') continue
      const { bottom, height } = up.getBoundingClientRect()
      return Math.abs(bottom - innerHeight) < 2 && height / innerHeight <= BAR_SHARE
    }
    return false
  }

  const taken = new Set<Element>()
  const isTaken = (one: Element) => {
    for (let up: Element | null = one; up !== null; up = up.parentElement)
      if (taken.has(up)) return true
    return false
  }
  const blocks: (MeasuredBlock & { readonly element: Element })[] = []
  const cards: MeasuredCard[] = []

  for (const card of wish.cards) {
    for (const one of all(card.selector)) {
      if (!isVisible(one) || isTaken(one)) continue
      taken.add(one)
      const id = readPart(one, card.id) ?? String(cards.length + 1)
      const target =
        readPart(one, card.target) ??
        one.getAttribute('href') ??
        one.querySelector('a')?.href ??
        null
      const box = boxOf(one)
      cards.push({
        id,
        title: readPart(one, card.title) ?? textOf(one).slice(0, 80),
        category: readPart(one, card.category),
        price: readPart(one, card.price),
        target: target === null ? null : new URL(target, location.href).href,
        picture: one.querySelector('img')?.currentSrc ?? null,
        box,
        isInsideParagraph:
          one.parentElement?.closest('p') !== null && one.parentElement?.closest('p') !== undefined,
      })
      blocks.push({
        element: one,
        kind: 'card',
        box,
        text: textOf(one),
        ref: id,
        advertBy: null,
        isLead: false,
      })
    }
  }
  for (const one of all('[data-audit=card]')) {
    if (!isVisible(one) || isTaken(one)) continue
    taken.add(one)
    const {
      id = String(cards.length + 1),
      price = null,
      category = null,
    } = (one as HTMLElement).dataset
    const box = boxOf(one)
    const picture = one.querySelector('img')?.currentSrc ?? null
    cards.push({
      id,
      title: textOf(one).slice(0, 80),
      category,
      price,
      target: null,
      picture,
      box,
      isInsideParagraph: false,
    })
    blocks.push({
      element: one,
      kind: 'card',
      box,
      text: textOf(one),
      ref: id,
      advertBy: null,
      isLead: false,
    })
  }
  const addAdvert = (one: Element, advertBy: 'tag' | 'declared' | 'pattern', isLead: boolean) => {
    if (!isVisible(one) || isTaken(one)) return
    taken.add(one)
    const text = textOf(one)
    blocks.push({
      element: one,
      kind: isBar(one) ? 'bar' : 'advert',
      box: boxOf(one),
      text,
      ref: one.id || one.tagName.toLowerCase(),
      advertBy,
      isLead:
        isLead || LEAD.test(text) || one.querySelector('input[type=tel], a[href^="tel:"]') !== null,
    })
  }
  for (const { selector, isLead } of wish.adverts) {
    for (const one of all(selector)) addAdvert(one, 'declared', isLead)
  }
  for (const one of all('ad, [data-audit=ad]')) addAdvert(one, 'tag', false)
  for (const one of all(ADVERT)) addAdvert(one, 'pattern', false)
  for (const one of all('body span, body div, body i, body small')) {
    if (one.childElementCount === 0 && LABEL.test(textOf(one)) && one.parentElement !== null) {
      if (one.parentElement !== document.body) addAdvert(one.parentElement, 'pattern', false)
    }
  }

  const heading =
    wish.title !== null
      ? all(wish.title)[0]
      : all('h1, h2, .title, [class*="title"]').find(
          (one) =>
            isVisible(one) &&
            !isTaken(one) &&
            Number.parseFloat(getComputedStyle(one).fontSize) >= LARGE_FONT &&
            textOf(one) !== '',
        )
  const titleElement =
    heading !== undefined && isVisible(heading) && textOf(heading) !== '' ? heading : undefined

  const root = (wish.content !== null ? all(wish.content)[0] : undefined) ?? document.body
  for (const one of all('*', root)) {
    if (blocks.length >= MOST || isTaken(one) || !isVisible(one)) continue
    const tag = one.tagName
    if (tag === 'IMG' || tag === 'VIDEO') {
      const media = one as HTMLImageElement | HTMLVideoElement
      blocks.push({
        element: one,
        kind: tag === 'IMG' ? 'picture' : 'video',
        box: boxOf(one),
        text: '',
        ref: media.currentSrc || null,
        advertBy: null,
        isLead: false,
      })
      continue
    }
    const hasOwnWords = [...one.childNodes].some(
      (node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '',
    )
    if (!hasOwnWords || ['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE'].includes(tag)) continue
    const kind = one === titleElement ? 'title' : /^H[1-6]$/.test(tag) ? 'heading' : 'text'
    taken.add(one)
    blocks.push({
      element: one,
      kind,
      box: boxOf(one),
      text: textOf(one),
      ref: null,
      advertBy: null,
      isLead: false,
    })
  }
  blocks.sort((one, other) => one.box.y - other.box.y || one.box.x - other.box.x)

  const channel = (value: number) => {
    const share = value / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  const luminance = (colour: string): number | null => {
    const [red, green, blue, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
    if (red === undefined || green === undefined || blue === undefined || alpha < 0.99) return null
    return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
  }
  const backgroundOf = (one: Element): number | null => {
    for (let up: Element | null = one; up !== null; up = up.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(up)
      if (backgroundImage !== 'none') return null
      if (!/, 0\)$|^transparent$/.test(backgroundColor)) return luminance(backgroundColor)
    }
    return 1
  }
  const measureTitle = (one: Element): MeasuredLayout['title'] => {
    const { fontSize, color, overflow, textOverflow } = getComputedStyle(one)
    const [front, back] = [luminance(color), backgroundOf(one)]
    const contrast =
      front === null || back === null
        ? null
        : (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05)
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = one as HTMLElement
    const hides = overflow !== 'visible' || textOverflow === 'ellipsis'
    const { x, y, width, height } = one.getBoundingClientRect()
    const over = document.elementFromPoint(x + width / 2, y + height / 2)
    const isInView = y >= 0 && y + height <= innerHeight
    return {
      text: textOf(one),
      box: boxOf(one),
      fontSize: Number.parseFloat(fontSize),
      contrast,
      isClipped:
        (hides && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1)) ||
        x + width > innerWidth + 1 ||
        x < -1,
      isCovered:
        isInView && over !== null && over !== one && !one.contains(over) && !over.contains(one),
    }
  }

  const pictures = all('img')
    .filter(isVisible)
    .map((one) => {
      const image = one as HTMLImageElement
      return {
        address: image.currentSrc || image.src,
        box: boxOf(image),
        natural: { width: image.naturalWidth, height: image.naturalHeight },
        fit: getComputedStyle(image).objectFit,
      }
    })
  const players = all('video, audio').map((one) => {
    const player = one as HTMLMediaElement
    return {
      kind: player.tagName === 'VIDEO' ? ('video' as const) : ('audio' as const),
      address: player.currentSrc || player.src,
      box: boxOf(player),
      preRoll:
        player.querySelector('[data-ad-type=pre-roll], ad[type=pre-roll]') !== null ||
        player.closest('[data-pre-roll]') !== null,
    }
  })
  const links = all('a[href]')
    .filter(isVisible)
    .map((one) => ({
      address: (one as HTMLAnchorElement).href,
      text: textOf(one).slice(0, 80),
      box: boxOf(one),
    }))
  const contentEnd = blocks.reduce(
    (end, { kind, box }) => (kind === 'bar' ? end : Math.max(end, box.y + box.height)),
    0,
  )
  return {
    height: Math.max(document.documentElement.scrollHeight, document.body?.scrollHeight ?? 0),
    title: titleElement === undefined ? null : measureTitle(titleElement),
    blocks: blocks.map(({ element, ...block }) => block),
    cards,
    pictures,
    players,
    links,
    contentEnd,
  }
}
