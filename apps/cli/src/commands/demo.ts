/** `fangxing demo`: fills an empty instance with real-looking work, so that a visitor sees something. */

import type { Command } from 'commander'
import type { CommandContext } from '../command-context.ts'
import type { DemoOptions } from '../demo/demo.ts'
import { databaseUrlOption, dataOption } from './serve.ts'

export function addDemo(program: Command, { terminal, run }: CommandContext): void {
  const { words } = terminal
  program
    .command('demo')
    .description(
      words({
        zh: '给空的实例填入演示内容；服务器可以正在运行',
        en: 'fill an empty instance with real-looking work; a server may run on it',
      }),
    )
    .addOption(dataOption(words({ zh: '数据目录', en: 'data directory' })))
    .addOption(databaseUrlOption(words({ zh: '自己的 PostgreSQL', en: 'your own PostgreSQL' })))
    .action((options: DemoOptions) =>
      run(async () => {
        const { demo } = await import('../demo/demo.ts')
        return demo(options, terminal)
      }),
    )
}
