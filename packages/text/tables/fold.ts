/**
 * `node packages/text/tables/fold.ts`: writes `src/fold/fold.generated.ts`, the table of what each
 * character is read as.
 *
 * Every code point gets at most one reading: traditional to simplified by OpenCC (Apache-2.0), Latin
 * look-alikes by UTS #39 (unhomoglyph, MIT), width, case, accents, circled letters and digit styles
 * by Unicode NFKC of the Node that runs this. The chain is followed to its end here, so that reading
 * twice is reading once.
 */

import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Converter } from 'opencc-js'

const require = createRequire(import.meta.url)
const lookalikes: Record<string, string> = require('unhomoglyph/data.json')
const toSimplified = Converter({ from: 't', to: 'cn' })

/** Ends a sentence or a clause: a word never runs across it. Kept as a unit of its own. */
const SENTENCE = ',:;?!、。…\n'
const SENTENCE_FORMS: Record<string, string> = {
  '｡': '。',
  '､': '、',
  '؟': '?',
  '；': ';',
  '︐': ',',
  '︑': '、',
  '︒': '。',
  '⋯': '…',
  '\u2028': '\n',
  '\u2029': '\n',
  '\u000b': '\n',
  '\u000c': '\n',
  '\u0085': '\n',
}
/** Parts Latin words from one another; between other characters it is mere noise. */
const WORD_GAP = /^[\p{Zs}\t._\-‐‑‒–—/\\&+]$/u
const DIGIT_WORDS: Record<string, string> = {
  壹: '一',
  弌: '一',
  贰: '二',
  弍: '二',
  叁: '三',
  弎: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  〇: '零',
  〡: '一',
  〢: '二',
  〣: '三',
  〤: '四',
  〥: '五',
  〦: '六',
  〧: '七',
  〨: '八',
  〩: '九',
}

const KEPT = /^[\p{L}\p{Nd}\p{Nl}\p{No}]$/u
const HAN = /^\p{Script=Han}$/u

type Reading = { readonly kind: string; readonly text: string }

function isHan(character: string): boolean {
  return HAN.test(character) && KEPT.test(character)
}

function withoutAccents(text: string): string {
  return /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}]+$/u.test(text)
    ? text.normalize('NFD').replace(/\p{M}/gu, '')
    : text
}

function asLatin(character: string): string | undefined {
  for (const form of [character.toLowerCase(), character.toUpperCase()]) {
    const skeleton = lookalikes[form]?.toLowerCase()
    if (skeleton !== undefined && /^[a-z0-9]+$/.test(skeleton)) return skeleton
  }
  return undefined
}

/** What a digit or number sign stands for, e.g. `⑩` is 10; undefined when it is no decimal number. */
function asDigits(character: string): string | undefined {
  const plain = character.normalize('NFKC')
  const digits = /^[([]?(\d+)[)\].]?$/.exec(plain)
  if (digits?.[1] !== undefined) return digits[1]
  const point = character.codePointAt(0) ?? 0
  if (/^\p{Nd}$/u.test(character)) {
    let zero = point
    while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)) && point - zero < 9) zero -= 1
    return String((point - zero) % 10)
  }
  for (const [first, value] of [
    [0x24eb, 11],
    [0x24f5, 1],
    [0x2776, 1],
    [0x2780, 1],
    [0x278a, 1],
  ] as const) {
    if (point >= first && point < first + 10) return String(value + point - first)
  }
  return point === 0x24ff || point === 0x1f10b || point === 0x1f10c ? '0' : undefined
}

function enclosedLetter(point: number): string | undefined {
  for (const first of [0x1f110, 0x1f130, 0x1f150, 0x1f170, 0x1f1e6]) {
    if (point >= first && point < first + 26) return String.fromCharCode(97 + point - first)
  }
  return undefined
}

function readingOf(character: string): Reading | undefined {
  const point = character.codePointAt(0) ?? 0
  const sentence = SENTENCE_FORMS[character] ?? character.normalize('NFKC')
  if (SENTENCE.includes(sentence) && sentence.length === 1 && character !== '\r') {
    return { kind: 'width', text: sentence }
  }
  if (isHan(character)) return readingOfHan(character)
  const digits = asDigits(character)
  if (digits !== undefined) {
    return { kind: point >= 0xff10 && point <= 0xff19 ? 'width' : 'digit', text: digits }
  }
  const letter = enclosedLetter(point)
  if (letter !== undefined) return { kind: 'enclosed', text: letter }
  return readingOfLetter(character, point)
}

