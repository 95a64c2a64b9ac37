/// <reference lib="dom" />
/**
 * The bars of the platform around a page: title above, tabs below, and how much room they leave.
 *
 * They lie outside `body`: they are no part of the page, and nothing of the page is measured in them.
 */

import { baseStyle } from './base-style.ts'
import { HOST } from './host-state.ts'

export function drawChrome(): void {
  const STATUS_BAR = 20
  const TITLE_BAR = 44
  const TAB_BAR = 50
  const { bar, tabs } = HOST.parcel
  const top = bar.isCustom ? 0 : STATUS_BAR + TITLE_BAR
  const bottom = tabs === null ? 0 : TAB_BAR
  const style = document.createElement('style')
  style.textContent = baseStyle()
  document.head.append(style)
  const root = document.documentElement
  root.style.setProperty('--fangxing-top', `${top}px`)
  root.style.setProperty('--fangxing-bottom', `${bottom}px`)
  root.style.setProperty('--fangxing-vh', `calc((100vh - ${top + bottom}px) / 100)`)
  root.style.backgroundColor = bar.background
  if (!bar.isCustom) root.append(drawBar(top, STATUS_BAR))
  if (tabs !== null) root.append(drawTabs(bottom))
}

function drawBar(height: number, status: number): HTMLElement {
  const { title, colour, text } = HOST.parcel.bar
  const bar = document.createElement('fangxing-bar')
  bar.textContent = title
  bar.style.cssText = `top:0;height:${height}px;padding-top:${status}px;background:${colour};color:${text}`
  return bar
}

function drawTabs(height: number): HTMLElement {
  const { tabs } = HOST.parcel
  const bar = document.createElement('fangxing-bar')
  bar.style.cssText = `bottom:0;height:${height}px;display:flex;background:${tabs?.background}`
  for (const { text, icon, isCurrent } of tabs?.items ?? []) {
    const tab = document.createElement('span')
    tab.style.cssText = `flex:1;font-size:10px;text-align:center;color:${isCurrent ? tabs?.selectedColour : tabs?.colour}`
    const picture = document.createElement('img')
    picture.style.cssText = 'display:block;width:27px;height:27px;margin:4px auto 2px'
    if (icon !== null) picture.src = icon
    tab.append(...(icon === null ? [] : [picture]), text)
    bar.append(tab)
  }
  return bar
}

/** `wx.setNavigationBarTitle`. */
export function changeTitle(title: string): void {
  const bar = document.querySelector('html > fangxing-bar')
  if (bar !== null && !HOST.parcel.bar.isCustom) bar.textContent = title
}
