/**
 * The training set: texts drawn from our grammars, licensed texts, and rows of ordinary words, each with a topic and a weight. Same seed, same set.
 */

import { join } from 'node:path'
import type { Random } from '../src/classify/seeded-random.ts'
import { TOPIC_NAMES, type Topic } from '../src/classify/topics.ts'
import { type Corpora, plainTexts } from './corpora.ts'
import { evade, prepareHomophones } from './evade.ts'
import { drawText, type Grammar, readGrammar } from './grammar.ts'
import { drawChatter, drawHeadlines } from './pseudo-texts.ts'
import { drawWordRows, keepRareWords, openTopicGuess } from './word-rows.ts'
import { readWrittenTexts, type WrittenText } from './written-texts.ts'

const GRAMMARS = join(import.meta.dirname, 'grammars')
const TEXTS = join(import.meta.dirname, 'texts')
const JOINTS = ['', ' ', '，', '。', '！', '\n', '、', '；', '…', '~']

/** A text, what it is about, and how much it weighs. */
export interface TopicText {
  readonly text: string
  readonly topic: number
  readonly weight: number
  /** What it weighs where the question is whether it is hostile to a group. */
  readonly hostilityWeight: number
}

/** How many texts each grammar gives, and how often they are disguised (1: as a spammer would). */
interface Recipe {
  readonly grammar: string
  readonly topic: Topic
  readonly count: number
  readonly disguise: number
  readonly weight?: number
}

const RECIPES: readonly Recipe[] = [
  { grammar: 'gambling', topic: 'gambling', count: 24_000, disguise: 1 },
  { grammar: 'porn', topic: 'porn', count: 24_000, disguise: 1 },
  { grammar: 'fraud', topic: 'fraud', count: 24_000, disguise: 1 },
  { grammar: 'blackMarket', topic: 'blackMarket', count: 30_000, disguise: 1 },
  { grammar: 'advert', topic: 'advert', count: 15_000, disguise: 1 },
  { grammar: 'contraband', topic: 'contraband', count: 15_000, disguise: 1 },
  { grammar: 'insult', topic: 'insult', count: 24_000, disguise: 1 },
  { grammar: 'quarrel', topic: 'insult', count: 25_000, disguise: 1 },
  { grammar: 'sneer', topic: 'insult', count: 25_000, disguise: 1 },
  { grammar: 'smut', topic: 'porn', count: 25_000, disguise: 1 },
  { grammar: 'allure', topic: 'porn', count: 25_000, disguise: 1 },
  { grammar: 'ruse', topic: 'fraud', count: 25_000, disguise: 1 },
  { grammar: 'spite', topic: 'insult', count: 30_000, disguise: 1 },
  { grammar: 'jibe', topic: 'insult', count: 30_000, disguise: 1 },
  { grammar: 'leer', topic: 'porn', count: 30_000, disguise: 1 },
  { grammar: 'bait', topic: 'fraud', count: 35_000, disguise: 1, weight: 0.5 },
  { grammar: 'peddle', topic: 'blackMarket', count: 35_000, disguise: 1 },
  { grammar: 'hostility', topic: 'hostility', count: 6_000, disguise: 1 },
  { grammar: 'vulgar', topic: 'vulgar', count: 6_000, disguise: 1 },
  { grammar: 'ordinaryTalk', topic: 'ordinary', count: 30_000, disguise: 0.2 },
  { grammar: 'ordinaryTrade', topic: 'ordinary', count: 30_000, disguise: 0.2 },
  { grammar: 'ordinaryNews', topic: 'ordinary', count: 30_000, disguise: 0.2 },
  { grammar: 'marketNews', topic: 'ordinary', count: 30_000, disguise: 0.1 },
  { grammar: 'privateMessage', topic: 'ordinary', count: 30_000, disguise: 0.2 },
  { grammar: 'complaint', topic: 'ordinary', count: 30_000, disguise: 0.2 },
  { grammar: 'tabloid', topic: 'ordinary', count: 30_000, disguise: 0.2 },
  { grammar: 'chatter', topic: 'ordinary', count: 30_000, disguise: 0.2 },
]
/**
 * What ordinary texts weigh, and what they weigh where the question is hostility: nobody judged them
 * for that, they only say what is far from it, and titles are many.
 */