function readingOfHan(character: string): Reading | undefined {
  const plain = character.normalize('NFKC')
  const simplified = toSimplified(plain)
  const digit = DIGIT_WORDS[simplified] ?? DIGIT_WORDS[character]
  if (digit !== undefined) return { kind: 'digit', text: digit }
  return { kind: 'traditional', text: simplified }
}

function readingOfLetter(character: string, point: number): Reading | undefined {
  const plain = character.normalize('NFKC').replace(/[()〔〕]/g, '')
  const lower = plain.toLowerCase()
  const stripped = withoutAccents(lower)
  if (![...stripped].some((part) => KEPT.test(part))) {
    const seen = KEPT.test(character) ? asLatin(character) : undefined
    return seen === undefined || point < 128 ? undefined : { kind: 'lookalike', text: seen }
  }
  const kept = [...stripped].filter((part) => KEPT.test(part)).join('')
  if (point < 128) return { kind: 'case', text: kept }
  const latin = [...kept].map((part) => (part < '\u0080' ? part : (asLatin(part) ?? part))).join('')
  if (latin !== kept) return { kind: 'lookalike', text: latin }
  if (!KEPT.test(character) || character.normalize('NFKC') !== character) {
    const wide = point >= 0xff00 && point <= 0xffef
    return {
      kind: wide ? 'width' : 'enclosed',
      text: [...kept].map((part) => (isHan(part) ? toSimplified(part) : part)).join(''),
    }
  }
  return { kind: stripped !== lower ? 'accent' : 'case', text: kept }
}

/** Follows readings until nothing changes any more. */
function finalReading(character: string): Reading | undefined {
  const first = readingOf(character)
  if (first === undefined) return undefined
  let text = first.text
  for (let step = 0; step < 8; step += 1) {
    const next = [...text].map((part) => readingOf(part)?.text ?? '').join('')
    if (next === text) return { kind: first.kind, text }
    text = next
  }
  throw new Error(`the reading of ${character} does not settle`)
}

const pairs: Record<string, string> = {}
const longer: Record<string, string> = {}
const noise: number[] = []
const wordGaps: number[] = []

for (let point = 0; point <= 0x3ffff; point += 1) {
  if (point >= 0xd800 && point <= 0xdfff) continue
  const character = String.fromCodePoint(point)
  if (/^\p{Cn}$/u.test(character) && point > 0xffff) continue
  const reading = finalReading(character)
  if (reading === undefined || reading.text === '') {
    if (point <= 0xffff) (WORD_GAP.test(character) ? wordGaps : noise).push(point)
  } else if (reading.text !== character) {
    if (/[\u{10000}-\u{1ffff}]/u.test(reading.text)) continue
    const simple = point <= 0xffff && reading.text.length === 1
    if (simple) pairs[reading.kind] = (pairs[reading.kind] ?? '') + character + reading.text
    else longer[reading.kind] = `${longer[reading.kind] ?? ''}${character}${reading.text} `
  }
}

/** `first-length` pairs in base 36, each first counted from the end of the range before. */
function toRanges(points: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const point of points) {
    const last = ranges.at(-1)
    if (last !== undefined && last[0] + last[1] === point) last[1] += 1
    else ranges.push([point, 1])
  }
  let end = 0
  return ranges
    .map(([first, length]) => {
      const step = first - end
      end = first + length
      return length === 1 ? step.toString(36) : `${step.toString(36)}-${length.toString(36)}`
    })
    .join(' ')
}

/** Han, letters and signs as they are; whatever an editor could not show, escaped. */
function literal(text: string): string {
  const shown = Array.from(text, (character) => {
    if (character === "'" || character === '\\') return `\\${character}`
    if (/^[\p{L}\p{N}\p{P}\p{So} ]$/u.test(character)) return character
    return character.split('').map(escaped).join('')
  })
  return `'${shown.join('')}'`
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

const record = (entries: Record<string, string>) =>
  `{\n${Object.entries(entries)
    .map(([kind, text]) => `  ${kind}: ${literal(text)},`)
    .join('\n')}\n}`

writeFileSync(
  join(import.meta.dirname, '..', 'src', 'fold', 'fold.generated.ts'),
  `/** Generated by \`node packages/text/tables/fold.ts\`; do not edit. Sources: OpenCC (Apache-2.0), UTS #39, Unicode ${process.versions.unicode}. */

/** Per conversion: a character and what it is read as, one after the other. */
export const PAIRS = ${record(pairs)} as const

/** The same for characters beyond U+FFFF or with longer readings, each entry ended by a space. */
export const LONGER = ${record(longer)} as const

/** Characters up to U+FFFF that are dropped: steps and lengths in base 36. */
export const NOISE = '${toRanges(noise)}'

/** Of those, the ones that part Latin words. */
export const WORD_GAPS = '${toRanges(wordGaps)}'
`,
)
