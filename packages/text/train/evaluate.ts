/**
 * Measures the shipped model and de-cloaker on texts that never shaped them.
 *
 * Reads the evaluation files under FANGXING_DATA_DIR, prints one line per figure and returns them.
 * Speed is processor time of this process, so that other work on the machine counts little.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Classification, TextClassifier } from '../src/classify/classifier.ts'
import { loadShippedModel } from '../src/classify/shipped.ts'
import type { Decloaker } from '../src/decloak/decloak.ts'
import { loadShippedDecloaker } from '../src/decloak/shipped.ts'
import { everydayWords } from './everyday-words.ts'

interface Row {
  readonly src: string
  readonly text: string
  readonly label: number
  readonly alt: readonly number[] | null
  readonly split: string
}

interface Pair {
  readonly plain: string
  readonly cloaked: string
}

export interface Figures {
  /** ChineseHarm-Bench, six classes, vulgarity counted as the bench's pornography. */
  readonly macroF1: number
  /** The same, with the answers counted that the label table calls also right. */
  readonly macroF1Lenient: number
  readonly f1ByLabel: Readonly<Record<number, number>>
  /** By the label of the bench: how many of its rows were answered with each of the six. */
  readonly confusion: Readonly<Record<number, Readonly<Record<number, number>>>>
  /** The best macro-F1 at any common limit, false hits not asked about: what the ranking is worth. */
  readonly macroF1Anywhere: number
  readonly falseHits: Readonly<Record<string, number>>
  /** Of everyday words, each by itself, as a profile and as a comment. */
  readonly wordHits: { readonly profile: number; readonly comment: number }
  readonly coldAccuracy: number
  readonly textsPerSecond: number
  readonly decloakF1: number
  readonly decloakPrecision: number
  readonly decloakRecall: number
  readonly decloakFalseChanges: number
}

const PROFILE = 1
const COMMENT = 2

export const BENCH_LABELS = [100, 20006, 20002, 20003, 20008, 10001]
const ORDINARY: Readonly<Record<string, string>> = {
  titles: 'thucnews-titles',
  reviews: 'fewclue-eprstmt',
  messages: 'nus-sms-zh',
}

export async function evaluate(folder: string, log: (line: string) => void): Promise<Figures> {
  const { classifier } = await loadShippedModel()
  const decloaker = await loadShippedDecloaker()
  const rows: Row[] = readRows(folder, 'evaluation-only.jsonl.gz')
  const open: Row[] = readRows(folder, 'permissive.jsonl.gz')
  const pairs: Pair[] = readRows(folder, 'cloaked-pairs.jsonl.gz')

  const bench = rows.filter(({ src }) => src === 'chineseharm-bench')
  const f1ByLabel = f1Of(bench, (row) => toBench(classifier.classify(row.text).label))
  const lenient = f1Of(bench, (row) => {
    const { label } = classifier.classify(row.text)
    return row.alt?.includes(label) ? row.label : toBench(label)
  })
  const macroF1 = mean(f1ByLabel)
  const anywhere = bestAnywhere(bench, classifier)
  log(
    `ChineseHarm-Bench (${bench.length} rows) macro-F1 ${show(macroF1)}, lenient ${show(mean(lenient))}`,
  )
  for (const [label, f1] of Object.entries(f1ByLabel)) log(`  ${label.padStart(5)}  F1 ${show(f1)}`)
  log(`  at the best common limit, whatever it costs in false hits: ${show(anywhere)}`)
  const falseHits = Object.fromEntries(
    Object.entries(ORDINARY).map(([name, source]) => {
      const texts = rows.filter(({ src }) => src === source)
      const hits = texts.filter(({ text }) => classifier.classify(text).suggest !== 'pass').length
      log(`false hits on ${name} (${texts.length}): ${((100 * hits) / texts.length).toFixed(2)} %`)
      return [name, hits / texts.length]
    }),
  )
  const wordHits = {
    profile: shareOfWords(classifier, PROFILE),
    comment: shareOfWords(classifier, COMMENT),
  }
  log(
    `false hits on everyday words: profile ${show(wordHits.profile)}, comment ${show(wordHits.comment)}`,
  )
  const coldAccuracy = measureCold(open, classifier)
  log(`COLD official test: accuracy ${coldAccuracy.toFixed(4)} at P(20003) ≥ 0.5`)
  const textsPerSecond = measureSpeed(rows, classifier)
  log(`speed: ${Math.round(textsPerSecond)} titles and messages a second on one core`)
  const decloaking = measureDecloaking(pairs, decloaker)
  const { decloakF1, decloakPrecision, decloakRecall, decloakFalseChanges } = decloaking
  log(
    `de-cloaking (${pairs.length} pairs): sentence F1 ${show(decloakF1)}, precision ${show(decloakPrecision)}, recall ${show(decloakRecall)}`,
  )
  log(`  plain texts changed: ${(100 * decloakFalseChanges).toFixed(1)} %`)
  return {
    macroF1,
    macroF1Lenient: mean(lenient),
    f1ByLabel,
    confusion: confusionOf(bench, (row) => toBench(classifier.classify(row.text).label)),
    macroF1Anywhere: anywhere,
    falseHits,
    wordHits,
    coldAccuracy,
    textsPerSecond,
    ...decloaking,
  }
}

