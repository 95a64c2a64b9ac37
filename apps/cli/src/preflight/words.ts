/** The words of the glossary for verdicts and severities, with the colour each is shown in. */

import type { Severity, Verdict, Wording } from '@fangxing/contract'
import type { Style } from '../terminal/terminal.ts'

export interface Shown {
  readonly words: Wording
  readonly style: Style
}

export const VERDICTS: Readonly<Record<Verdict, Shown>> = {
  pass: { words: { zh: '通过', en: 'pass' }, style: 'green' },
  review: { words: { zh: '转人工', en: 'review' }, style: 'yellow' },
  reject: { words: { zh: '不通过', en: 'reject' }, style: 'red' },
}

/** What a violation of each severity means for the submission, in the order of weight. */
export const SEVERITIES: Readonly<Record<Severity, Shown>> = {
  block: { words: { zh: '会被驳回', en: 'will be rejected' }, style: 'red' },
  review: { words: { zh: '需人工确认', en: 'a person must look' }, style: 'yellow' },
  advise: { words: { zh: '建议', en: 'advice' }, style: 'cyan' },
}

export const UNDETERMINED: Shown = {
  words: { zh: '无法判断', en: 'cannot be told' },
  style: 'yellow',
}
