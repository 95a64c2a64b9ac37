/** `fangxing rehearse`: lives the whole life of one release, seven days in seconds. */

import { type Command, Option } from 'commander'
import type { CommandContext } from '../command-context.ts'
import { addSubjectOptions } from '../input/submission-options.ts'
import type { RehearseOptions } from '../rehearse/rehearse.ts'

export function addRehearse(program: Command, { terminal, run }: CommandContext): void {
  const { words } = terminal
  const command = program
    .command('rehearse <package>')
    .description(
      words({
        zh: '在临时服务器上演练一个版本的全程：机审、人审、报备七日、预上线、上线',
        en: 'rehearse the whole life of a release on a temporary server with a simulated clock',
      }),
    )
    .addOption(
      new Option('--release <version>', words({ zh: '版本号', en: 'version number' })).default(
        '1.0.0',
      ),
    )
  addSubjectOptions(command, terminal).action((path: string, options: RehearseOptions) =>
    run(async () => {
      const { rehearse } = await import('../rehearse/rehearse.ts')
      return rehearse(path, options, terminal)
    }),
  )
}
