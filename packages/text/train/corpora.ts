/**
 * The texts that may shape the shipped weights, each with its licence.
 *
 * `permissive.jsonl.gz` holds COLD (Apache-2.0), SWSR (MIT) and 100 news articles (MIT). KdConv and
 * CrossWOZ (both Apache-2.0) are conversations written for research; ASAP (reviews of restaurants) and
 * CSL (titles of papers) are Apache-2.0 too, CPED (dialogues of television) as well. Titles are what
 * Weibo and Zhihu showed as trending, from repositories under MIT. The word list is jieba's (MIT).
 * What is not licensed for this is never opened here.
 */

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

export interface LabelledText {
  readonly source: string
  readonly text: string
  readonly label: number
  readonly split: string
}

export interface Word {
  readonly text: string
  readonly count: number
  readonly kind: string
}

/** What was read, for the manifest: a file's name, its SHA-256 and its licence. */
export interface Ingredient {
  readonly name: string
  readonly sha256: string
  readonly licence: string
}

export interface Corpora {
  readonly labelled: readonly LabelledText[]
  /** About films, music and sights, for research. */
  readonly talk: readonly string[]
  /** What people say to each other at home, on television and on the net. */
  readonly chat: readonly string[]
  readonly news: readonly string[]
  readonly reviews: readonly string[]
  readonly papers: readonly string[]
  /** Trending topics and questions. */
  readonly titles: readonly string[]
  /** The other trending topics, twice as many as those of Weibo among the titles. */
  readonly topics: readonly string[]
  /** SexHateLex, the lexicon beside SWSR, and the Chinese list of LDNOOBW. */
  readonly hateWords: readonly string[]
  /** The list of lewd words of konsheng/Sensitive-lexicon. */
  readonly lewdWords: readonly string[]
  readonly words: readonly Word[]
  readonly ingredients: readonly Ingredient[]
}

export type PlainTexts = Pick<Corpora, 'talk' | 'chat' | 'news' | 'reviews' | 'papers' | 'titles'>

const LICENCES: readonly (readonly [RegExp, string])[] = [
  [/^permissive/, 'COLD Apache-2.0, SWSR MIT, wesee-news100 MIT'],
  [/^kdconv/, 'Apache-2.0'],
  [/^crosswoz/, 'Apache-2.0'],
  [/^cdial/, 'MIT'],
  [/^cped/, 'Apache-2.0'],
  [/^(weibo-titles|zhihu-questions)/, 'MIT repository; the titles are third-party'],
  [/^tatoeba/, 'CC-BY 2.0 FR'],
  [/^sexhatelex/, 'MIT'],
  [/^ldnoobw/, 'CC-BY 4.0'],
  [/^konsheng/, 'MIT'],
  [/^asap/, 'Apache-2.0'],
  [/^csl/, 'Apache-2.0'],
  [/^jieba-dict/, 'MIT'],
]

export function readCorpora(textFolder: string, talkFolder: string | undefined): Corpora {
  const ingredients: Ingredient[] = []
  const read = (folder: string, name: string) => {
    const bytes = readFileSync(join(folder, name))
    const licence = LICENCES.find(([pattern]) => pattern.test(name))?.[1]
    if (licence === undefined) throw new Error(`${name} is not licensed to shape the weights`)
    ingredients.push({ name, sha256: createHash('sha256').update(bytes).digest('hex'), licence })
    return bytes
  }
  const lines = gunzipSync(read(join(textFolder, 'text'), 'permissive.jsonl.gz'))
    .toString()
    .trim()
  const rows = lines.split('\n').map((line) => JSON.parse(line))
  const labelled = rows
    .filter(({ src }) => src === 'cold' || src === 'swsr')
    .map(({ src, text, label, split }) => ({ source: src, text, label, split }))
  const news = rows
    .filter(({ src, split }) => src.startsWith('wesee') && split === 'train')
    .flatMap(({ text }) => toSentences(text))
  return {
    labelled,
    talk: readTalk(talkFolder, read),
    chat: readChat(talkFolder, read),
    news,
    reviews: readReviews(talkFolder, read),
    papers: readPapers(talkFolder, read),
    ...readTitles(talkFolder, read),
    hateWords:
      talkFolder === undefined
        ? []
        : ['sexhatelex.txt', 'ldnoobw-zh.txt'].flatMap((name) =>
            linesOf(read(talkFolder, name)).map((line) => line.trim()),
          ),
    lewdWords: readLewdWords(talkFolder, read),
    words: readWords(talkFolder, read),
    ingredients,
  }
}

