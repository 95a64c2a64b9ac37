/** `fangxing train`: learns from an operator's own reviewed samples, and publishes what was learned. */

import { type Command, Option } from 'commander'
import type { CommandContext } from '../command-context.ts'
import { UsageError } from '../failure/usage-error.ts'
import { serverOption } from '../remote/server-option.ts'
import type { TrainOptions } from '../train/train.ts'
import { sceneOption } from './check.ts'
import { addModelEditions } from './train-editions.ts'

export function addTrain(program: Command, context: CommandContext): void {
  const { terminal, run } = context
  const { words } = terminal
  const train = program
    .command('train')
    .helpCommand(false)
    .description(
      words({
        zh: '用自己审过的样本训练文本模型：每行 {"text","label"} 的 JSONL，或含 text、label 列的 CSV',
        en: 'train the text model on your own reviewed samples: JSONL of {"text","label"}, or CSV with both columns',
      }),
    )
    .argument('[samples]', words({ zh: '样本文件', en: 'file of samples' }))
    .option('--out <path>', words({ zh: '版本写到哪里', en: 'where to write the edition' }))
    .option(
      '--try <path>',
      words({
        zh: '一份文本（每行一条），列出结论会改变的',
        en: 'a file of texts, one a line: show which would be answered differently',
      }),
    )
    .option(
      '--from-server',
      words({
        zh: '也用服务器上人工判定过、文本仍留存的检测；凭据取自 FANGXING_USER 和 FANGXING_PASSWORD',
        en: 'also learn from checks that people decided on the server and whose texts are kept; reads FANGXING_USER and FANGXING_PASSWORD',
      }),
    )
    .addOption(serverOption(terminal))
    .option('--app <appid>', words({ zh: '只用这个小程序的', en: 'of this app alone' }))
    .option('--save <path>', words({ zh: '把样本写到哪里', en: 'where to write the samples' }))
    .addOption(sceneOption(terminal))
    .addOption(formatOption(context))
    .action((samples: string | undefined, options: TrainOptions) =>
      run(async () => {
        if (samples === undefined && options.fromServer !== true) throw new UsageError(NO_SAMPLES)
        const { train: learn } = await import('../train/train.ts')
        return learn(samples, options, terminal)
      }),
    )
  addModelEditions(train, context)
}

export function formatOption({ terminal: { words } }: CommandContext): Option {
  return new Option('--format <format>', words({ zh: '输出格式', en: 'form of the output' }))
    .choices(['text', 'json'])
    .default('text')
}

const NO_SAMPLES = {
  zh: '请给出样本文件，例如 fangxing train reviewed.jsonl，或加 --from-server。',
  en: 'Give a file of samples, for instance fangxing train reviewed.jsonl, or --from-server.',
}
