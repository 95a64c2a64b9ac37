/**
 * A text check as lines for people: the answer first, then each line with its hits marked.
 *
 * Every hit says where it is (line and column from 1, UTF-16 range of the whole text), what stands
 * there, the listed word, the label, the level, how sure we are and which conversions it took.
 * Foreign text is made printable, so nothing in it can act on the terminal.
 */

import type { TextAssessment } from '@fangxing/assessment'
import { LABELS, type TermHit, type TermLevel, type Wording } from '@fangxing/contract'
import { CONVERSIONS } from '@fangxing/text'
import { describeOpenJudgements } from '../preflight/describe-judgement.ts'
import { VERDICTS } from '../preflight/words.ts'
import { alignColumns } from '../terminal/columns.ts'
import { toPrintable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { findMarkedLines } from './marked-lines.ts'

const LEVELS: Readonly<Record<TermLevel, Wording>> = {
  block: { zh: '拦截', en: 'block' },
  review: { zh: '复核', en: 'review' },
  hint: { zh: '提示', en: 'hint' },
}

export function renderCheck(
  text: string,
  assessment: TextAssessment,
  terminal: Terminal,
  explain: boolean,
): string {
  const lines = [describeAnswer(assessment, terminal)]
  for (const line of findMarkedLines(text, assessment.hits)) {
    lines.push('', `${line.number}:${line.column}  ${markLine(line, terminal)}`)
    lines.push(...alignColumns(line.hits.map((hit) => describeHit(hit, terminal))))
  }
  if (explain) lines.push(...describeOpenJudgements(assessment.judgements, terminal))
  if (explain) lines.push('', `${terminal.words(EDITION)} ${assessment.edition}`)
  return lines.join('\n')
}

const EDITION = { zh: '规则与词库版本', en: 'edition of rules and lexicon' }

function describeAnswer({ verdict, hits, label }: TextAssessment, terminal: Terminal): string {
  const { style, words } = VERDICTS[verdict]
  const count = terminal.words({
    zh: hits.length === 0 ? '没有命中' : `命中 ${hits.length} 处`,
    en: hits.length === 1 ? '1 hit' : `${hits.length} hits`,
  })
  const answer = terminal.paint(style, terminal.words(words))
  return [answer, count, `${label} ${terminal.words(LABELS[label])}`].join(' · ')
}

function markLine(line: ReturnType<typeof findMarkedLines>[number], { paint }: Terminal): string {
  return line.pieces
    .map(({ text, isHit }) =>
      isHit ? paint('red', `【${toPrintable(text)}】`) : toPrintable(text),
    )
    .join('')
}

function describeHit(hit: TermHit, { words }: Terminal): readonly string[] {
  const range = hit.place.kind === 'text' ? `[${hit.place.start},${hit.place.end})` : ''
  const conversions = hit.conversions.map((name) => words(nameOf(name))).join('、')
  return [
    `     ${range}`,
    `${toPrintable(hit.matched)} = ${toPrintable(hit.term)}`,
    `${hit.label} ${words(LABELS[hit.label])}`,
    words(LEVELS[hit.level]),
    hit.confidence.toFixed(2),
    conversions,
  ]
}

function nameOf(conversion: string): Wording {
  const known: Readonly<Record<string, { readonly name: Wording }>> = CONVERSIONS
  return known[conversion]?.name ?? { zh: conversion, en: conversion }
}
