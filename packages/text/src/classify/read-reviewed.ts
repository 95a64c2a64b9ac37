/**
 * Reads the texts that an operator's people have judged: one JSON object a line, or CSV with a header.
 *
 * Each has `text` and `label`: a number of WeChat's table, or a word for it (`正常`, `ad`, `fraud`, …).
 * What cannot be learned from is answered with its line and the reason; so is a text that was judged
 * in two ways. The same text with the same label counts once. Pure; O(length).
 */

import type { Wording } from '@fangxing/contract'
import { readCsv } from '../import/csv.ts'
import type { ReviewedText } from './adjustment.ts'
import { KNOWN_LABELS, type KnownLabel } from './topics.ts'

export interface RefusedSample {
  /** Counted from 1. */
  readonly line: number
  readonly because: Wording
}

export interface ReviewedTexts {
  readonly texts: readonly ReviewedText[]
  readonly refused: readonly RefusedSample[]
}

/** What a reviewer may have written instead of the number. */
const NAMES: Readonly<Record<string, KnownLabel>> = {
  正常: 100,
  通过: 100,
  normal: 100,
  pass: 100,
  ok: 100,
  广告: 10001,
  ad: 10001,
  advertising: 10001,
  色情: 20002,
  porn: 20002,
  pornography: 20002,
  辱骂: 20003,
  谩骂: 20003,
  abuse: 20003,
  违法: 20006,
  违法犯罪: 20006,
  赌博: 20006,
  crime: 20006,
  gambling: 20006,
  诈骗: 20008,
  欺诈: 20008,
  fraud: 20008,
  低俗: 20012,
  vulgar: 20012,
  vulgarity: 20012,
}
const NO_TEXT: Wording = { zh: '没有 text，或为空。', en: 'There is no text, or it is empty.' }
const NO_JSON: Wording = {
  zh: '不是一行 JSON，例如 {"text": "…", "label": 10001}。',
  en: 'This is no line of JSON such as {"text": "…", "label": 10001}.',
}
const NO_HEADER: Wording = {
  zh: '没有样本：应为每行一条 JSON，或表头含 text 和 label 的 CSV。',
  en: 'There are no samples: write one JSON object a line, or CSV with the columns text and label.',
}

interface Entry {
  readonly line: number
  readonly text: unknown
  readonly label: unknown
  readonly because?: Wording
}

export function readReviewed(source: string): ReviewedTexts {
  const entries = readEntries(source.replace(/^\ufeff/, ''))
  const seen = new Map<string, { readonly label: KnownLabel; readonly line: number }>()
  const refused: RefusedSample[] = []
  for (const { line, text, label, because } of entries) {
    const known = toLabel(label)
    if (because !== undefined) refused.push({ line, because })
    else if (typeof text !== 'string' || text.trim() === '') {
      refused.push({ line, because: NO_TEXT })
    } else if (known === undefined) refused.push({ line, because: unknownLabel(label) })
    else {
      const before = seen.get(text)
      if (before === undefined) seen.set(text, { label: known, line })
      else if (before.label !== known) refused.push({ line, because: twoLabels(before) })
    }
  }
  if (entries.length === 0) refused.push({ line: 1, because: NO_HEADER })
  return { texts: [...seen].map(([text, { label }]) => ({ text, label })), refused }
}

function readEntries(source: string): readonly Entry[] {
  const [header = ''] = source.trimStart().split(/\r?\n/, 1)
  if (header.startsWith('{')) return source.split(/\r?\n/).flatMap(readJsonLine)
  const names = header.split(',').map((name) => name.trim().replaceAll('"', ''))
  if (!names.includes('text') || !names.includes('label')) return []
  return readCsv(source.trimStart()).map(({ line, values: { text, label } }) => ({
    line,
    text,
    label,
  }))
}

function readJsonLine(written: string, at: number): readonly Entry[] {
  if (written.trim() === '') return []
  const line = at + 1
  try {
    const value: unknown = JSON.parse(written)
    const { text, label } = value as { text?: unknown; label?: unknown }
    return [{ line, text, label }]
  } catch {
    return [{ line, text: null, label: null, because: NO_JSON }]
  }
}

function toLabel(written: unknown): KnownLabel | undefined {
  const word = String(written ?? '').trim()
  return KNOWN_LABELS.find((label) => String(label) === word) ?? NAMES[word.toLowerCase()]
}

function unknownLabel(written: unknown): Wording {
  const shown = String(written ?? '').slice(0, 20)
  const known = KNOWN_LABELS.join('、')
  return {
    zh: `标签“${shown}”学不了；可用的有 ${known}。`,
    en: `The label “${shown}” cannot be learned; known are ${KNOWN_LABELS.join(', ')}.`,
  }
}

function twoLabels({ label, line }: { label: KnownLabel; line: number }): Wording {
  return {
    zh: `同一文本在第 ${line} 行判为 ${label}；请只留一个。`,
    en: `Line ${line} judges the same text as ${label}; keep one of the two.`,
  }
}
