/** A pattern that an operator wrote, and why it may be refused. */

import type { Label, TermLevel, Wording } from '@fangxing/contract'

/** Plain values only: a pattern can be stored, sent and compared. */
export interface Pattern {
  readonly id: string
  /** RE2 syntax: no look-around and no back-references. */
  readonly source: string
  readonly label: Label
  readonly level: TermLevel
  /**
   * `plain` (unless said): width, case, script and look-alikes made one, signs between words gone;
   * the pattern then takes no notice of case. `written`: the text as it stands.
   */
  readonly reads?: 'plain' | 'written'
  readonly note?: string
}

/** Offsets count UTF-16 units of the original text, `end` is exclusive. */
export interface PatternMatch {
  readonly patternId: string
  readonly label: Label
  readonly level: TermLevel
  readonly start: number
  readonly end: number
  readonly matched: string
}

export interface RefusedPattern {
  readonly pattern: Pattern
  readonly because: Wording
}

export const MAX_SOURCE = 500
/** Instructions of the compiled program: searching costs at most so many steps for each character. */
export const MAX_PROGRAM = 2000

export const TOO_LONG: Wording = {
  zh: `模式超过 ${MAX_SOURCE} 个字符。`,
  en: `The pattern is longer than ${MAX_SOURCE} characters.`,
}

export const TOO_COSTLY: Wording = {
  zh: '模式展开后过大，请减少重复次数。',
  en: 'The pattern grows too large when its repetitions are written out. Use smaller counts.',
}

export const MATCHES_NOTHING: Wording = {
  zh: '模式能匹配空串，会在每个位置命中。',
  en: 'The pattern matches the empty text, so it would match at every place.',
}

export function neverPlain(character: string, plain: string): Wording {
  const instead =
    plain === ''
      ? { zh: '去掉它', en: 'leave it out' }
      : { zh: `写“${plain}”`, en: `write “${plain}”` }
  return {
    zh: `规范后的文本里没有“${character}”，请${instead.zh}，或把 reads 设为 written。`,
    en: `Plain text never has “${character}”: ${instead.en}, or set reads to written.`,
  }
}

/** What the compiler says of the syntax, by what its sentence names. */
const SYNTAX: readonly (readonly [sign: RegExp, because: Wording])[] = [
  [
    /\(\?(?:=|!|<=|<!)/,
    {
      zh: '不支持前后预查：它使匹配时间无法保证。',
      en: 'Look-around is not supported: no bound on the time of a search could be promised.',
    },
  ],
  [
    /\\[1-9]/,
    {
      zh: '不支持反向引用：它使匹配时间无法保证。',
      en: 'Back-references are not supported: no bound on the time of a search could be promised.',
    },
  ],
  [/repeat count/, { zh: '重复次数超过 1000。', en: 'A repetition counts beyond 1000.' }],
]

export function explainSyntax(said: string): Wording {
  const known = SYNTAX.find(([sign]) => sign.test(said))?.[1]
  return known ?? { zh: `模式有语法错误：${said}`, en: `The pattern has a syntax error: ${said}` }
}
