/**
 * An adjustment that came from outside, as a value or with the reason against it. Pure and total.
 *
 * Its edition names its content: what was changed, cut off or put together from two does not carry the
 * right one. That is no signature: whoever wants to can name their own. What fits one edition of the
 * model says nothing with another, so `modelEdition` is for the caller to compare.
 */

import type { Wording } from '@fangxing/contract'
import { toEdition } from '../edition.ts'
import {
  type Adjustment,
  type AdjustmentReport,
  LAYER_CELLS,
  type LabelReport,
} from './adjustment.ts'
import { KNOWN_LABELS } from './topics.ts'

export type AdjustmentRead =
  | { readonly ok: true; readonly adjustment: Adjustment }
  | { readonly ok: false; readonly because: Wording }

/** Base64 of one byte for each cell. */
const WEIGHTS_LENGTH = Math.ceil(LAYER_CELLS / 3) * 4

/** A step of a trained layer is a few hundredths; a bias is a few units. */
const MOST_SCALE = 100
const MOST_BIAS = 1000

type Fields = Readonly<Record<string, unknown>>

export function readAdjustment(value: unknown): AdjustmentRead {
  if (!isFields(value) || value.kind !== 'text-adjustment') {
    return refuse('不是 fangxing train 写出的模型文件', 'is no file that fangxing train wrote')
  }
  const { edition, modelEdition, scale, biases, weights } = value
  if (typeof edition !== 'string' || typeof modelEdition !== 'string') {
    return refuse('缺少版本号', 'names no edition')
  }
  if (!isNumberWithin(scale, MOST_SCALE) || scale <= 0) {
    return refuse('scale 不是正数', 'has a scale that is no positive number')
  }
  if (!isListOf(biases, (bias) => isNumberWithin(bias, MOST_BIAS), KNOWN_LABELS.length)) {
    return refuse(
      `biases 应为 ${KNOWN_LABELS.length} 个数，每个标签一个`,
      `needs ${KNOWN_LABELS.length} biases, one for each label`,
    )
  }
  const fault = findWeightsFault(weights)
  if (fault !== null) return { ok: false, because: fault }
  const report = readReport(value.report)
  if (report === null) return refuse('report 不完整', 'has no whole report')
  const content = {
    kind: 'text-adjustment' as const,
    modelEdition,
    scale,
    biases,
    weights: weights as string,
    report,
  }
  if (toEdition([content]) !== edition) {
    return refuse(
      '内容与版本号不符：文件被改动过，或不完整',
      'does not match its edition: it was changed, or is not whole',
    )
  }
  return { ok: true, adjustment: { ...content, edition } }
}

function findWeightsFault(weights: unknown): Wording | null {
  if (typeof weights !== 'string') return { zh: '缺少权重', en: 'has no weights' }
  if (weights.length !== WEIGHTS_LENGTH) {
    const sizes = { zh: `${weights.length} / ${WEIGHTS_LENGTH}`, en: `${weights.length} of` }
    return {
      zh: `权重长度不对（${sizes.zh} 字符），文件可能被截断`,
      en: `has ${sizes.en} ${WEIGHTS_LENGTH} characters of weights: it may be cut off`,
    }
  }
  return /^[A-Za-z0-9+/]+={0,2}$/.test(weights)
    ? null
    : { zh: '权重不是 base64', en: 'has weights that are no base64' }
}

/** In the order in which it was named. */
function readReport(value: unknown): AdjustmentReport | null {
  if (!isFields(value)) return null
  const { sampleCount, labels, accuracyBefore, accuracyAfter, macroF1Before, macroF1After } = value
  const shares = [accuracyBefore, accuracyAfter, macroF1Before, macroF1After]
  if (!isCount(sampleCount) || !shares.every((share) => isNumberWithin(share, 1))) return null
  if (!Array.isArray(labels) || labels.length > KNOWN_LABELS.length) return null
  const read = labels.map(readLabel)
  if (!read.every((one) => one !== null)) return null
  const [before, after, f1Before, f1After] = shares as [number, number, number, number]
  return {
    ...{ sampleCount, labels: read, accuracyBefore: before, accuracyAfter: after },
    ...{ macroF1Before: f1Before, macroF1After: f1After },
  }
}

function readLabel(value: unknown): LabelReport | null {
  if (!isFields(value)) return null
  const { label, sampleCount, rightBefore, rightAfter } = value
  const known = KNOWN_LABELS.find((one) => one === label)
  const isWhole = isCount(sampleCount) && isCount(rightBefore) && isCount(rightAfter)
  return known === undefined || !isWhole
    ? null
    : { label: known, sampleCount, rightBefore, rightAfter }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isListOf(
  value: unknown,
  isItem: (item: unknown) => item is number,
  length: number,
): value is number[] {
  return Array.isArray(value) && value.length === length && value.every(isItem)
}

function isNumberWithin(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function refuse(zh: string, en: string): AdjustmentRead {
  return { ok: false, because: { zh, en } }
}
