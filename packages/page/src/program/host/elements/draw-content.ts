/// <reference lib="dom" />
/** Pictures, players, drawings and rich text. */

import { HOST } from '../host-state.ts'

import { ownChild, toAddress } from './own-child.ts'

export function drawPicture(host: HTMLElement): void {
  const FITS: Record<string, string> = { aspectFit: 'contain', aspectFill: 'cover' }
  const mode = host.getAttribute('mode') ?? 'scaleToFill'
  const image = ownChild(host, 'img')
  const address = toAddress(host.getAttribute('src'))
  image.style.objectFit =
    FITS[mode] ?? (/top|bottom|left|right|center/.test(mode) ? 'none' : 'fill')
  const isWidthFix = mode === 'widthFix'
  if (isWidthFix || mode === 'heightFix') {
    host.style.setProperty(isWidthFix ? 'height' : 'width', 'auto')
    image.style.setProperty(isWidthFix ? 'height' : 'width', 'auto')
  }
  if (image.getAttribute('src') === address || address === '') return
  image.onload = () =>
    HOST.fire(host, 'load', { width: image.naturalWidth, height: image.naturalHeight }, false)
  image.onerror = () => HOST.fire(host, 'error', { errMsg: 'not found' }, false)
  image.src = address
}

export function drawVideo(host: HTMLElement): void {
  const video = ownChild(host, 'video')
  const address = toAddress(host.getAttribute('src'))
  video.controls = true
  video.muted = true
  video.preload = 'metadata'
  const poster = toAddress(host.getAttribute('poster'))
  if (poster !== '') video.poster = poster
  if (address !== '' && video.getAttribute('src') !== address) video.src = address
  if (host.hasAttribute('autoplay') && host.getAttribute('autoplay') !== 'false') {
    video.play().catch(() => {})
  }
}

export function drawAudio(host: HTMLElement): void {
  const audio = ownChild(host, 'audio')
  audio.controls = true
  const address = toAddress(host.getAttribute('src'))
  if (address !== '' && audio.getAttribute('src') !== address) audio.src = address
}

/** What a script draws is not followed. */
export function drawCanvas(host: HTMLElement): void {
  ownChild(host, 'canvas')
  HOST.report('画布（canvas）里画的内容没有看。', 'What is drawn on a canvas was not looked at.')
}

/** `nodes` as HTML, or as the platform's own tree; scripts are left out. */
export function drawRichText(host: HTMLElement): void {
  const raw = (host as { __wxElement?: { getAttribute?: (name: string) => unknown } }).__wxElement
  const nodes = raw?.getAttribute?.('nodes') ?? host.getAttribute('nodes') ?? ''
  const box = ownChild(host, 'div')
  if (typeof nodes === 'string') {
    const read = new DOMParser().parseFromString(nodes, 'text/html')
    for (const one of read.querySelectorAll('script, style, iframe, link, meta')) one.remove()
    box.replaceChildren(...read.body.childNodes)
  } else {
    box.replaceChildren(
      ...(Array.isArray(nodes) ? nodes : [nodes]).map((node) => drawNode(node, 0)),
    )
  }
  for (const image of box.querySelectorAll('img')) image.style.maxWidth ||= '100%'
}

interface RichNode {
  readonly type?: string
  readonly name?: string
  readonly text?: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly children?: readonly RichNode[]
}

function drawNode(node: RichNode, depth: number): Node {
  const DEEPEST = 50
  if (node?.type === 'text' || node?.name === undefined) {
    return document.createTextNode(String(node?.text ?? ''))
  }
  const isTrusted =
    /^[a-z][a-z0-9]*$/i.test(node.name) && !/^(?:script|iframe|style)$/i.test(node.name)
  const element = document.createElement(isTrusted ? node.name : 'span')
  for (const name of ['class', 'style', 'src', 'width', 'height', 'href', 'colspan', 'rowspan']) {
    const value = node.attrs?.[name]
    if (value !== undefined) element.setAttribute(name, String(value))
  }
  const children = depth < DEEPEST && Array.isArray(node.children) ? node.children : []
  element.append(...children.map((child: RichNode) => drawNode(child, depth + 1)))
  return element
}
