/// <reference lib="dom" />
/** Makes the platform's components elements of the browser: each draws itself from its attributes. */

import type { CodeSpace } from '../host-state.ts'
import { builtInTags } from './built-in-tags.ts'
import { drawAdvert, drawBox, drawMissing, drawOpenData, drawProduct } from './draw-boxes.ts'
import { drawAudio, drawCanvas, drawPicture, drawRichText, drawVideo } from './draw-content.ts'
import { drawInput, drawPicker, drawTextArea } from './draw-fields.ts'
import { drawSwiper } from './draw-swiper.ts'

/** Draws, or draws again when an attribute changed; children of the page are left alone. */
export type Draw = (host: HTMLElement) => void

export function registerElements(space: CodeSpace): void {
  for (const tag of builtInTags()) {
    space.getComponentSpace().setGlobalUsingComponent(tag, `wx-${tag}`)
  }
  const drawn: Record<string, Draw> = {
    'wx-image': drawPicture,
    'wx-cover-image': drawPicture,
    'wx-video': drawVideo,
    'wx-audio': drawAudio,
    'wx-canvas': drawCanvas,
    'wx-rich-text': drawRichText,
    'wx-input': drawInput,
    'wx-textarea': drawTextArea,
    'wx-picker': drawPicker,
    'wx-swiper': drawSwiper,
    'wx-ad': drawAdvert,
    'wx-ad-custom': drawAdvert,
    'wx-open-data': drawOpenData,
    'wx-store-product': drawProduct,
    'fangxing-missing': drawMissing,
  }
  const boxes =
    'web-view map camera live-player live-pusher official-account ar-camera rtc-room channel-live channel-video voip-room animation-view'
  for (const tag of boxes.split(' ')) drawn[`wx-${tag}`] = drawBox
  for (const [tag, draw] of Object.entries(drawn)) defineElement(tag, draw)
}

function defineElement(tag: string, draw: Draw): void {
  const WATCHED =
    'src mode nodes value placeholder type disabled current poster autoplay loop muted title price name unit-id appid lang'
  customElements.define(
    tag,
    class extends HTMLElement {
      static observedAttributes = WATCHED.split(' ')
      connectedCallback() {
        draw(this)
      }
      attributeChangedCallback() {
        if (this.isConnected) draw(this)
      }
    },
  )
}
