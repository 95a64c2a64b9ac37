/** `fangxing check`: holds a text against a lexicon and the text rules, offline. */

import type { TextClassifier } from '@fangxing/text'
import { type Command, Option } from 'commander'
import type { Judge } from '../bulk/judge.ts'
import type { CheckOptions } from '../check/check-text.ts'
import type { CommandContext } from '../command-context.ts'
import { UsageError } from '../failure/usage-error.ts'
import type { Terminal } from '../terminal/terminal.ts'

interface BulkCheckOptions extends CheckOptions {
  readonly out?: string
  readonly restart: boolean
  readonly server?: string
  readonly model?: string
}

/** What the package that works offline leaves out: a server, and models of some megabytes. */
export interface Openers {
  readonly serverJudge: (server: string, scene: number, terminal: Terminal) => Promise<Judge>
  readonly textModel: (path: string) => Promise<TextClassifier>
}

export function addCheck(program: Command, context: CommandContext): void {
  addCheckCommand(program, context)
}

/** Returns the command, to which options for a server and a model can be added. */
export function addCheckCommand(
  program: Command,
  { terminal, run }: CommandContext,
  openers?: Openers,
): Command {
  const { words } = terminal
  return program
    .command('check [text]')
    .description(
      words({
        zh: '离线检测一段文本；- 从标准输入读取',
        en: 'check a text, offline; - reads standard input',
      }),
    )
    .option('--file <path>', words({ zh: '检测文件内容', en: 'check the content of a file' }))
    .addOption(lexiconOption(terminal))
    .addOption(sceneOption(terminal))
    .option('--explain', words({ zh: '说明每处命中的理由', en: 'say why each hit is one' }), false)
    .addOption(
      new Option('--format <format>', words({ zh: '输出格式', en: 'form of the output' }))
        .choices(['text', 'json'])
        .default('text'),
    )
    .option(
      '--out <path>',
      words({
        zh: '批量：--file 每行一条 JSON，逐行写出结论；中断后再次运行即续跑',
        en: 'in bulk: --file has one JSON post a line, verdicts go here; a run that was ended goes on',
      }),
    )
    .option('--restart', words({ zh: '批量：从头开始', en: 'in bulk: begin anew' }), false)
    .action((text: string | undefined, options: BulkCheckOptions) =>
      run(() =>
        options.out === undefined
          ? checkOne(text, options, terminal, openers)
          : checkInBulk(text, options, terminal, openers),
      ),
    )
}

async function checkOne(
  text: string | undefined,
  options: BulkCheckOptions,
  terminal: Terminal,
  openers: Openers | undefined,
) {
  if (options.server !== undefined) throw new UsageError(SERVER_NEEDS_OUT)
  const { checkText } = await import('../check/check-text.ts')
  return checkText(text, options, terminal, await openModel(options.model, openers))
}

const SERVER_NEEDS_OUT = {
  zh: '--server 只用于批量检测，请同时给出 --file 和 --out。',
  en: '--server is for checks in bulk: give --file and --out as well.',
}

const OUT_NEEDS_FILE = {
  zh: '批量检测需要 --file，且不能再给出文本。',
  en: 'A check in bulk needs --file, and no text besides.',
}

const SERVER_HAS_OWN = {
  zh: '--server 用服务器自己的词库和模型，不能同时给出 --lexicon 或 --model。',
  en: 'A --server has its own lexicon and model: leave out --lexicon and --model.',
}

async function checkInBulk(
  text: string | undefined,
  options: BulkCheckOptions,
  terminal: Terminal,
  openers: Openers | undefined,
) {
  const { file, out = '', restart, format, scene, server, lexicon, model } = options
  if (file === undefined || text !== undefined) throw new UsageError(OUT_NEEDS_FILE)
  if (server !== undefined && (lexicon ?? model) !== undefined) throw new UsageError(SERVER_HAS_OWN)
  const { checkFile } = await import('../bulk/check-file.ts')
  const { judgeHere } = await import('../bulk/judge.ts')
  const { openLexicon } = await import('../check/open-lexicon.ts')
  const judge =
    server === undefined || openers === undefined
      ? judgeHere(await openLexicon(lexicon, terminal), scene, await openModel(model, openers))
      : await openers.serverJudge(server, scene, terminal)
  return checkFile({ file, out, restart, format }, judge, terminal)
}

async function openModel(path: string | undefined, openers: Openers | undefined) {
  return path === undefined ? undefined : openers?.textModel(path)
}

export function lexiconOption({ words }: Terminal): Option {
  return new Option(
    '--lexicon <path>',
    words({
      zh: '用自己的词库（.json、.fxlex 或一行一词）代替起步词库',
      en: 'your own word list (.json, .fxlex, or one word a line) in place of the starter list',
    }),
  )
}

export function sceneOption({ words }: Terminal): Option {
  const description = words({
    zh: '场景：1 资料 2 评论 3 论坛 4 社交日志',
    en: 'where it appears: 1 profile, 2 comment, 3 forum, 4 social log',
  })
  return new Option('--scene <number>', description).argParser(parseScene).default(2)
}

function parseScene(value: string): number {
  if (/^[1-4]$/.test(value)) return Number(value)
  throw new UsageError({
    zh: `场景只能是 1 到 4，收到的是“${value}”。`,
    en: `The scene is a number from 1 to 4, not “${value}”.`,
  })
}
