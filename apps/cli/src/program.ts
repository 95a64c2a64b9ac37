/** The `fangxing` command with the subcommands that it is given, in the language of the terminal. */

import type { Wording } from '@fangxing/contract'
import { Command, Option } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import type { CommandContext } from './command-context.ts'

/** Headings of the library's help. */
const TITLES: Readonly<Record<string, Wording>> = {
  'Usage:': { zh: '用法：', en: 'Usage:' },
  'Arguments:': { zh: '参数：', en: 'Arguments:' },
  'Options:': { zh: '选项：', en: 'Options:' },
  'Commands:': { zh: '命令：', en: 'Commands:' },
}

/** Adds one command with its options. */
export type AddCommand = (program: Command, context: CommandContext) => void

export function buildProgram(context: CommandContext, commands: readonly AddCommand[]): Command {
  const { words } = context.terminal
  const program = new Command('fangxing')
    .description(
      words({
        zh: '放行：小程序内容安全、版本提审与报备、提审前自检',
        en: 'Content safety, release review and filing, and preflight for mini-programs',
      }),
    )
    .version(manifest.version, '-V, --version', words({ zh: '版本', en: 'the version' }))
    .helpOption('-h, --help', words({ zh: '用法', en: 'how to use it' }))
    .helpCommand(false)
    .addOption(
      new Option('--lang <language>', words({ zh: '输出语言', en: 'language' })).choices([
        'zh',
        'en',
      ]),
    )
    .addHelpText(
      'after',
      words({
        zh: '\n退出码：0 没有问题，1 有发现，2 命令未能完成。',
        en: '\nExit codes: 0 clean, 1 findings, 2 the command could not do its work.',
      }),
    )
    .configureHelp({ styleTitle: (title) => words(TITLES[title] ?? { zh: title, en: title }) })
    .configureOutput({ outputError: () => undefined })
    .exitOverride()

  for (const add of commands) add(program, context)
  return program
}
