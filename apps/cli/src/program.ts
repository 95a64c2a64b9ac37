/** The `fangxing` command with all its subcommands, in the language of the terminal. */

import type { Wording } from '@fangxing/contract'
import { Command, Option } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import type { CommandContext } from './command-context.ts'
import { addCheck } from './commands/check.ts'
import { addClock } from './commands/clock.ts'
import { addDemo } from './commands/demo.ts'
import { addLexicon } from './commands/lexicon.ts'
import { addPreflight } from './commands/preflight.ts'
import { addRehearse } from './commands/rehearse.ts'
import { addServe } from './commands/serve.ts'
import { addSubmit } from './commands/submit.ts'
import { addTimeline } from './commands/timeline.ts'
import { addVerify } from './commands/verify.ts'

/** Headings of the library's help. */
const TITLES: Readonly<Record<string, Wording>> = {
  'Usage:': { zh: '用法：', en: 'Usage:' },
  'Arguments:': { zh: '参数：', en: 'Arguments:' },
  'Options:': { zh: '选项：', en: 'Options:' },
  'Commands:': { zh: '命令：', en: 'Commands:' },
}

export function buildProgram(context: CommandContext): Command {
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

  addServe(program, context)
  addDemo(program, context)
  addPreflight(program, context)
  addCheck(program, context)
  addLexicon(program, context)
  addSubmit(program, context)
  addTimeline(program, context)
  addRehearse(program, context)
  addVerify(program, context)
  addClock(program, context)
  return program
}
