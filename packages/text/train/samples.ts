/**
 * The training set: texts drawn from our grammars, licensed texts, and pseudo-headlines of ordinary
 * words, each with a topic and a weight. Same seed, same set.
 */

import { join } from 'node:path'
import { TOPIC_NAMES, type Topic } from '../src/classify/topics.ts'
import type { Corpora, Word } from './corpora.ts'
import { evade, prepareHomophones } from './evade.ts'
import { drawText, type Grammar, readGrammar } from './grammar.ts'
import type { Sample } from './learn.ts'
import type { Random } from './random.ts'

const GRAMMARS = join(import.meta.dirname, 'grammars')
const JOINTS = ['', ' ', '，', '。', '！', '\n', '、', '；', '…', '~']

/** How many texts each grammar gives, and how often they are disguised (1: as a spammer would). */
export interface Recipe {
  readonly grammar: string
  readonly topic: Topic
  readonly count: number
  readonly disguise: number
  readonly weight: number
}

export interface Mixture {
  readonly recipes: readonly Recipe[]
  readonly cold: number
  readonly coldOrdinary: number
  readonly swsr: number
  readonly talk: number
  readonly news: number
  readonly headlines: number
  readonly headlineCount: number
}

export function makeSamples(corpora: Corpora, mixture: Mixture, random: Random): Sample[] {
  const frequency = countCharacters(corpora)
  prepareHomophones(frequency, 30)
  const drawn = mixture.recipes.flatMap((recipe) => drawRecipe(recipe, random))
  const labelled = corpora.labelled
    .filter(({ split }) => split === 'train')
    .map(({ source, text, label }) => ({
      cold: source === 'cold',
      ...toSample(
        text,
        label === 100 ? 'ordinary' : 'hostility',
        source === 'swsr' ? mixture.swsr : label === 100 ? mixture.coldOrdinary : mixture.cold,
      ),
    }))
  const plain = [
    ...corpora.talk.map((text) => toSample(text, 'ordinary', mixture.talk)),
    ...corpora.news.map((text) => toSample(text, 'ordinary', mixture.news)),
    ...drawHeadlines(corpora.words, mixture.headlineCount, random).map((text) =>
      toSample(text, 'ordinary', mixture.headlines),
    ),
  ]
  return [...drawn, ...labelled, ...plain].filter(({ weight }) => weight > 0)
}

/** One to four texts of the grammar put together, as spam piles up phrases. */
function drawRecipe({ grammar: name, topic, count, disguise, weight }: Recipe, random: Random) {
  const grammar = readGrammar(GRAMMARS, name)
  const samples: Sample[] = []
  for (let nth = 0; nth < count; nth += 1) {
    samples.push(toSample(evade(drawPile(grammar, random), random, disguise), topic, weight))
  }
  return samples
}

function drawPile(grammar: Grammar, random: Random): string {
  let text = drawText(grammar, random)
  while (random.chance(0.3)) text += random.pick(JOINTS) + drawText(grammar, random)
  return text
}

/** Words in an order that headlines favour, drawn by the square root of how frequent they are. */
function drawHeadlines(words: readonly Word[], count: number, random: Random): string[] {
  const kept = words.filter(({ text, count: times }) => text.length >= 2 && times >= 20)
  const ends = new Float64Array(kept.length)
  let sum = 0
  kept.forEach(({ count: times }, nth) => {
    sum += Math.sqrt(times)
    ends[nth] = sum
  })
  const draw = () => {
    const point = random.next() * sum
    let low = 0
    let high = kept.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] as number) < point) low = middle + 1
      else high = middle
    }
    return kept[low]?.text ?? ''
  }
  return Array.from({ length: count }, () => {
    const length = 2 + random.below(7)
    const parts = Array.from({ length }, draw)
    if (random.chance(0.3))
      parts.splice(random.below(parts.length), 0, random.pick(['：', ' ', '，']))
    if (random.chance(0.2)) parts.splice(random.below(parts.length), 0, String(random.below(3000)))
    return parts.join('')
  })
}

function countCharacters(corpora: Corpora): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { text, split } of corpora.labelled) {
    if (split !== 'train') continue
    for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  return counts
}

function toSample(text: string, topic: Topic, weight: number): Sample {
  return { text, topic: TOPIC_NAMES.indexOf(topic), weight }
}
