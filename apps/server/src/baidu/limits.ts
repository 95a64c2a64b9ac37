/**
 * What Baidu's submission interfaces accept, as numbers with their day and their page.
 *
 * Read from the published documents named in `source`; they may have changed since, so every limit
 * stands here and nowhere else.
 */

const MIB = 1024 * 1024
const DAY_MS = 86_400_000

/** Pixels and bytes of a picture; `ratio` is width to height, absent where any will do. */
export interface PictureLimit {
  readonly width: number
  readonly height: number
  readonly ratio?: readonly [width: number, height: number]
  readonly maxBytes: number
}

export const FEED_LIMITS = {
  edition: '2020-04-20',
  source: 'https://github.com/swan-team/swan-docs, serverapi/submitresource.md, type.md',
  title: [6, 40],
  body: 2000,
  path: 194,
  images: [1, 3],
  /** `.jpeg` is refused. */
  suffixes: ['.jpg', '.png'],
  image: { width: 372, height: 248, maxBytes: 2 * MIB } satisfies PictureLimit,
  tags: 10,
  tagsLength: 100,
  types: {
    1000: [1001, 1002, 1003, 1004, 1007, 1008, 1009],
    2000: [2001, 2002, 2003, 2004, 2005],
    3000: [3001, 3002, 3003, 3004, 3005, 3006, 3007],
    4000: [4001, 4007, 4008],
  },
  /** How old a publication may be, by sub-type. */
  freshMs: {
    1001: 30 * DAY_MS,
    1002: 92 * DAY_MS,
    1004: 366 * DAY_MS,
    1007: 30 * DAY_MS,
    1008: 92 * DAY_MS,
    1009: 366 * DAY_MS,
  },
} as const

export const MOUNT_LIMITS = {
  edition: '2023-03-13',
  source: 'https://github.com/baidu/smartapp-openapi-go, articlemount material add',
  title: [6, 30],
  desc: [4, 17],
  url: 500,
  labels: 3,
  labelLength: 5,
  discountLength: 7,
  buttonLength: 4,
  image: { width: 213, height: 213, ratio: [1, 1], maxBytes: 2 * MIB } satisfies PictureLimit,
  bigImage: { width: 1068, height: 601, ratio: [16, 9], maxBytes: 2 * MIB } satisfies PictureLimit,
  verticalImage: {
    width: 213,
    height: 284,
    ratio: [3, 4],
    maxBytes: 2 * MIB,
  } satisfies PictureLimit,
} as const

export const SKU_LIMITS = {
  edition: '2023-03-13',
  source: 'https://github.com/baidu/smartapp-openapi-go, server/submit/sku',
  /** Units: a Chinese character counts two. */
  title: [12, 30],
  desc: [8, 34],
  tags: 3,
  tagLength: 5,
  buttonLengths: [2, 4],
  images: [
    { width: 352, height: 352, ratio: [1, 1], maxBytes: 2 * MIB },
    { width: 1068, height: 601, ratio: [16, 9], maxBytes: 2 * MIB },
    { width: 372, height: 495, ratio: [3, 4], maxBytes: 2 * MIB },
  ] satisfies readonly PictureLimit[],
} as const
