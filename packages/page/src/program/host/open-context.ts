/// <reference lib="dom" />
/** The framework's door to the document: elements, lengths in `rpx`, events in the platform's form. */

import { type Framework, HOST } from './host-state.ts'

interface HostElement extends HTMLElement {
  __wxElement?: object
  fangxingModels?: Record<string, ((value: unknown) => void) | null>
}

export function openContext({ glassEasel }: Framework): object {
  const context = new glassEasel.CurrentWindowBackendContext()
  HOST.fire = (element, type, detail, bubbles) => {
    let at: HostElement | null = element as HostElement
    while (at !== null && at.__wxElement === undefined) at = at.parentElement
    const options = { bubbles, composed: bubbles, capturePhase: true }
    if (at?.__wxElement !== undefined) {
      glassEasel.triggerEvent(at.__wxElement, type, detail, options)
    }
  }
  listenToTouches()
  return Object.assign(context, {
    document: {
      createElement: createHostElement,
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    },
    // Every event that the host knows is sent; the framework finds out who listens.
    setListenerStats: () => {},
    setModelBindingStat: (
      element: HostElement,
      name: string,
      change: ((value: unknown) => void) | null,
    ) => {
      element.fangxingModels = { ...element.fangxingModels, [name]: change }
    },
  })
}

export function createHostElement(tag: string): HTMLElement {
  const element = document.createElement(tag)
  const isOurs = tag.startsWith('wx-') || tag.startsWith('fangxing-') || isOwnTag(tag)
  const isNobodys = element instanceof HTMLUnknownElement || tag.includes('-')
  if (!isOurs && isNobodys) {
    HOST.report(
      `没有 <${tag}> 这个组件，它的内容没有画出来。`,
      `There is no component <${tag}>: what it shows was not drawn.`,
    )
  }
  const set = element.setAttribute.bind(element)
  element.setAttribute = (name, value) => set(name, name === 'style' ? toPixels(value) : value)
  return element
}

function isOwnTag(tag: string): boolean {
  return Object.values(HOST.parcel.units).some(
    ({ uses, generics }) => uses[tag] !== undefined || generics[tag] !== undefined,
  )
}

/** 750 rpx are the width of any screen; the height of a page is what the bars leave. */
export function toPixels(style: string): string {
  return style
    .replace(/(-?\d*\.?\d+)rpx\b/g, 'calc($1 * 100vw / 750)')
    .replace(/(-?\d*\.?\d+)vh\b/g, 'calc($1 * var(--fangxing-vh))')
}

function listenToTouches(): void {
  const pointOf = ({
    clientX,
    clientY,
    pageX,
    pageY,
    identifier = 0,
  }: Touch | (MouseEvent & { identifier?: number })) => ({
    identifier,
    clientX,
    clientY,
    pageX,
    pageY,
  })
  document.addEventListener('click', (event) => {
    const { target } = event
    if (target instanceof Element)
      HOST.fire(target, 'tap', { x: event.pageX, y: event.pageY, touches: [pointOf(event)] }, true)
  })
  for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
    document.addEventListener(
      type,
      ({ target, touches, changedTouches }) => {
        const detail = {
          touches: [...touches].map(pointOf),
          changedTouches: [...changedTouches].map(pointOf),
        }
        if (target instanceof Element) HOST.fire(target, type, detail, true)
      },
      { passive: true },
    )
  }
}
