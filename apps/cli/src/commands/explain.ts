/** `fangxing explain`: what one rule demands, why, and its nearest innocent neighbours. */

import type { Command } from 'commander'
import type { CommandContext } from '../command-context.ts'

export function addExplain(program: Command, { terminal, run }: CommandContext): void {
  const { words } = terminal
  program
    .command('explain [rule]')
    .description(
      words({
        zh: '说明一条规则：条款、原因、改法、例子；不写规则则列出全部',
        en: 'explain a rule: clause, reason, fix, examples; without one, list them all',
      }),
    )
    .action((rule: string | undefined) =>
      run(async () => {
        const { explain } = await import('../explain/explain.ts')
        return explain(rule, terminal)
      }),
    )
}
