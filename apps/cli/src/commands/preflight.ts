/** `fangxing preflight`: says what will happen to a mini-program before it is submitted, offline. */

import { type Command, Option } from 'commander'
import type { CommandContext } from '../command-context.ts'
import { addFilingOptions, addSubjectOptions } from '../input/submission-options.ts'
import { addUgcOptions } from '../input/ugc-options.ts'
import type { PreflightOptions } from '../preflight/preflight.ts'
import { lexiconOption } from './check.ts'

export function addPreflight(program: Command, { terminal, run }: CommandContext): void {
  const { words } = terminal
  const command = program.command('preflight <package>').description(
    words({
      zh: '提审前自检：检查小程序目录或 zip，离线',
      en: 'check a mini-program before submission: a folder or its zip, offline',
    }),
  )
  addFilingOptions(addUgcOptions(addSubjectOptions(command, terminal), terminal), terminal)
    .addOption(lexiconOption(terminal))
    .option(
      '--explain',
      words({ zh: '写出每条规则的原因和条款全文', en: 'say why each rule is there' }),
      false,
    )
    .addOption(
      new Option('--format <format>', words({ zh: '输出格式', en: 'form of the output' }))
        .choices(['text', 'json', 'sarif', 'html'])
        .default('text'),
    )
    .option(
      '--declare',
      words({
        zh: '给出提审要填的 ugc_declare、页面类目和审核备注',
        en: 'give what submit_audit asks for: ugc_declare, pages, note',
      }),
      false,
    )
    .option(
      '--patch',
      words({ zh: '给缺检测的发布入口补检测，输出补丁', en: 'a patch with the missing checks' }),
      false,
    )
    .option(
      '--baseline [file]',
      words({ zh: '只看基线之后的问题', en: 'tell only what came after the baseline' }),
    )
    .option(
      '--write-baseline [file]',
      words({ zh: '把现有问题写成基线', en: 'write what there is as the baseline' }),
    )
    .option(
      '--prune',
      words({ zh: '删去过期、多余的压制和基线', en: 'drop acceptances that no longer serve' }),
      false,
    )
    .option(
      '--cache [folder]',
      words({ zh: '源码没变就用上次的结果', en: 'take the last answer when nothing changed' }),
    )
    .option(
      '--watch',
      words({ zh: '文件改动后重新检查', en: 'again whenever a file changes' }),
      false,
    )
    .action((path: string, options: PreflightOptions) =>
      run(async () => {
        const { preflight } = await import('../preflight/preflight.ts')
        return preflight(path, options, terminal)
      }),
    )
}
