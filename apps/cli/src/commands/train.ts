/** `fangxing train`: learns from an operator's own reviewed samples, offline. */

import { type Command, Option } from 'commander'
import type { CommandContext } from '../command-context.ts'
import { UsageError } from '../failure/usage-error.ts'
import type { TrainOptions } from '../train/train.ts'
import { sceneOption } from './check.ts'

export function addTrain(program: Command, { terminal, run }: CommandContext): void {
  const { words } = terminal
  program
    .command('train')
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
    .addOption(sceneOption(terminal))
    .addOption(
      new Option('--format <format>', words({ zh: '输出格式', en: 'form of the output' }))
        .choices(['text', 'json'])
        .default('text'),
    )
    .action((samples: string | undefined, options: TrainOptions) =>
      run(async () => {
        if (samples === undefined) throw new UsageError(NO_SAMPLES)
        const { train } = await import('../train/train.ts')
        return train(samples, options, terminal)
      }),
    )
}

const NO_SAMPLES = {
  zh: '请给出样本文件，例如 fangxing train reviewed.jsonl。',
  en: 'Give a file of samples, for instance fangxing train reviewed.jsonl.',
}
