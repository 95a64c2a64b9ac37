/// <reference lib="dom" />
/**
 * Boxes for what only the platform draws: adverts, goods, players of live streams, foreign pages.
 *
 * `data-audit` marks what the measuring knows by its mark. What stands in a box is told as not seen,
 * an advert aside: its content is the advertiser's, its place and size are the page's.
 */

import { HOST } from '../host-state.ts'

import { ownChild } from './own-child.ts'

export function drawAdvert(host: HTMLElement): void {
  host.dataset.audit = 'ad'
  const type = host.getAttribute('type') ?? host.getAttribute('ad-type')
  if (type !== null) host.dataset.adType = type
  label(host, '广告')
}

export function drawProduct(host: HTMLElement): void {
  markCard(host, host.getAttribute('product-id') ?? host.getAttribute('appid') ?? '')
  label(host, host.getAttribute('title') ?? '商品')
  tellBox('store-product')
}

export function drawOpenData(host: HTMLElement): void {
  const isPicture = host.getAttribute('type') === 'userAvatarUrl'
  ownChild(host, 'span').textContent = isPicture ? '' : '微信用户'
}

export function drawBox(host: HTMLElement): void {
  const tag = host.localName.replace(/^wx-/, '')
  const source = host.getAttribute('src') ?? ''
  label(host, source === '' ? tag : `${tag} ${source.slice(0, 80)}`)
  tellBox(tag)
}

/** A component of a plugin: its name is all that is known of it. */
export function drawMissing(host: HTMLElement): void {
  const GOODS = /goods|product|sku|shop|store|mall|商品/i
  const name = host.getAttribute('name') ?? ''
  if (GOODS.test(name)) markCard(host, name)
  label(host, name)
  HOST.report(
    `组件 ${name} 不在小程序里（插件，或没有构建的 npm 包），它的内容没有画出来。`,
    `The component ${name} is not in the program (a plugin, or a package that was not built): what it shows was not drawn.`,
  )
}

function markCard(host: HTMLElement, id: string): void {
  host.dataset.audit = 'card'
  host.dataset.id = id
}

function label(host: HTMLElement, words: string): void {
  ownChild(host, 'span').textContent = words
}

function tellBox(name: string): void {
  HOST.report(
    `组件 ${name} 只有平台才能画，这里是一个占位框，里面的内容没有看到。`,
    `Only the platform draws ${name}: here is a box in its place, and what stands in it was not seen.`,
  )
}
