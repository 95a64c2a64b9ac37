/// <reference lib="dom" />
/** How the platform's components look before a page styles them. Sizes are the platform's, in CSS pixels. */

export function baseStyle(): string {
  return `
html { box-sizing: border-box; min-height: 100%; padding-top: var(--fangxing-top); padding-bottom: var(--fangxing-bottom); height: 100% }
body { margin: 0; min-height: 100%; font-family: system-ui, sans-serif; font-size: 16px; line-height: 1.4; word-break: break-word }
html > fangxing-bar { position: fixed; left: 0; right: 0; z-index: 2147483000; box-sizing: border-box; display: flex; align-items: center; justify-content: center; font-size: 17px }
[hidden] { display: none !important }
wx-view, wx-block-view, wx-scroll-view, wx-swiper, wx-form, wx-radio-group, wx-checkbox-group, wx-cover-view, wx-movable-area, wx-movable-view, wx-navigator, wx-picker-view, wx-picker-view-column, wx-rich-text, wx-editor, wx-page-container, wx-official-account, wx-ad, wx-ad-custom, fangxing-missing, wx-web-view, wx-map, wx-camera, wx-live-player, wx-live-pusher, wx-textarea, wx-progress, wx-slider, wx-picker, wx-functional-page-navigator { display: block }
wx-loading, wx-toast, wx-modal, wx-action-sheet { display: none }
wx-text, wx-label, wx-radio, wx-checkbox, wx-open-data, wx-match-media, wx-share-element { display: inline }
wx-image, wx-cover-image { display: inline-block; overflow: hidden; width: 320px; height: 240px }
wx-image > img, wx-cover-image > img { width: 100%; height: 100%; display: block }
wx-video, wx-canvas, wx-audio { display: inline-block; width: 300px; height: 225px; position: relative; overflow: hidden }
wx-canvas { height: 150px }
wx-audio { height: 65px }
wx-video > video, wx-canvas > canvas, wx-audio > audio { width: 100%; height: 100%; display: block }
wx-button { display: block; box-sizing: border-box; margin: 0 auto; padding: 0 14px; font-size: 18px; line-height: 2.55555556; text-align: center; border-radius: 5px; overflow: hidden; color: #000; background: #f8f8f8; cursor: pointer }
wx-button[type=primary] { color: #fff; background: #07c160 }
wx-button[type=warn] { color: #fff; background: #e64340 }
wx-button[plain] { background: transparent; border: 1px solid #353535 }
wx-button[size=mini] { display: inline-block; font-size: 13px; line-height: 2.3; padding: 0 1.34em }
wx-input { display: block; height: 1.4em; min-height: 1.4em; overflow: hidden }
wx-input > input, wx-textarea > textarea { width: 100%; height: 100%; border: 0; padding: 0; margin: 0; background: transparent; color: inherit; font: inherit; text-align: inherit; outline: none; resize: none }
wx-textarea { width: 300px; height: 150px; position: relative }
wx-swiper { height: 150px; position: relative; overflow: hidden }
wx-swiper > wx-swiper-item, wx-swiper wx-swiper-item { position: absolute; inset: 0; display: block; overflow: hidden }
wx-scroll-view { overflow: hidden; -webkit-overflow-scrolling: touch }
wx-scroll-view[scroll-x] { overflow-x: auto }
wx-scroll-view[scroll-y] { overflow-y: auto }
wx-movable-area { position: relative }
wx-movable-view { position: absolute }
wx-switch { display: inline-block; width: 52px; height: 32px; border-radius: 16px; background: #dfdfdf }
wx-switch[checked] { background: #07c160 }
wx-icon { display: inline-block; border-radius: 50%; background: #07c160; width: 23px; height: 23px }
wx-progress { height: 6px; background: #ebebeb } wx-slider { height: 18px; margin: 10px 18px; background: linear-gradient(#e9e9e9, #e9e9e9) center / 100% 2px no-repeat }
wx-radio::before, wx-checkbox::before { content: ''; display: inline-block; width: 20px; height: 20px; margin-right: 5px; vertical-align: middle; border: 1px solid #d1d1d1; border-radius: 3px; background: #fff }
wx-radio::before { border-radius: 50% }
wx-ad, wx-ad-custom, fangxing-missing, wx-web-view, wx-map, wx-camera, wx-live-player, wx-live-pusher, wx-official-account { box-sizing: border-box; min-height: 84px; padding: 8px; border: 1px dashed #8a6d3b; background: #fcf8e3; color: #5c4a1f; font-size: 13px; overflow: hidden }
wx-ad[ad-type=video], wx-ad[type=feed] { aspect-ratio: 16 / 9 }
wx-web-view, wx-map, wx-camera, wx-live-player, wx-live-pusher { background: #e7ecef; color: #37474f; border-color: #78909c }
wx-web-view { min-height: calc(100vh - var(--fangxing-top) - var(--fangxing-bottom)) }
wx-map { width: 300px; height: 150px }
fangxing-missing { min-height: 40px }
`
}
