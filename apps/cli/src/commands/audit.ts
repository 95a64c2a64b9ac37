/** `fangxing audit`: holds an article or a page against every clause of the material audit. */

import { type Command, Option } from 'commander'
import type { AuditOptions } from '../audit/audit.ts'
import type { CompareOptions } from '../audit/compare-files.ts'
import type { CommandContext } from '../command-context.ts'
import { lexiconOption } from './check.ts'

const PROFILES = ['baijiahao-2019', 'feed-settled', 'whitepaper-2']

export function addAudit(program: Command, context: CommandContext): void {
  const { words } = context.terminal
  const command = program.command('audit <target>').description(
    words({
      zh: '素材审核：URL、HTML、JSON 文章、小程序源码页面，或一整批，逐条对照规则书',
      en: 'audit materials clause by clause: an address, HTML, an article, a mini-program, or many',
    }),
  )
  addTarget(command, context)
  addLooks(command, context)
  addDiff(command, context)
  command.action((target: string, options: AuditOptions) =>
    context.run(async () => {
      const { audit } = await import('../audit/audit.ts')
      return audit(target, options, context.terminal)
    }),
  )
}

function addTarget(command: Command, { terminal: { words } }: CommandContext): void {
  command
    .option(
      '--manifest <file>',
      words({ zh: '页面说明（JSON）', en: 'what is declared of a page (JSON)' }),
    )
    .option(
      '--page <path>',
      words({
        zh: '小程序的一个页面，可带参数：pages/goods/goods?id=1；不写则逐页审核',
        en: 'one page of a mini-program, with its query: pages/goods/goods?id=1; else each page',
      }),
    )
    .option(
      '--answers <file>',
      words({
        zh: '小程序页面请求的示例回答（JSON），不写则用示例数据',
        en: 'what servers answer to a page of a mini-program (JSON), else samples',
      }),
    )
    .option('--out <file>', words({ zh: '写入文件', en: 'write to a file' }))
    .option('--restart', words({ zh: '批量时从头开始', en: 'begin a batch anew' }), false)
    .option('--all', words({ zh: '列出全部条款', en: 'list every clause' }), false)
    .addOption(
      new Option('--format <format>', words({ zh: '输出格式', en: 'form of the output' }))
        .choices(['text', 'json', 'sarif', 'html'])
        .default('text'),
    )
}

function addLooks(command: Command, { terminal }: CommandContext): void {
  const { words } = terminal
  command
    .addOption(
      new Option('--profile <id>', words({ zh: '限值的版本', en: 'the limits to judge by' }))
        .choices(PROFILES)
        .default(PROFILES[0]),
    )
    .addOption(lexiconOption(terminal))
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
    .option('--no-media', words({ zh: '不看图片和视频', en: 'leave pictures and video aside' }))
}

function addDiff(command: Command, { terminal, run }: CommandContext): void {
  const { words } = terminal
  command
    .command('diff <before> <after>')
    .description(
      words({
        zh: '比较两次审核的结果（JSON 或批量的 JSONL）：新的问题、已改好的、变了的',
        en: 'compare two audits (JSON, or JSONL of a batch): newly broken, mended, changed',
      }),
    )
    .addOption(
      new Option('--format <format>', words({ zh: '输出格式', en: 'form of the output' }))
        .choices(['text', 'json', 'html'])
        .default('text'),
    )
    .option('--out <file>', words({ zh: '写入文件', en: 'write to a file' }))
    .action((before: string, after: string, _: unknown, own: Command) =>
      run(async () => {
        const { compareFiles } = await import('../audit/compare-files.ts')
        // The words of the parent command are the same: what was written stands with either.
        return compareFiles({ before, after }, own.optsWithGlobals<CompareOptions>(), terminal)
      }),
    )
}
