/**
 * `npm run text -w bench`: the whole table. Give word counts to measure only those: `… -- 20000`.
 */

import { loadCorpus } from './corpus.ts'
import { holdAgainstOracle, type Line, runSpeed } from './speed.ts'

const corpus = loadCorpus()
const counts = process.argv.slice(2).map(Number)
console.log(`texts and words: ${corpus.origin}`)
for (const count of counts.length > 0 ? counts : [1000, 20_000, 100_000]) {
  const differences = holdAgainstOracle(corpus, count)
  console.log(
    differences.length === 0 ? `${count} words: the oracle agrees` : differences.join('\n'),
  )
  for (const line of runSpeed(corpus, count, ['short', 'long', 'adversarial', 'storm'])) {
    console.log(toText(line))
  }
}

function toText({ engine, texts, words, speed, ratio, hits }: Line): string {
  const figures = `${speed.toFixed(1).padStart(7)} M/s ${ratio.toFixed(2).padStart(6)}× ${hits} hits`
  return `${String(words).padStart(7)} ${texts.padEnd(12)} ${engine.padEnd(30)} ${figures}`
}