function readRows<Kind>(folder: string, name: string): Kind[] {
  const lines = gunzipSync(readFileSync(join(folder, 'text', name)))
    .toString()
    .trim()
    .split('\n')
  return lines.map((line) => JSON.parse(line))
}

function toBench(label: number): number {
  return label === 20012 ? 20002 : label
}

function f1Of(rows: readonly Row[], answer: (row: Row) => number): Record<number, number> {
  const answers = rows.map(answer)
  return Object.fromEntries(
    BENCH_LABELS.map((label) => {
      const given = answers.filter((one) => one === label).length
      const wanted = rows.filter((row) => row.label === label).length
      const hits = rows.filter((row, nth) => row.label === label && answers[nth] === label).length
      return [label, (2 * hits) / (given + wanted)]
    }),
  )
}

function confusionOf(rows: readonly Row[], answer: (row: Row) => number) {
  const answers = rows.map((row) => [row.label, answer(row)] as const)
  const count = (label: number, given: number) =>
    answers.filter(([one, other]) => one === label && other === given).length
  return Object.fromEntries(
    BENCH_LABELS.map((label) => [
      label,
      Object.fromEntries(BENCH_LABELS.map((given) => [given, count(label, given)])),
    ]),
  )
}

function bestAnywhere(rows: readonly Row[], classifier: TextClassifier): number {
  const tops = new Map(rows.map((row) => [row, topOf(classifier.classify(row.text))]))
  const at = (limit: number) =>
    mean(
      f1Of(rows, (row) => {
        const top = tops.get(row)
        return top !== undefined && top.harm >= limit ? toBench(top.label) : 100
      }),
    )
  return Math.max(...Array.from({ length: 19 }, (_, nth) => at((nth + 1) / 20)))
}

function topOf({ probabilities }: Classification): { label: number; harm: number } {
  const harms = Object.entries(probabilities).filter(([label]) => label !== '100')
  const [label] = harms.reduce((best, one) => (one[1] > best[1] ? one : best))
  return { label: Number(label), harm: 1 - (probabilities[100] ?? 0) }
}

function shareOfWords(classifier: TextClassifier, scene: number): number {
  const words = everydayWords()
  const hits = words.filter((word) => classifier.classify(word, { scene }).suggest !== 'pass')
  return hits.length / words.length
}

function measureCold(rows: readonly Row[], classifier: TextClassifier): number {
  const test = rows.filter(({ src, split }) => src === 'cold' && split === 'test')
  const right = test.filter(({ text, label }) => {
    const abuse = classifier.classify(text).probabilities[20003] ?? 0
    return abuse >= 0.5 === (label === 20003)
  })
  return right.length / test.length
}

/** The best of five rounds: what the code can do, not what else the machine does. */
function measureSpeed(rows: readonly Row[], classifier: TextClassifier): number {
  const short = rows
    .filter(({ src }) => src === ORDINARY.titles || src === ORDINARY.messages)
    .map(({ text }) => text)
  const rounds = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage()
    for (const text of short) classifier.classify(text)
    const { user, system } = process.cpuUsage(before)
    return short.length / ((user + system) / 1e6)
  })
  return Math.max(...rounds)
}

function measureDecloaking(pairs: readonly Pair[], decloaker: Decloaker) {
  let changed = 0
  let cloaked = 0
  let right = 0
  let falseChanges = 0
  for (const pair of pairs) {
    const { text } = decloaker.decloak(pair.cloaked)
    const wasCloaked = pair.cloaked !== pair.plain
    if (text !== pair.cloaked) changed += 1
    if (wasCloaked) cloaked += 1
    if (wasCloaked && text === pair.plain) right += 1
    if (decloaker.decloak(pair.plain).text !== pair.plain) falseChanges += 1
  }
  const decloakPrecision = right / Math.max(1, changed)
  const decloakRecall = right / cloaked
  return {
    decloakPrecision,
    decloakRecall,
    decloakF1: (2 * right) / (changed + cloaked),
    decloakFalseChanges: falseChanges / pairs.length,
  }
}

function mean(figures: Readonly<Record<number, number>>): number {
  const values = Object.values(figures)
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function show(figure: number): string {
  return figure.toFixed(3)
}
