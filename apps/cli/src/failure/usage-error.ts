/**
 * What is wrong with how a command was called, in both languages.
 *
 * Thrown by our own parsers of options; the parser library's refusals are worded here as well.
 */

import type { Wording } from '@fangxing/contract'
import type { CommanderError } from 'commander'

export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly wording: Wording

  constructor(wording: Wording) {
    super(wording.en)
    this.wording = wording
  }
}

/** The library's codes with our words; `NAME` is what it quotes. Others keep its own sentence. */
const REFUSALS: Readonly<Record<string, Wording>> = {
  'commander.unknownCommand': { zh: '没有命令 NAME。', en: 'There is no command NAME.' },
  'commander.unknownOption': { zh: '没有选项 NAME。', en: 'There is no option NAME.' },
  'commander.missingArgument': { zh: '缺少参数 NAME。', en: 'The argument NAME is missing.' },
  'commander.optionMissingArgument': {
    zh: '选项 NAME 缺少取值。',
    en: 'The option NAME needs a value.',
  },
  'commander.missingMandatoryOptionValue': {
    zh: '缺少必填选项 NAME。',
    en: 'The option NAME is required.',
  },
  'commander.invalidArgument': {
    zh: '选项的取值不在允许范围内：NAME。',
    en: 'The value is not among the allowed ones: NAME.',
  },
  'commander.excessArguments': {
    zh: '参数太多；含空格的文本请加引号。',
    en: 'There are too many arguments. Put text with spaces in quotes.',
  },
}

export function describeRefusal(error: CommanderError): Wording {
  const plain = error.message.replace(/^error: /, '')
  const wording = REFUSALS[error.code] ?? { zh: plain, en: plain }
  const name = [...plain.matchAll(/'([^']*)'/g)].map(([, quoted]) => quoted).join(' ')
  return { zh: wording.zh.replace('NAME', name), en: wording.en.replace('NAME', name) }
}
