/** `fangxing check`: holds a text against a lexicon and the text rules, offline. */

import { type Command, Option } from 'commander'
import type { CheckOptions } from '../check/check-text.ts'
import type { CommandContext } from '../command-context.ts'
import { UsageError } from '../failure/usage-error.ts'
import type { Terminal } from '../terminal/terminal.ts'

export function addCheck(program: Command, { terminal, run }: CommandContext): void {
  const { words } = terminal
  program
    .command('check [text]')
    .description(
      words({
        zh: '离线检测一段文本；- 从标准输入读取',
        en: 'check a text, offline; - reads standard input',
      }),
    )
    .option('--file <path>', words({ zh: '检测文件内容', en: 'check the content of a file' }))
    .addOption(lexiconOption(terminal))
    .addOption(sceneOption(terminal))
    .option('--explain', words({ zh: '说明每处命中的理由', en: 'say why each hit is one' }), false)
    .addOption(
      new Option('--format <format>', words({ zh: '输出格式', en: 'form of the output' }))
        .choices(['text', 'json'])
        .default('text'),
    )
    .action((text: string | undefined, options: CheckOptions) =>
      run(async () => {
        const { checkText } = await import('../check/check-text.ts')
        return checkText(text, options, terminal)
      }),
    )
}

export function lexiconOption({ words }: Terminal): Option {
  return new Option(
    '--lexicon <path>',
    words({
      zh: '用自己的词库（.json、.fxlex 或一行一词）代替起步词库',
      en: 'your own word list (.json, .fxlex, or one word a line) in place of the starter list',
    }),
  )
}

function sceneOption({ words }: Terminal): Option {
  const description = words({
    zh: '场景：1 资料 2 评论 3 论坛 4 社交日志',
    en: 'where it appears: 1 profile, 2 comment, 3 forum, 4 social log',
  })
  return new Option('--scene <number>', description).argParser(parseScene).default(2)
}

function parseScene(value: string): number {
  if (/^[1-4]$/.test(value)) return Number(value)
  throw new UsageError({
    zh: `场景只能是 1 到 4，收到的是“${value}”。`,
    en: `The scene is a number from 1 to 4, not “${value}”.`,
  })
}
