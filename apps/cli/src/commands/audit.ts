/** `fangxing audit`: holds an article or a page against every clause of the material audit. */

import { type Command, Option } from 'commander'
import type { AuditOptions } from '../audit/audit.ts'
import type { CommandContext } from '../command-context.ts'
import { lexiconOption } from './check.ts'

const PROFILES = ['baijiahao-2019', 'feed-settled', 'whitepaper-2']

export function addAudit(program: Command, { terminal, run }: CommandContext): void {
  const { words } = terminal
  program
    .command('audit <target>')
    .description(
      words({
        zh: '素材审核：URL、HTML 文件或目录、JSON 文章，逐条对照规则书',
        en: 'audit a material clause by clause: an address, HTML, or an article in JSON',
      }),
    )
    .option(
      '--manifest <file>',
      words({ zh: '页面说明（JSON）', en: 'what is declared of a page (JSON)' }),
    )
    .addOption(
      new Option('--profile <id>', words({ zh: '限值的版本', en: 'the limits to judge by' }))
        .choices(PROFILES)
        .default(PROFILES[0]),
    )
    .addOption(lexiconOption(terminal))
    .addOption(
      new Option('--format <format>', words({ zh: '输出格式', en: 'form of the output' }))
        .choices(['text', 'json', 'sarif', 'html'])
        .default('text'),
    )
    .option('--out <file>', words({ zh: '写入文件', en: 'write to a file' }))
    .option(
      '--allow <network...>',
      words({ zh: '除公网外允许访问的网段', en: 'networks to allow beside the public internet' }),
    )
    .option(
      '--corpus <name=file...>',
      words({
        zh: '用来比对的文章（JSONL），名字 own、rumours 或自定',
        en: 'documents to compare with (JSONL), named own, rumours, or as you like',
      }),
    )
    .option('--all', words({ zh: '列出全部条款', en: 'list every clause' }), false)
    .option('--no-media', words({ zh: '不看图片和视频', en: 'leave pictures and video aside' }))
    .action((target: string, options: AuditOptions) =>
      run(async () => {
        const { audit } = await import('../audit/audit.ts')
        return audit(target, options, terminal)
      }),
    )
}
