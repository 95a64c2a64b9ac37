/**
 * `node bench/text/write-card.ts`: measures the shipped text models and writes the figures into
 * `docs/text/model-card.md`, between its two marks, so that no figure in it is typed by hand.
 *
 * Needs FANGXING_DATA_DIR, as `npm run bar text-quality` does. Takes two minutes on a free core.
 */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { evaluate, type Figures } from '../../packages/text/train/evaluate.ts'

const TEXT = join(import.meta.dirname, '..', '..', 'packages', 'text', 'train')
const CARD = join(import.meta.dirname, '..', '..', 'docs', 'text', 'model-card.md')
const MARKS = [
  '<!-- figures: written by `node bench/text/write-card.ts` -->',
  '<!-- end of figures -->',
] as const
/** In the order of the bench's own table, with its names. */
const CLASSES = [
  [20006, 'gambling'],
  [10001, 'advertising'],
  [20008, 'fraud'],
  [20003, 'abuse'],
  [20002, 'pornography'],
  [100, 'ordinary'],
] as const

const folder = process.env.FANGXING_DATA_DIR
if (folder === undefined) {
  console.error('FANGXING_DATA_DIR does not name a folder with the evaluation texts')
  process.exitCode = 2
} else {
  const figures = await evaluate(folder, (line) => console.log(line))
  const card = readFileSync(CARD, 'utf8')
  const [before, after] = [card.indexOf(MARKS[0]), card.indexOf(MARKS[1])]
  if (before < 0 || after < before) throw new Error(`${CARD} has lost its marks`)
  const kept = card.slice(0, before + MARKS[0].length)
  writeFileSync(CARD, `${kept}\n${toTable(figures)}\n${card.slice(after)}`)
}

function toTable(figures: Figures): string {
  const { classifier, languageModel, contextNetwork } = JSON.parse(
    readFileSync(join(TEXT, 'manifest.json'), 'utf8'),
  )
  const falseHits = Math.max(...Object.values(figures.falseHits))
  const classes = CLASSES.map(([label]) => (figures.f1ByLabel[label] ?? 0).toFixed(2))
  const names = CLASSES.map(([, name]) => name).join(' / ')
  return [
    `Classifier \`${classifier.edition}\`, language model \`${languageModel.edition}\`, context network \`${contextNetwork.edition}\`.`,
    '',
    '| figure | measured | promised | |',
    '|---|---|---|---|',
    row(
      'ChineseHarm-Bench, six classes, macro-F1, zero-shot',
      figures.macroF1.toFixed(3),
      '0.60',
      figures.macroF1 >= 0.6,
    ),
    `| … ${names} | ${classes.join(' / ')} | | |`,
    `| … at the best common limit, whatever the false hits | ${figures.macroF1Anywhere.toFixed(3)} | | |`,
    row(
      `false hits: ${Object.keys(figures.falseHits).join(' / ')}`,
      Object.values(figures.falseHits).map(percent).join(' / '),
      '1 % each',
      falseHits <= 0.01,
    ),
    `| … everyday words by themselves: profile / comment | ${percent(figures.wordHits.profile)} / ${percent(figures.wordHits.comment)} | | |`,
    row(
      'COLD official test, accuracy',
      figures.coldAccuracy.toFixed(3),
      '0.80',
      figures.coldAccuracy >= 0.8,
    ),
    row(
      'short texts per second and core',
      `${Math.round(figures.textsPerSecond / 1000)},000`,
      '200,000',
      figures.textsPerSecond >= 200_000,
    ),
    row(
      'de-cloaking, sentence F1 (precision, recall)',
      `${figures.decloakF1.toFixed(3)} (${figures.decloakPrecision.toFixed(3)}, ${figures.decloakRecall.toFixed(3)})`,
      '0.75',
      figures.decloakF1 >= 0.75,
    ),
    `| … plain comments changed | ${percent(figures.decloakFalseChanges)} | | |`,
    '',
    'What the rows of each class of the bench were answered with:',
    '',
    `| class | ${CLASSES.map(([, name]) => name).join(' | ')} |`,
    `|---|${CLASSES.map(() => '---:|').join('')}`,
    ...CLASSES.map(([label, name]) => confusionRow(figures, label, name)),
  ].join('\n')
}

function confusionRow({ confusion }: Figures, label: number, name: string): string {
  return `| ${name} | ${CLASSES.map(([given]) => confusion[label]?.[given] ?? 0).join(' | ')} |`
}

function row(figure: string, measured: string, promised: string, holds: boolean): string {
  return `| ${figure} | ${measured} | ${promised} | ${holds ? 'holds' : '**falls short**'} |`
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`
}
