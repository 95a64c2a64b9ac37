/** `fangxing submit`: uploads a version to a server, hands it in, and shows what happens to it. */

import type { Command } from 'commander'
import type { CommandContext } from '../command-context.ts'
import { categoryOption } from '../input/submission-options.ts'
import { addUgcOptions } from '../input/ugc-options.ts'
import { serverOption } from '../remote/server-option.ts'
import type { SubmitOptions } from '../submit/submit.ts'

export function addSubmit(program: Command, { terminal, run }: CommandContext): void {
  const { words } = terminal
  const command = program
    .command('submit <package>')
    .description(
      words({
        zh: '上传版本并提交审核；凭据取自 FANGXING_APPID 和 FANGXING_SECRET',
        en: 'upload a version and submit it; reads FANGXING_APPID and FANGXING_SECRET',
      }),
    )
    .addOption(serverOption(terminal))
    .option(
      '--release <version>',
      words({
        zh: '版本号；缺省取目录中 package.json 的 version',
        en: "version number; by default that of the folder's package.json",
      }),
    )
    .option('--description <text>', words({ zh: '版本说明', en: 'what is in the version' }), '')
    .addOption(categoryOption(terminal))
    .option('--note <text>', words({ zh: '给审核员的说明', en: 'a note to the reviewer' }))
    .option('--no-wait', words({ zh: '提交后不等待结果', en: 'do not wait for results' }))
  addUgcOptions(command, terminal).action((path: string, options: SubmitOptions) =>
    run(async () => {
      const { submit } = await import('../submit/submit.ts')
      return submit(path, options, terminal)
    }),
  )
}
