/**
 * Texts made to trip the engine, searched twice: in the kernel and in plain TypeScript.
 *
 * Each text must return; each match must be a slice of it with conversions that there are; and both
 * ways must say the same. The same seed makes the same texts. The first failures are kept as they are.
 */

import {
  CONVERSION_NAMES,
  compileLexicon,
  type Lexicon,
  type Match,
  type Term,
} from '@fangxing/text'
import { TERMS } from './evasion.ts'
import { randomFrom } from './random.ts'

export interface FuzzRun {
  readonly seed: number
  readonly inputs: number
  readonly units: number
  readonly matches: number
  /** What went wrong and with which text, a few at most. */
  readonly failures: readonly string[]
}

const MOST_KEPT = 5
const MOST_PIECES = 14
/** Any UTF-16 unit, now and then: half of a character, a sign that nobody has a name for. */
const UNITS = 65536

/** Names of contact, halves, look-alikes, initials, digits: what every reader wants to look at. */
const PIECES = [
  ...TERMS,
  ...'加微信贝者氵去亻言赌法博渡嘉威芯薇徽佳惟日月木未末士土鸟乌36１２①⑩⓿㊀㎏ﬁﷺ壹贰雲電',
  ...'abwvxqz0157ａＶ，。！？、：；…\n\r\t *·|-_.~\u200b\u200d\u202e\u0336\u00ad\ufe0f\u0301',
  ...['jia', 'wei', 'xin', 'xian', 'zhuang', 'm00nbase', 'te4house', 'vx', 'q群', '+v', 'ᐯx'],
  ...['😀', '🅰', '𝐦', '𠀀', '\ud83d', '\udc00', '👨‍👩‍👧', '①', '12345678901', 'http://a.cn'],
]

export function runFuzz(seed: number, inputs: number): FuzzRun {
  const random = randomFrom(seed)
  const fast = warmed(compileLexicon(termsOf()))
  const plain = withoutKernel(() => warmed(compileLexicon(termsOf())))
  const failures: string[] = []
  let units = 0
  let matches = 0
  for (let nth = 0; nth < inputs; nth += 1) {
    const text = makeText(random)
    const found = tryFind(fast, text)
    const wrong = typeof found === 'string' ? found : whatIsWrong(text, found, plain)
    if (wrong !== undefined && failures.length < MOST_KEPT) {
      failures.push(`${wrong}: ${JSON.stringify(text)}`)
    }
    units += text.length
    matches += found.length
  }
  return { seed, inputs, units, matches, failures }
}

/** Some terms of every kind: short ones that allow everything, and those that are as they come. */
function termsOf(): readonly Term[] {
  const plain = [...TERMS, '加微信', '赌博', '微信', 'kg', '云', '三十六'].map(
    (text): Term => ({ id: text, text, label: 20006, level: 'block' }),
  )
  const open = ['加微信', '赌博', '法', '贝者', 'moon', '木木'].map(
    (text): Term => ({
      ...{ id: `all ${text}`, text, label: 20006, level: 'hint' },
      conversions: CONVERSION_NAMES,
    }),
  )
  return [...plain, ...open, { ...plain[0], id: 'excused', except: ['加微信息'] } as Term]
}

function makeText(random: () => number): string {
  const count = 1 + Math.floor(random() * MOST_PIECES)
  const gap = random() < 0.3 ? pick(PIECES, random) : ''
  let text = ''
  for (let nth = 0; nth < count; nth += 1) {
    const piece =
      random() < 0.1 ? String.fromCharCode(Math.floor(random() * UNITS)) : pick(PIECES, random)
    text += random() < 0.05 ? piece.repeat(2 + Math.floor(random() * 4)) : piece
    text += gap
  }
  return text
}

function pick(pieces: readonly string[], random: () => number): string {
  return pieces[Math.floor(random() * pieces.length)] ?? ''
}

/** Reads enough for a kernel to be worth starting. */
function warmed(lexicon: Lexicon): Lexicon {
  for (let nth = 0; nth < 3; nth += 1) lexicon.find('天'.repeat(10_000))
  return lexicon
}

/** A lexicon that asked for a kernel when there was none does not ask again. */
function withoutKernel(make: () => Lexicon): Lexicon {
  const host = globalThis as { WebAssembly?: unknown }
  const { WebAssembly } = host
  host.WebAssembly = undefined
  try {
    return make()
  } finally {
    host.WebAssembly = WebAssembly
  }
}

function tryFind(lexicon: Lexicon, text: string): readonly Match[] | string {
  try {
    return lexicon.find(text)
  } catch (error) {
    return `threw ${String(error)}`
  }
}

function whatIsWrong(text: string, found: readonly Match[], plain: Lexicon): string | undefined {
  for (const { start, end, matched, confidence } of found) {
    const isSlice = start >= 0 && start < end && text.slice(start, end) === matched
    if (!isSlice || !(confidence > 0 && confidence <= 1)) return `a match is no slice`
  }
  const expected = tryFind(plain, text)
  if (typeof expected === 'string') return `the plain way ${expected}`
  const isSame =
    found.length === expected.length && found.every((one, nth) => areSame(one, expected[nth]))
  return isSame ? undefined : 'the kernel and the plain way differ'
}

function areSame(one: Match, other: Match | undefined): boolean {
  return (
    other !== undefined &&
    one.termId === other.termId &&
    one.start === other.start &&
    one.end === other.end &&
    one.confidence === other.confidence &&
    one.conversions.join() === other.conversions.join()
  )
}
