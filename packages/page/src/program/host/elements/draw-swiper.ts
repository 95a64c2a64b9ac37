/// <reference lib="dom" />
/** A swiper: one item at a time, the others beside it; it turns by itself where the page says so. */

import { HOST } from '../host-state.ts'

export function drawSwiper(host: HTMLElement): void {
  const items = () => [...host.querySelectorAll<HTMLElement>('wx-swiper-item')]
  const isVertical = host.hasAttribute('vertical') && host.getAttribute('vertical') !== 'false'
  let current = Number(host.getAttribute('current') ?? 0) || 0
  const place = () => {
    const all = items()
    all.forEach((item, nth) => {
      const away = `${(nth - current) * 100}%`
      item.style.transform = isVertical ? `translateY(${away})` : `translateX(${away})`
    })
    return all.length
  }
  place()
  if (host.dataset.fangxingTurns !== undefined) return
  host.dataset.fangxingTurns = ''
  new MutationObserver(place).observe(host, { childList: true })
  const isTurning = host.hasAttribute('autoplay') && host.getAttribute('autoplay') !== 'false'
  if (!isTurning) return
  const LEAST_MS = 200
  const every = Math.max(LEAST_MS, Number(host.getAttribute('interval') ?? 5000) || 5000)
  setInterval(() => {
    const count = place()
    current = count === 0 ? 0 : (current + 1) % count
    place()
    HOST.fire(host, 'change', { current, source: 'autoplay' }, false)
  }, every)
}
