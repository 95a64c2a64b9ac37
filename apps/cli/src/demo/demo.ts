/** Does the work of `fangxing demo`: fills, then prints who can sign in and what to try next. */

import { resolve } from 'node:path'
import { ROLE_WORDS } from '@fangxing/release'
import { runDemo } from '@fangxing/server'
import { EXIT, type ExitCode } from '../failure/exit-code.ts'
import { alignColumns } from '../terminal/columns.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface DemoOptions {
  readonly data: string
  readonly databaseUrl?: string
}

export async function demo(
  { data, databaseUrl }: DemoOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { words, print } = terminal
  terminal.complain(words({ zh: '正在填入演示内容 …', en: 'Filling in the demo …' }))
  const { people, apps, releases, checks, materials } = await runDemo({
    dataDirectory: resolve(data),
    databaseUrl,
    log: (line) => terminal.complain(line),
  })

  print(
    words({
      zh: `已填入 ${apps} 个小程序、${releases} 个版本、${checks} 条检测、${materials} 篇素材。以下人员可以登录，密码只显示这一次：`,
      en: `Filled in: ${apps} apps, ${releases} releases, ${checks} checks, ${materials} materials. These people can sign in; passwords are shown this once:`,
    }),
  )
  const rows = people.map(({ name, password, roles, region }) => [
    `  ${name}`,
    password,
    roles.map((role) => words(ROLE_WORDS[role])).join('、'),
    region ?? '',
  ])
  for (const line of alignColumns(rows)) print(line)
  print(
    words({
      zh: '接下来：打开控制台登录，地址由 npm start 给出。',
      en: 'Next: sign in to the console, at the address that npm start gives.',
    }),
  )
  return EXIT.clean
}
