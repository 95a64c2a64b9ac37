/** Builders of the smallest materials and pages that an example or a test can be told with. */

import type {
  MaterialFacts,
  PageBlock,
  PageRun,
  PictureQuality,
  Resemblance,
  SeenCard,
  SeenClip,
  SeenLead,
  SeenLink,
  SeenMotion,
  SeenOpinion,
  SeenPicture,
  VideoFacts,
  VocabularyHit,
  WrittenText,
} from '@fangxing/contract'
import { seenHit } from './examples.ts'
import { DAY_MS } from './material/days.ts'

/** 2024-06-15 08:00 UTC. */
export const AUDITED_AT = 1_718_438_400_000

export function seenMaterial(facts: Partial<MaterialFacts> = {}): MaterialFacts {
  return {
    name: 'article',
    kind: 'article',
    title: '阳台种番茄的三个要点',
    blocks: [],
    channel: { first: '家居', second: null },
    publishedAt: AUDITED_AT - DAY_MS,
    auditedAt: AUDITED_AT,
    cover: null,
    postRoll: null,
    isFiction: false,
    ...facts,
  }
}

/** `seenWriting('title', '…')`: a Chinese text of which nothing else is remarkable. */
export function seenWriting(
  field: string,
  text: string,
  facts: Partial<WrittenText> = {},
): WrittenText {
  return {
    field,
    text,
    place: { kind: 'text', field, start: 0, end: text.length },
    hanShare: 1,
    foreignShare: 0,
    traditionalShare: 0,
    length: text.length,
    garbling: [],
    typos: [],
    markRuns: [],
    clickbait: [],
    pieces: { count: 1, short: 0, longest: text.length },
    ending: 'complete',
    repeated: [],
    dates: [],
    leads: [],
    words: [],
    ...facts,
  }
}

/** A body in which the words of one vocabulary stand. */
export function bodyWith(vocabulary: string, text: string, ...words: string[]): WrittenText {
  return seenWriting('body', text, { words: words.map((word) => seenWord(vocabulary, text, word)) })
}

export function titleWith(vocabulary: string, text: string, ...words: string[]): WrittenText {
  return { ...bodyWith(vocabulary, text, ...words), field: 'title' }
}

export function seenWord(vocabulary: string, text: string, word: string): VocabularyHit {
  const start = Math.max(0, text.indexOf(word))
  const place = { kind: 'text', field: 'body', start, end: start + word.length } as const
  return { ...seenHit({ term: word, matched: word, place, level: 'hint' }), vocabulary }
}

export function seenLead(kind: SeenLead['kind'], value: string, start = 0): SeenLead {
  return { kind, value, start, end: start + value.length }
}

export function seenCard(facts: Partial<SeenCard> = {}): SeenCard {
  return {
    id: 'sku-1',
    title: '陶瓷花盆 大号',
    category: '家居园艺',
    price: '39',
    target: 'https://shop.example/sku-1',
    picture: null,
    before: '选一个透气的陶瓷花盆，根系才不会烂。',
    after: '种好以后放在通风的地方。',
    textBetween: null,
    position: 'between',
    place: { kind: 'page', page: 'article', box: { x: 0, y: 600, width: 375, height: 120 } },
    ...facts,
  }
}

export function seenLink(facts: Partial<SeenLink> = {}): SeenLink {
  return {
    address: 'https://shop.example/sku-1',
    card: 'sku-1',
    outcome: 'opens',
    status: 200,
    title: '陶瓷花盆 大号',
    price: '39',
    measured: '200',
    place: { kind: 'page', page: 'article', box: { x: 0, y: 600, width: 375, height: 120 } },
    ...facts,
  }
}

/** A page that opens well and shows nothing remarkable. */
export function seenRun(facts: Partial<PageRun> = {}): PageRun {
  return {
    page: 'article',
    viewport: { width: 375, height: 812 },
    entry: { outcome: 'entered', status: 200, finalAddress: 'article', earlyErrors: [] },
    trace: { load: 800, firstPaint: 300, longTasks: [], totalBlocking: 0, layoutShift: 0 },
    sixth: { dominantShare: 0.6, dominantLuma: 255, characters: 300, pictures: 1 },
    height: 1600,
    screenfuls: [],
    title: {
      text: '阳台种番茄的三个要点',
      box: { x: 16, y: 20, width: 343, height: 60 },
      fontSize: 24,
      contrast: 16,
      isClipped: false,
      isCovered: false,
    },
    blocks: [],
    pinned: [],
    overlays: [],
    motions: [],
    flashes: [],
    pictures: [],
    players: [],
    missing: [],
    ...facts,
  }
}

export function seenBlock(
  kind: PageBlock['kind'],
  y: number,
  height: number,
  facts: Partial<PageBlock> = {},
): PageBlock {
  return {
    kind,
    box: { x: 16, y, width: 343, height },
    text: kind === 'text' ? '番茄喜欢阳光，浇水要少而透。' : '',
    ref: null,
    advertBy: null,
    isLead: false,
    ...facts,
  }
}

export function seenResemblance(facts: Partial<Resemblance> = {}): Resemblance {
  return {
    corpus: 'own',
    document: '阳台种番茄',
    similarity: 0.9,
    sharedText: 0.9,
    publishedAt: AUDITED_AT - DAY_MS,
    passage: { start: 0, end: 8, text: '番茄要多晒太阳。' },
    ...facts,
  }
}

export function seenOpinion(
  question: SeenOpinion['question'],
  score: number,
  about = 'title',
): SeenOpinion {
  return {
    question,
    about,
    score,
    by: 'local',
    evidence: { zh: `本地打分 ${score}。`, en: `Scored ${score} here.` },
    place: { kind: 'text', field: 'title', start: 0, end: 10 },
  }
}

export function seenPictureWith(facts: Partial<SeenPicture> = {}): SeenPicture {
  return { name: 'picture-1', sha256: '', missing: [], ...facts }
}

/** A picture whose quality leaves nothing to wish for, but for what is given. */
export function seenQuality(quality: Partial<PictureQuality> = {}): SeenPicture {
  return seenPictureWith({
    quality: {
      sharpness: 80,
      upscaling: 1,
      brightness: 120,
      contrast: 150,
      clipped: 0.01,
      noise: 1,
      blockiness: 2,
      jpegQuality: 90,
      dominantShare: 0.1,
      borderShare: 0,
      ...quality,
    },
  })
}

export function seenClipWith(facts: Partial<SeenClip> = {}): SeenClip {
  return { name: 'clip-1', sha256: '', missing: [], ...facts }
}

/** A video that nothing is wrong with, but for what is given. */
export function seenVideo(video: Partial<VideoFacts> = {}): SeenClip {
  return seenClipWith({
    video: {
      duration: 30,
      pixelRatio: 1,
      soundOffset: 0,
      black: [],
      frozen: [],
      sceneCuts: [],
      blur: 1.2,
      blockiness: 0,
      shake: 0,
      interlacedShare: 0,
      repeatedShare: 0,
      decodeErrors: 0,
      subtitles: { kind: 'none', words: [] },
      ...video,
    },
    sound: { streams: 1, duration: 30, silent: [], loudness: -18 },
  })
}

/** A button that moves without end, but for what is given. */
export function seenMotion(facts: Partial<SeenMotion> = {}): SeenMotion {
  return {
    box: { x: 100, y: 500, width: 120, height: 40 },
    kind: 'moves',
    frequency: 2.5,
    isEndless: true,
    isClickable: true,
    words: '立即领取',
    ...facts,
  }
}
