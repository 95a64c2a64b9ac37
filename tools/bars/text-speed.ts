/**
 * The text engine against its peers at 20,000 words: searching plainly, reading characters in one
 * form, and with every disguise looked for. Ratios within one run, because machines differ.
 *
 * Holds when the oracle agrees and every ratio below is reached. Messages full of listed words are shown
 * beside, with no ratio that they must reach: how many hits a message has is said with every line.
 */

import { loadCorpus } from '../../bench/text/corpus.ts'
import { ANCHOR } from '../../bench/text/engines.ts'
import { holdAgainstOracle, type Line, runSpeed, type TextKind } from '../../bench/text/speed.ts'

const WORDS = 20_000

/** How many times as fast as the anchor peer, by strength and kind of text. */
const WANTED: readonly [engine: string, texts: TextKind, ratio: number][] = [
  ['fangxing exact', 'short', 11],
  ['fangxing exact', 'long', 16],
  ['fangxing folded', 'short', 7],
  ['fangxing folded', 'long', 9],
  ['fangxing every conversion', 'short', 3],
  ['fangxing every conversion', 'long', 3],
]

export const bar = {
  title: `the text engine is many times as fast as ${ANCHOR}`,
  async run(log: (line: string) => void) {
    const corpus = loadCorpus()
    log(`texts and words: ${corpus.origin}`)
    const differences = holdAgainstOracle(corpus, WORDS)
    for (const difference of differences) log(difference)
    const lines = await runSpeed(corpus, WORDS, ['short', 'long', 'dense'])
    for (const line of lines) log(describe(line))
    const reached = WANTED.map(([engine, texts, wanted]) => {
      const ratio = lines.find((line) => line.engine === engine && line.texts === texts)?.ratio ?? 0
      return {
        text: `${engine} ${texts} ${ratio.toFixed(1)}× of ${wanted}×`,
        holds: ratio >= wanted,
      }
    })
    const dense = lines
      .filter(({ engine, texts }) => texts === 'dense' && WANTED.some(([name]) => name === engine))
      .map(({ engine, ratio }) => `${engine} ${ratio.toFixed(1)}×`)
    log(`messages full of listed words: ${dense.join(', ')}`)
    return {
      holds: differences.length === 0 && reached.every(({ holds }) => holds),
      figure: `${reached.map(({ text }) => text).join(', ')} (${corpus.origin})`,
    }
  },
}

function describe({ engine, texts, speed, ratio, hitsEach }: Line): string {
  const figures = `${speed.toFixed(1).padStart(7)} M/s ${ratio.toFixed(2).padStart(6)}×`
  return `${texts.padEnd(6)} ${engine.padEnd(30)} ${figures} ${hitsEach.toFixed(2).padStart(7)} hits a text`
}
