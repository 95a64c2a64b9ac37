/**
 * The dated limits of the material audit.
 *
 * `baijiahao-2019` reads the book as printed; where it leaves a number open the note says where ours
 * is from. `feed-settled` is the platform's entry specification of the same years, `whitepaper-2` its
 * landing-page paper; both ask more of a page than the book does.
 */

import type { MaterialProfile } from '@fangxing/contract'

const YEAR_DAYS = 365
/** Three months, as the submission specification counts for video. */
const QUARTER_DAYS = 92

export const baijiahaoProfile: MaterialProfile = {
  id: 'baijiahao-2019',
  edition: '2019-12-04',
  // The submission interface of the same platform refuses fewer than 6 and more than 40.
  title: { least: 6, most: 40 },
  blankRun: 1 / 3,
  blankArea: null,
  firstScreenAdvertShare: 1 / 3,
  firstScreenAdvertFor: 'tools',
  // Ours: the book names a bottom bar and gives it no height.
  bottomBarHeight: 0.15,
  postRollSeconds: 15,
  cards: {
    most: 10,
    beyondMost: 'person',
    share: 0.5,
    // Ours: "crowded" has no number in the book.
    perScreen: 3,
    // Ours: "words that lead" have no number either.
    textBetween: 15,
  },
  freshDays: {
    article: 30,
    gallery: 30,
    video: QUARTER_DAYS,
    audio: YEAR_DAYS,
    answer: YEAR_DAYS,
  },
  oldNewsDays: 30,
  similarity: { same: 0.8, alike: 0.5 },
  // Chosen on damaged and clean pictures that our own bench draws; a tenth is the platform's figure.
  pictures: {
    sharpness: 40,
    upscaling: 2,
    jpegQuality: 35,
    blockiness: 16,
    darkest: 40,
    brightest: 200,
    contrast: 40,
    clipped: 0.25,
    plain: 0.95,
    stretch: 0.1,
    // Ours.
    wordShare: 0.5,
    characters: 60,
  },
  // Chosen on clips that the bench renders.
  clips: {
    blur: 2.5,
    blockiness: 0.02,
    shake: 0.2,
    interlaced: 0.5,
    repeated: 0.25,
    frozen: 1,
    silent: 0.95,
    loudness: -40,
    soundOffset: 0.2,
    cover: 64,
  },
  ownHosts: [],
  serviceNumbers: ['110', '119', '120', '122', '12315', '12345', '12348', '12355', '95', '100'],
  personClauses: 'review',
}

export const feedProfile: MaterialProfile = {
  ...baijiahaoProfile,
  id: 'feed-settled',
  edition: '2019-11-01',
  firstScreenAdvertFor: 'all',
  cards: { ...baijiahaoProfile.cards, beyondMost: 'violation' },
}

export const whitepaperProfile: MaterialProfile = {
  ...feedProfile,
  id: 'whitepaper-2',
  edition: '2019-12-01',
  blankArea: 1 / 5,
}

export const materialProfiles: readonly MaterialProfile[] = [
  baijiahaoProfile,
  feedProfile,
  whitepaperProfile,
]
