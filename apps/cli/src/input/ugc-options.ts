/**
 * Options that declare how an app deals with what its users publish.
 *
 * Source: `ugc_declare` of submit_audit, with the platform's numbers.
 */

import type { UgcDeclaration } from '@fangxing/contract'
import { type Command, Option } from 'commander'
import { UsageError } from '../failure/usage-error.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface UgcOptions {
  readonly ugcScenes?: readonly number[]
  readonly ugcMethods?: readonly number[]
  readonly ugcDescription: string
  readonly auditTeam: boolean
}

export function addUgcOptions(command: Command, { words }: Terminal): Command {
  return command
    .addOption(
      new Option(
        '--ugc-scenes <numbers>',
        words({
          zh: '用户可发布：0 无 1 资料 2 图片 3 视频 4 文本 5 其他，如 1,4',
          en: 'what users publish: 0 nothing, 1 profile, 2 picture, 3 video, 4 text, 5 other',
        }),
      ).argParser(parseNumbers),
    )
    .addOption(
      new Option(
        '--ugc-methods <numbers>',
        words({
          zh: '审核方式：1 平台接口 2 其他产品 3 人工 4 无',
          en: 'how it is checked: 1 platform API, 2 other product, 3 by people, 4 not',
        }),
      ).argParser(parseNumbers),
    )
    .option(
      '--ugc-description <text>',
      words({ zh: '审核机制说明', en: 'how the checking works' }),
      '',
    )
    .option('--audit-team', words({ zh: '有审核团队', en: 'there is an audit team' }), false)
}

/** Declaring nothing is not the same as declaring "nothing": without scenes there is no declaration. */
export function toUgcDeclaration(options: UgcOptions): UgcDeclaration | undefined {
  if (options.ugcScenes === undefined) return undefined
  return {
    scenes: options.ugcScenes,
    methods: options.ugcMethods ?? [],
    hasAuditTeam: options.auditTeam,
    description: options.ugcDescription,
  }
}

function parseNumbers(value: string): readonly number[] {
  if (/^[0-5](?:,[0-5])*$/.test(value)) return value.split(',').map(Number)
  throw new UsageError({
    zh: `要写成用逗号分隔的 0 到 5，如 1,4；收到的是“${value}”。`,
    en: `These are numbers from 0 to 5 with commas between, as in 1,4; not “${value}”.`,
  })
}