function readTalk(folder: string | undefined, read: (folder: string, name: string) => Buffer) {
  if (folder === undefined || !existsSync(folder)) return []
  const texts = new Set<string>()
  for (const name of readdirSync(folder).sort()) {
    if (!/^(kdconv|crosswoz).*\.json$/.test(name)) continue
    const dialogues: { messages: { message?: string; content?: string }[] }[] = Object.values(
      JSON.parse(read(folder, name).toString()),
    )
    for (const { messages } of dialogues) {
      for (const { message, content } of messages) texts.add((message ?? content ?? '').trim())
    }
  }
  return [...texts].filter((text) => text.length > 1)
}

function readChat(folder: string | undefined, read: (folder: string, name: string) => Buffer) {
  if (folder === undefined) return []
  const texts = new Set<string>()
  for (const line of linesOf(read(folder, 'tatoeba-cmn.txt'))) texts.add(line.split('\t')[1] ?? '')
  for (const name of ['cdial-toy_train.txt', 'cdial-toy_valid.txt']) {
    for (const line of linesOf(read(folder, name))) {
      for (const turn of line.split('\t')) texts.add(turn.replaceAll(' ', ''))
    }
  }
  for (const name of ['cped-test.csv', 'cped-valid.csv']) {
    for (const line of linesOf(read(folder, name)).slice(1)) texts.add(lastCellOf(line))
  }
  return [...texts].filter((text) => text.length > 1)
}

/** What is said, the eighteenth cell; it may hold commas of its own. */
function lastCellOf(line: string): string {
  return line.trim().split(',').slice(17).join(',').replaceAll('"', '')
}

/** Every third topic of Weibo's, which are many, is a title among the others. */
function readTitles(folder: string | undefined, read: (folder: string, name: string) => Buffer) {
  if (folder === undefined) return { titles: [], topics: [] }
  const all = linesOf(read(folder, 'weibo-titles.txt'))
  const thirds = all.filter((_, nth) => nth % 3 === 0)
  return {
    titles: [...thirds, ...linesOf(read(folder, 'zhihu-questions.txt'))],
    topics: all.filter((_, nth) => nth % 3 !== 0),
  }
}

/** Restaurants as guests tell of them, sentence by sentence; the marks of each row are left out. */
function readReviews(folder: string | undefined, read: (folder: string, name: string) => Buffer) {
  if (folder === undefined) return []
  return ['asap-dev.csv', 'asap-test.csv', 'asap-train.csv'].flatMap((name) =>
    toSentences(
      read(folder, name)
        .toString()
        .replace(/^\d+,|(,-?\d+(\.\d+)?){5,}/gm, '\n')
        .replace(/[~!?]+/g, (marks) => `${marks}\n`),
    ),
  )
}

function readPapers(folder: string | undefined, read: (folder: string, name: string) => Buffer) {
  if (folder === undefined) return []
  return ['csl-cls_ctg-dev.tsv', 'csl-cls_ctg-test.tsv', 'csl-cls_ctg-train.tsv'].flatMap((name) =>
    linesOf(read(folder, name)).map((line) => line.split('\t')[1] ?? ''),
  )
}

/** One a line, with marks of the list behind some. */
function readLewdWords(folder: string | undefined, read: (folder: string, name: string) => Buffer) {
  if (folder === undefined) return []
  return linesOf(read(folder, 'konsheng-porn.txt')).map((line) =>
    (line.split(/[,|\t]/)[0] ?? '').trim(),
  )
}

/** What people wrote without any harm in mind. */
export function plainTexts(texts: PlainTexts): readonly string[] {
  const { talk, chat, news, reviews, papers, titles } = texts
  return [...talk, ...chat, ...news, ...reviews, ...papers, ...titles]
}

function linesOf(bytes: Buffer): string[] {
  return bytes.toString().trim().split('\n')
}

/** Sentences of an article, as short texts are what the model will see. */
function toSentences(article: string): string[] {
  return article
    .split(/(?<=[。！？\n])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= 6 && sentence.length <= 120)
}

function readWords(folder: string | undefined, read: (folder: string, name: string) => Buffer) {
  if (folder === undefined) return []
  return read(folder, 'jieba-dict.txt')
    .toString()
    .split('\n')
    .map((line) => line.trim().split(' '))
    .filter(([text = '', , kind]) => kind !== undefined && /^\p{Script=Han}+$/u.test(text))
    .map(([text = '', count = '0', kind = '']) => ({ text, count: Number(count), kind }))
}
