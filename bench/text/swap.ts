/**
 * How long a message waits while an edition is swapped for another: messages are checked one after the
 * other, and between any two of them one step is taken to load a file that another thread compiled,
 * until it takes over.
 *
 * A window is a thousand messages. What counts is the longest gap from one answer to the next, on the wall, as a caller
 * sees it; the middle one of many windows, since other work stretches some of them.
 */

import {
  compileLexicon,
  type Lexicon,
  loadLexiconInSteps,
  packLexicon,
  type Term,
} from '@fangxing/text'
import type { Corpus } from './corpus.ts'
import { median } from './measure.ts'

export interface Swap {
  readonly words: number
  /** The longest gap in milliseconds, in the middle of the windows and in the best of them. */
  readonly middleMs: number
  readonly bestMs: number
  /** The same in windows without a swap. */
  readonly middleWithoutMs: number
}

const COUNTS = [20_000, 100_000]
const WINDOWS = 15
const MESSAGES = 1000

export function measureSwaps(corpus: Corpus): readonly Swap[] {
  return COUNTS.map((count) => measureSwap(corpus, count))
}

function measureSwap(corpus: Corpus, count: number): Swap {
  const terms = corpus
    .words(count)
    .map((text, nth): Term => ({ id: String(nth), text, label: 20006, level: 'block' }))
  const file = packLexicon(terms)
  const windows: number[] = []
  const without: number[] = []
  let lexicon = compileLexicon(terms)
  for (let nth = 0; nth < WINDOWS; nth += 1) {
    without.push(longestGap(corpus.short, () => lexicon))
    // Working memory lies in the file: each lexicon needs its own.
    const own = file.slice()
    const steps = loadLexiconInSteps(own)
    windows.push(
      longestGap(corpus.short, () => {
        lexicon = takeStep(steps) ?? lexicon
        return lexicon
      }),
    )
  }
  return {
    words: count,
    middleMs: median(windows),
    bestMs: Math.min(...windows),
    middleWithoutMs: median(without),
  }
}

/** Milliseconds. */
function longestGap(texts: readonly string[], lexiconOf: (message: number) => Lexicon): number {
  let longest = 0
  let last = performance.now()
  for (let message = 0; message < MESSAGES; message += 1) {
    lexiconOf(message).find(texts[message % texts.length] ?? '')
    const at = performance.now()
    longest = Math.max(longest, at - last)
    last = at
  }
  return longest
}

/** Undefined before the last step, and after it. */
function takeStep(steps: ReturnType<typeof loadLexiconInSteps>): Lexicon | undefined {
  const { done, value } = steps.next()
  if (done !== true || value === undefined) return undefined
  if (!value.ok) throw new Error(value.because.en)
  return value.lexicon
}
