/** The names of the components that the platforms bring along. */

export function builtInTags(): readonly string[] {
  return 'view scroll-view swiper swiper-item movable-area movable-view cover-view cover-image text rich-text icon progress button checkbox checkbox-group editor form input label picker picker-view picker-view-column radio radio-group slider switch textarea navigator functional-page-navigator image video audio camera live-player live-pusher map canvas ad ad-custom official-account open-data web-view page-container share-element match-media root-portal page-meta navigation-bar keyboard-accessory snapshot span animation-view ar-camera rtc-room rtc-room-item store-product store-home channel-live channel-video voip-room follow-swan subscribe login loading toast modal action-sheet action-sheet-item action-sheet-cancel contact-button like inline-payment-panel'.split(
    ' ',
  )
}
