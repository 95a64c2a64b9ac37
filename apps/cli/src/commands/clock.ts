/** `fangxing clock`: moves the clock of a server that runs a rehearsal. */

import type { Command } from 'commander'
import type { CommandContext } from '../command-context.ts'
import { parseDuration } from '../input/duration.ts'
import { serverOption } from '../remote/server-option.ts'

export function addClock(program: Command, { terminal, run }: CommandContext): void {
  const { words } = terminal
  const clock = program
    .command('clock')
    .helpCommand(false)
    .description(
      words({ zh: '拨动模拟时钟（仅用于演练）', en: 'move a simulated clock, for rehearsals' }),
    )
  clock
    .command('advance')
    .argument('<duration>', words({ zh: '如 7d、12h、30m', en: 'such as 7d, 12h, 30m' }))
    .description(
      words({
        zh: '把服务器的模拟时钟往前拨；凭据取自 FANGXING_USER 和 FANGXING_PASSWORD',
        en: 'move the simulated clock of a server on; reads FANGXING_USER and FANGXING_PASSWORD',
      }),
    )
    .addOption(serverOption(terminal))
    .action((duration: string, { server }: { readonly server: string }) =>
      run(async () => {
        const byMs = parseDuration(duration)
        const { advanceClock } = await import('../remote/advance-clock.ts')
        return advanceClock(byMs, server, terminal)
      }),
    )
}
