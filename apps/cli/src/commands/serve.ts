/** `fangxing serve`: runs the server with console, interfaces and, by default, its own PostgreSQL. */

import { type Command, Option } from 'commander'
import type { CommandContext } from '../command-context.ts'
import { UsageError } from '../failure/usage-error.ts'
import type { ServeOptions } from '../serve/serve.ts'

export const DEFAULT_PORT = 7300
export const DEFAULT_DATA = './data'

export function addServe(program: Command, { terminal, run }: CommandContext): void {
  const { words } = terminal
  program
    .command('serve')
    .description(words({ zh: '启动服务器和控制台', en: 'run the server and the console' }))
    .addOption(
      new Option('--port <number>', words({ zh: '端口，0 为任意', en: 'port; 0 takes any' }))
        .argParser(parsePort)
        .default(DEFAULT_PORT),
    )
    .addOption(dataOption(words({ zh: '数据目录', en: 'data directory' })))
    .addOption(
      databaseUrlOption(
        words({
          zh: '用自己的 PostgreSQL 代替自带的',
          en: 'your own PostgreSQL in place of the embedded one',
        }),
      ),
    )
    .option(
      '--simulated-clock',
      words({ zh: '可以拨动的时钟，仅用于演练', en: 'a clock that can be moved, for rehearsals' }),
      false,
    )
    .addOption(
      new Option(
        '--processes <number>',
        words({
          zh: '应答请求的进程数，需要 Linux',
          en: 'processes that answer requests; more than one needs Linux',
        }),
      )
        .env('FANGXING_PROCESSES')
        .argParser(parseProcesses)
        .default(1),
    )
    .action((options: ServeOptions) =>
      run(async () => {
        const { serve } = await import('../serve/serve.ts')
        return serve(options, terminal)
      }),
    )
}

export function dataOption(description: string): Option {
  return new Option('--data <directory>', description).env('FANGXING_DATA').default(DEFAULT_DATA)
}

export function databaseUrlOption(description: string): Option {
  return new Option('--database-url <url>', description).env('DATABASE_URL')
}

/** More than this no machine of ours has cores for. */
const MOST_PROCESSES = 64

function parseProcesses(value: string): number {
  const number = /^\d{1,2}$/.test(value) ? Number(value) : 0
  if (number >= 1 && number <= MOST_PROCESSES) return number
  throw new UsageError({
    zh: `进程数要是 1 到 ${MOST_PROCESSES} 的数，收到的是“${value}”。`,
    en: `Processes are a number from 1 to ${MOST_PROCESSES}, not “${value}”.`,
  })
}

function parsePort(value: string): number {
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value)
  throw new UsageError({
    zh: `端口要是 0 到 65535 的数，收到的是“${value}”。`,
    en: `A port is a number from 0 to 65535, not “${value}”.`,
  })
}