const PLAIN_WEIGHTS = {
  talk: { weight: 1, hostilityWeight: 0.1 },
  chat: { weight: 3, hostilityWeight: 0.1 },
  news: { weight: 1, hostilityWeight: 0.1 },
  reviews: { weight: 1, hostilityWeight: 0.1 },
  papers: { weight: 1, hostilityWeight: 0.1 },
  titles: { weight: 1.2, hostilityWeight: 0.005 },
  topics: { weight: 0.25, hostilityWeight: 0.001 },
} as const
const OWN_WEIGHT = 0.01
/** SWSR asks a narrower question than COLD. */
const WEIGHT_OF: Readonly<Record<string, number>> = { cold: 1, swsr: 0.5 }
/** A written text is there as it stands and some times more, disguised or with others behind it. */
const WRITTEN = { copies: 6, weight: 2, disguise: 1, ordinaryDisguise: 0.2 }
const WORD_ROW_WEIGHT = 1
const HEADLINE_COUNT = 20_000
const CHATTER_COUNT = 100_000
/** Rarer characters are not drawn as homophones. */
const LEAST_FREQUENCY = 30

export function makeSamples(corpora: Corpora, random: Random): TopicText[] {
  const frequency = countCharacters(corpora)
  prepareHomophones(frequency, LEAST_FREQUENCY)
  const drawn = RECIPES.flatMap((recipe) => drawRecipe(recipe, random))
  const written = readWrittenTexts(TEXTS)
  const labelled = corpora.labelled
    .filter(({ split }) => split === 'train')
    .map(({ source, text, label }) => ({
      ...toText(text, label === 100 ? 'ordinary' : 'hostility', WEIGHT_OF[source] ?? 0),
      hostilityWeight: WEIGHT_OF[source] ?? 0,
    }))
  const plain = [
    ...Object.entries(PLAIN_WEIGHTS).flatMap(([kind, weights]) =>
      corpora[kind as keyof typeof PLAIN_WEIGHTS].map((text) => ({
        ...toText(text, 'ordinary'),
        ...weights,
      })),
    ),
    ...drawHeadlines(corpora.words, HEADLINE_COUNT, random).map((text) => toText(text, 'ordinary')),
    ...drawChatter(corpora.words, CHATTER_COUNT, random).map((text) => toText(text, 'ordinary')),
  ]
  const own = [...repeatWritten(written, random), ...drawListed(corpora, written, random)]
  return [...drawn, ...own, ...labelled, ...plain].filter(({ weight }) => weight > 0)
}

/** One to four texts of the grammar put together, as spam piles up phrases. */
function drawRecipe(recipe: Recipe, random: Random): TopicText[] {
  const { grammar: name, topic, count, disguise, weight } = recipe
  const grammar = readGrammar(GRAMMARS, name)
  const samples: TopicText[] = []
  for (let nth = 0; nth < count; nth += 1) {
    samples.push(toText(evade(drawPile(grammar, random), random, disguise), topic, weight))
  }
  return samples
}

function repeatWritten(written: readonly WrittenText[], random: Random): TopicText[] {
  const byTopic = Map.groupBy(written, ({ topic }) => topic)
  return written.flatMap(({ text, topic }) => {
    const others = byTopic.get(topic) ?? []
    const disguise = topic === 'ordinary' ? WRITTEN.ordinaryDisguise : WRITTEN.disguise
    const more = Array.from({ length: WRITTEN.copies - 1 }, () =>
      evade(
        pileUp(text, () => random.pick(others).text, random),
        random,
        disguise,
      ),
    )
    return [text, ...more].map((one) => toText(one, topic, WRITTEN.weight))
  })
}

/** Crude words of the open lists. */
function drawListed(
  corpora: Corpora,
  written: readonly WrittenText[],
  random: Random,
): TopicText[] {
  const safe = corpora.labelled.filter(({ split, label }) => split === 'train' && label === 100)
  const ordinary = [...plainTexts(corpora), ...safe.map(({ text }) => text)]
  const draw = (words: readonly string[], topicOf: (word: string) => Topic) =>
    drawWordRows(keepRareWords(words, ordinary), topicOf, corpora.chat, random).map((row) =>
      toText(row.text, row.topic, WORD_ROW_WEIGHT),
    )
  const guess = openTopicGuess(written, ['insult', 'porn'])
  return [...draw(corpora.hateWords, guess), ...draw(corpora.lewdWords, () => 'porn')]
}

function drawPile(grammar: Grammar, random: Random): string {
  return pileUp(drawText(grammar, random), () => drawText(grammar, random), random)
}

function pileUp(first: string, draw: () => string, random: Random): string {
  let text = first
  while (random.chance(0.3)) text += random.pick(JOINTS) + draw()
  return text
}

function countCharacters(corpora: Corpora): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { text, split } of corpora.labelled) {
    if (split !== 'train') continue
    for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  return counts
}

function toText(text: string, topic: Topic, weight = 1): TopicText {
  return { text, topic: TOPIC_NAMES.indexOf(topic), weight, hostilityWeight: OWN_WEIGHT }
}
