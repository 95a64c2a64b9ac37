/** `fangxing lexicon compile`: makes one file of a word list, which is loaded instead of compiled. */

import type { Command } from 'commander'
import type { CommandContext } from '../command-context.ts'
import type { CompileOptions } from '../lexicon/compile-list.ts'

export function addLexicon(program: Command, { terminal, run }: CommandContext): void {
  const { words } = terminal
  const lexicon = program
    .command('lexicon')
    .helpCommand(false)
    .description(words({ zh: '词库文件', en: 'files of word lists' }))
  lexicon
    .command('compile <file>')
    .description(
      words({
        zh: '把词库编译成一个文件（.fxlex），供 --lexicon 直接加载',
        en: 'compile a word list to one file (.fxlex) that --lexicon loads as it is',
      }),
    )
    .option('--out <path>', words({ zh: '写到哪里', en: 'where to write it' }))
    .action((file: string, options: CompileOptions) =>
      run(async () => {
        const { compileList } = await import('../lexicon/compile-list.ts')
        return compileList(file, options, terminal)
      }),
    )
}
