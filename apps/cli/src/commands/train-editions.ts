/** `fangxing train try`, `publish`, `list` and `roll-back`: models of operators on a server. */

import type { Command } from 'commander'
import type { CommandContext } from '../command-context.ts'
import { UsageError } from '../failure/usage-error.ts'
import { serverOption } from '../remote/server-option.ts'
import type { ChangeOptions } from '../train/change-model.ts'
import type { TryOptions } from '../train/try-on-server.ts'
import { formatOption } from './train.ts'

export function addModelEditions(train: Command, context: CommandContext): void {
  addTry(train, context)
  addChanges(train, context)
  const { terminal, run } = context
  train
    .command('list')
    .description(
      terminal.words({
        zh: '服务器上的模型版本，以及正在判定的是哪一版',
        en: 'editions of the model on a server, and which one judges',
      }),
    )
    .addOption(serverOption(terminal))
    .addOption(formatOption(context))
    .action((_options: unknown, command: Command) =>
      run(async () => {
        const { listModels } = await import('../train/change-model.ts')
        return listModels(command.optsWithGlobals(), terminal)
      }),
    )
}

function addTry(train: Command, context: CommandContext): void {
  const { terminal, run } = context
  const { words } = terminal
  train
    .command('try')
    .argument(
      '<model>',
      words({
        zh: '模型文件，或版本号（0：出厂模型）',
        en: 'a model file, or an edition; 0: shipped',
      }),
    )
    .description(
      words({
        zh: '发布前先试：在服务器留存的检测上与现行模型对照，逐条列出改变；凭据同上',
        en: 'hold a model against stored checks of a server first, and list what would change',
      }),
    )
    .addOption(serverOption(terminal))
    .option('--app <appid>', words({ zh: '只看这个小程序的', en: 'of this app alone' }))
    .option('--days <number>', words({ zh: '最近几天', en: 'of the last days' }), parseCount, 30)
    .option('--most <number>', words({ zh: '最多试几条', en: 'texts to try' }), parseCount, 2000)
    .option('--decided', words({ zh: '只看人工判定过的', en: 'only what people decided' }), false)
    .addOption(formatOption(context))
    .action((which: string, _options: unknown, command: Command) =>
      run(async () => {
        const { tryOnServer } = await import('../train/try-on-server.ts')
        return tryOnServer(which, command.optsWithGlobals<TryOptions>(), terminal)
      }),
    )
}

function addChanges(train: Command, { terminal, run }: CommandContext): void {
  const { words } = terminal
  const note = words({ zh: '为什么', en: 'why' })
  train
    .command('publish')
    .argument('<model>', words({ zh: '模型文件', en: 'a model file' }))
    .description(
      words({
        zh: '发布为新版本，所有进程随即用它判定，不停顿；凭据同上',
        en: 'publish a model as an edition: every process judges with it, without a pause',
      }),
    )
    .option('--note <text>', note)
    .addOption(serverOption(terminal))
    .action((file: string, _options: unknown, command: Command) =>
      run(async () => {
        const { publishModel } = await import('../train/change-model.ts')
        return publishModel(file, command.optsWithGlobals<ChangeOptions>(), terminal)
      }),
    )
  train
    .command('roll-back')
    .argument(
      '<edition>',
      words({ zh: '版本号，0 为出厂模型', en: 'an edition; 0: the shipped model' }),
      parseNumber,
    )
    .description(words({ zh: '回到之前的版本', en: 'let an earlier edition judge again' }))
    .option('--note <text>', note)
    .addOption(serverOption(terminal))
    .action((number: number, _options: unknown, command: Command) =>
      run(async () => {
        const { rollBackModel } = await import('../train/change-model.ts')
        return rollBackModel(number, command.optsWithGlobals<ChangeOptions>(), terminal)
      }),
    )
}

function parseNumber(value: string): number {
  if (/^\d{1,15}$/.test(value)) return Number(value)
  throw new UsageError({
    zh: `这里要一个整数，收到的是“${value}”。`,
    en: `A whole number is needed here, not “${value}”.`,
  })
}

function parseCount(value: string): number {
  const count = parseNumber(value)
  if (count > 0) return count
  throw new UsageError({ zh: '要大于 0。', en: 'It must be greater than 0.' })
}
