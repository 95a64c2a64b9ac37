/** Options that say what a developer declares: categories and subject. */

import type { Category, Subject } from '@fangxing/contract'
import { type Command, Option } from 'commander'
import { UsageError } from '../failure/usage-error.ts'
import type { Terminal } from '../terminal/terminal.ts'

export const SUBJECT_KINDS = ['enterprise', 'individual', 'government', 'other'] as const

export interface SubjectOptions {
  readonly category?: readonly Category[]
  readonly subject: Subject['kind']
  readonly region: string
  readonly overseas: boolean
}

export function categoryOption({ words }: Terminal): Option {
  return new Option(
    '--category <names...>',
    words({ zh: '声明的类目，如 社交/笔记', en: 'declared categories, e.g. 社交/笔记' }),
  ).argParser(collectCategory)
}

/** What offline nobody else can know: what was filed before, and when the review passes. */
export function addFilingOptions(command: Command, { words }: Terminal): Command {
  return command
    .addOption(
      new Option(
        '--filed <names...>',
        words({ zh: '已完成报备的类目', en: 'categories that completed filing before' }),
      ).argParser(collectCategory),
    )
    .addOption(
      new Option(
        '--on <date>',
        words({ zh: '预计过审的日期，默认今天', en: 'day on which the review passes, else today' }),
      ).argParser(parseDay),
    )
}

/** `2026-11-22`: noon in the time in which filings count. */
function parseDay(day: string): number {
  const at = Date.parse(`${day}T12:00:00+08:00`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(at)) {
    throw new UsageError({
      zh: `日期要写成 2026-11-22；收到的是“${day}”。`,
      en: `A day is written as 2026-11-22. This is none: “${day}”.`,
    })
  }
  return at
}

export function addSubjectOptions(command: Command, terminal: Terminal): Command {
  const { words } = terminal
  return command
    .addOption(categoryOption(terminal))
    .addOption(
      new Option('--subject <kind>', words({ zh: '主体类型', en: 'who stands behind the app' }))
        .choices(SUBJECT_KINDS)
        .default('enterprise'),
    )
    .option(
      '--region <code>',
      words({ zh: '属地，ISO 3166-2', en: 'region of the authority, ISO 3166-2' }),
      'CN-GD',
    )
    .option('--overseas', words({ zh: '境外主体', en: 'the subject is overseas' }), false)
}

export function toSubject(options: SubjectOptions): Subject {
  return { kind: options.subject, overseas: options.overseas, region: options.region }
}

/** `社交/笔记` or `社交-社区/论坛`: the first separator parts the two levels. */
export function parseCategory(name: string): Category {
  const [, first, second] = /^([^/-]+)[/-](.+)$/u.exec(name.trim()) ?? []
  if (first === undefined || second === undefined) {
    throw new UsageError({
      zh: `类目要写成“一级/二级”，如 社交/笔记；收到的是“${name}”。`,
      en: `A category has two levels, as in 社交/笔记. This one has not: “${name}”.`,
    })
  }
  return { first: first.trim(), second: second.trim() }
}

function collectCategory(name: string, before: readonly Category[] = []): readonly Category[] {
  return [...before, parseCategory(name)]
}
