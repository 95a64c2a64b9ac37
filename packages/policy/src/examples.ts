/** Builders of the smallest observations that an example or a test can be told with. */

import type {
  Category,
  FilePlace,
  Guard,
  ProgramManifest,
  PublishEntry,
  PublishMedium,
  SeenClip,
  SeenElement,
  SeenPage,
  SeenPicture,
  SeenText,
  Subject,
  SubmissionFacts,
  TermHit,
} from '@fangxing/contract'

export function placeIn(file: string, line = 1): FilePlace {
  return { kind: 'file', file, line, column: 1 }
}

/** `seenText('你好')` is a submitted text; with a file it is a literal of a package. */
export function seenText(text: string, file?: string): SeenText {
  return file === undefined
    ? { text, place: { kind: 'text', field: 'content', start: 0, end: text.length } }
    : { text, place: placeIn(file) }
}

export function seenPage(path: string, title = '', exists = true): SeenPage {
  return { path, title, exists, place: placeIn('app.json', 3) }
}

export function seenElement(
  tag: string,
  file: string,
  attributes: Readonly<Record<string, string>> = {},
): SeenElement {
  return { tag, attributes, place: placeIn(file) }
}

export const wechatManifest: ProgramManifest = {
  platform: 'wechat',
  requiredPrivateInfos: [],
  requiredBackgroundModes: [],
  plugins: [],
  place: placeIn('app.json'),
}

export const baiduManifest: ProgramManifest = { ...wechatManifest, platform: 'baidu' }

export const unguarded: Guard = { kind: 'unguarded' }

export function seenEntry(
  medium: PublishMedium,
  guard: Guard = unguarded,
  page = 'pages/post/post',
): PublishEntry {
  return { medium, page, place: placeIn(`${page}.wxml`, 4), guard }
}

const enterprise: Subject = { kind: 'enterprise', overseas: false, region: 'CN-GD' }

/** A submission of a domestic enterprise: `submitted('社交-笔记', '工具-备忘录')`. */
export function submitted(...categories: readonly string[]): SubmissionFacts {
  return { categories: categories.map(toCategory), subject: enterprise }
}

export function submittedBy(
  subject: Partial<Subject>,
  ...categories: readonly string[]
): SubmissionFacts {
  return { ...submitted(...categories), subject: { ...enterprise, ...subject } }
}

function toCategory(name: string): Category {
  const dash = name.indexOf('-')
  return { first: name.slice(0, dash), second: name.slice(dash + 1) }
}

export function seenHit(hit: Partial<TermHit> = {}): TermHit {
  return {
    termId: 'advert/example',
    term: '加微信',
    label: 10001,
    level: 'block',
    matched: '加微信',
    place: { kind: 'text', field: 'content', start: 0, end: 3 },
    conversions: [],
    confidence: 1,
    ...hit,
  }
}

/** A picture that could be read: `seenPicture({ codes: [] })`. Facts that are not given are absent. */
export function seenPicture(facts: Partial<SeenPicture> = {}): SeenPicture {
  const format = { type: 'image/jpeg', width: 640, height: 480, frames: 1, bytes: 40_000 }
  return { name: 'media', sha256: '0'.repeat(64), format, missing: [], ...facts }
}

export function seenClip(facts: Partial<SeenClip> = {}): SeenClip {
  return { name: 'media', sha256: '0'.repeat(64), type: 'video/mp4', missing: [], ...facts }
}
