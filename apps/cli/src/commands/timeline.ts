/** `fangxing timeline`: prints the life of a release that a server keeps. */

import { type Command, Option } from 'commander'
import type { CommandContext } from '../command-context.ts'
import { serverOption } from '../remote/server-option.ts'
import type { TimelineOptions } from '../timeline/print-timeline.ts'

export function addTimeline(program: Command, { terminal, run }: CommandContext): void {
  const { words } = terminal
  program
    .command('timeline <release>')
    .description(
      words({
        zh: '打印一个版本的全部经过；凭据取自 FANGXING_APPID/FANGXING_SECRET 或 FANGXING_USER/FANGXING_PASSWORD',
        en: 'print the life of a release; reads FANGXING_APPID/FANGXING_SECRET or FANGXING_USER/FANGXING_PASSWORD',
      }),
    )
    .addOption(serverOption(terminal))
    .addOption(
      new Option('--format <format>', words({ zh: '输出格式', en: 'form of the output' }))
        .choices(['text', 'json'])
        .default('text'),
    )
    .action((id: string, options: TimelineOptions) =>
      run(async () => {
        const { printTimeline } = await import('../timeline/print-timeline.ts')
        return printTimeline(id, options, terminal)
      }),
    )
}
