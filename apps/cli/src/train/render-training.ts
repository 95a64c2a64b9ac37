/** What a training was worth, in words and columns: label by label, then what it changes. */

import { LABELS, type Label } from '@fangxing/contract'
import type { Adjustment } from '@fangxing/text'
import { alignColumns } from '../terminal/columns.ts'
import { toPrintable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'
import type { ChangedText, Changes } from './count-changes.ts'

const MOST_SHOWN = 20
const MOST_UNITS = 40

export interface Training {
  readonly adjustment: Adjustment
  readonly changes: Changes | null
  /** Where the edition was written. */
  readonly file: string
}

export function renderTraining(
  { adjustment: { edition, modelEdition, report }, changes, file }: Training,
  terminal: Terminal,
): string {
  const { words, paint } = terminal
  const improves = report.macroF1After > report.macroF1Before
  const verdict = improves
    ? paint('green', words({ zh: '比出厂模型好', en: 'better than the shipped model' }))
    : paint(
        'yellow',
        words({ zh: '不比出厂模型好，不建议发布', en: 'no better: do not publish it' }),
      )
  return [
    words({
      zh: `${report.sampleCount} 条样本，五折交叉验证（每条都由没见过它的一份来判）：${verdict}`,
      en: `${report.sampleCount} samples, five-fold, each judged unseen: ${verdict}`,
    }),
    ...alignColumns(toRows(report, terminal)),
    '',
    ...(changes === null ? [] : [...describeChanges(changes, terminal), '']),
    words({
      zh: `${file}：版本 ${edition}，基于模型 ${modelEdition}。发布前不影响任何检测：fangxing train try 先试，fangxing train publish 发布；删掉文件即回到出厂模型。`,
      en: `${file}: edition ${edition}, upon model ${modelEdition}. Nothing changes until it is published: fangxing train try, then fangxing train publish; delete the file and the shipped model is back.`,
    }),
  ].join('\n')
}

function toRows(
  { labels, macroF1Before, macroF1After, accuracyBefore, accuracyAfter }: Adjustment['report'],
  { words }: Terminal,
): string[][] {
  return [
    [
      words({ zh: '标签', en: 'label' }),
      words({ zh: '样本', en: 'samples' }),
      words({ zh: '出厂', en: 'shipped' }),
      words({ zh: '训练后', en: 'trained' }),
      words({ zh: '含义', en: 'meaning' }),
    ],
    ...labels.map(({ label, sampleCount, rightBefore, rightAfter }) => [
      `${label} ${nameOf(label, words)}`,
      String(sampleCount),
      percent(rightBefore / sampleCount),
      percent(rightAfter / sampleCount),
      label === 100
        ? words({ zh: '未被误拦', en: 'left alone' })
        : words({ zh: '被拦下', en: 'stopped' }),
    ]),
    [
      words({ zh: '标签判对', en: 'right label' }),
      '',
      percent(accuracyBefore),
      percent(accuracyAfter),
    ],
    ['macro-F1', '', macroF1Before.toFixed(3), macroF1After.toFixed(3)],
  ]
}

function describeChanges({ count, moves, changed }: Changes, { words }: Terminal): string[] {
  const shown = changed.slice(0, MOST_SHOWN).map((one) => describeChange(one, words))
  const counted = Object.entries(moves).map(([move, times]) => `${move} ${times}`)
  return [
    words({
      zh: `${count} 条文本中 ${changed.length} 条的结论改变（${counted.join('，')}）`,
      en: `${changed.length} of ${count} texts are answered differently (${counted.join(', ')})`,
    }),
    ...alignColumns(shown),
    ...(changed.length > MOST_SHOWN ? [`… ${changed.length - MOST_SHOWN}`] : []),
  ]
}

function describeChange({ text, before, after }: ChangedText, words: Terminal['words']): string[] {
  return [
    `  ${before.suggest} ${nameOf(before.label, words)}`,
    `→ ${after.suggest} ${nameOf(after.label, words)}`,
    toPrintable(text.length > MOST_UNITS ? `${text.slice(0, MOST_UNITS)}…` : text),
  ]
}

function nameOf(label: Label, words: Terminal['words']): string {
  return words(LABELS[label])
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
