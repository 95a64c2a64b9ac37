/** `fangxing corpus import`: puts documents on a server, for materials to be compared with. */

import type { Command } from 'commander'
import type { CommandContext } from '../command-context.ts'
import { serverOption } from '../remote/server-option.ts'

export function addCorpus(program: Command, { terminal, run }: CommandContext): void {
  const { words } = terminal
  const corpus = program
    .command('corpus')
    .helpCommand(false)
    .description(words({ zh: '素材的比对库', en: 'documents that materials are compared with' }))
  corpus
    .command('import')
    .argument('<name>', words({ zh: '库名，如 own、rumours', en: 'a name, such as own, rumours' }))
    .argument(
      '<file>',
      words({ zh: 'JSONL 文件，每行一篇', en: 'a JSONL file, a document a line' }),
    )
    .description(
      words({
        zh: '把文档导入服务器的比对库；凭据取自 FANGXING_USER 和 FANGXING_PASSWORD',
        en: 'import documents into a collection; reads FANGXING_USER and FANGXING_PASSWORD',
      }),
    )
    .addOption(serverOption(terminal))
    .action((name: string, file: string, { server }: { readonly server: string }) =>
      run(async () => {
        const { importCorpus } = await import('../corpus/import-corpus.ts')
        return importCorpus({ name, file, server }, terminal)
      }),
    )
}
