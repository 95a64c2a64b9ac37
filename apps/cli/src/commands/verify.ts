/** `fangxing verify`: checks that no record of a release was altered after it was written. */

import type { Command } from 'commander'
import type { CommandContext } from '../command-context.ts'
import type { VerifyOptions } from '../verify/verify.ts'
import { databaseUrlOption, dataOption } from './serve.ts'

export function addVerify(program: Command, { terminal, run }: CommandContext): void {
  const { words } = terminal
  program
    .command('verify')
    .description(
      words({
        zh: '校验全部版本的事件链，指出第一处断裂',
        en: 'verify the chain of events of every release; names the first broken link',
      }),
    )
    .addOption(dataOption(words({ zh: '数据目录', en: 'data directory' })))
    .addOption(databaseUrlOption(words({ zh: '自己的 PostgreSQL', en: 'your own PostgreSQL' })))
    .action((options: VerifyOptions) =>
      run(async () => {
        const { verify } = await import('../verify/verify.ts')
        return verify(options, terminal)
      }),
    )
}
