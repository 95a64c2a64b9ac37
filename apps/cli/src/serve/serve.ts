/** Does the work of `fangxing serve`: starts, says where, and stops cleanly on a signal. */

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  readAuditEnvironment,
  readDeliveryEnvironment,
  readMediaEnvironment,
  readOpinionEnvironment,
  startServer,
} from '@fangxing/server'
import { EXIT, type ExitCode } from '../failure/exit-code.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface ServeOptions {
  readonly port: number
  readonly data: string
  readonly databaseUrl?: string
  readonly simulatedClock: boolean
  readonly processes: number
}

const BUILT_CONSOLE = fileURLToPath(new URL('../../../console/dist', import.meta.url))

export async function serve(options: ServeOptions, terminal: Terminal): Promise<ExitCode> {
  const { port, databaseUrl, simulatedClock, processes } = options
  const dataDirectory = resolve(options.data)
  const stopped = waitForSignal()
  const hasConsole = existsSync(BUILT_CONSOLE)

  const server = await startServer({
    dataDirectory,
    databaseUrl,
    port,
    host: '127.0.0.1',
    simulatedClock,
    processes,
    consoleDirectory: hasConsole ? BUILT_CONSOLE : undefined,
    delivery: readDeliveryEnvironment(terminal.env),
    media: readMediaEnvironment(terminal.env),
    audits: readAuditEnvironment(terminal.env),
    opinions: readOpinionEnvironment(terminal.env),
    log: (line: string) => terminal.complain(line),
  })

  for (const line of describeServer(server, options, dataDirectory, hasConsole)) {
    terminal.print(terminal.words(line))
  }
  await stopped
  terminal.print(terminal.words({ zh: '正在停止 …', en: 'Stopping …' }))
  await server.close()
  return EXIT.clean
}

function describeServer(
  { url, firstRunLink }: { readonly url: string; readonly firstRunLink: string | null },
  { databaseUrl, simulatedClock }: ServeOptions,
  dataDirectory: string,
  hasConsole: boolean,
) {
  const both = (zh: string, en: string) => ({ zh, en })
  const lines = [both(`放行已启动    ${url}`, `Fangxing runs    ${url}`)]
  if (databaseUrl === undefined) {
    lines.push(both(`数据目录      ${dataDirectory}`, `data directory   ${dataDirectory}`))
  }
  if (simulatedClock) {
    lines.push(
      both(
        '模拟时钟      已开启，仅用于演练；用 fangxing clock advance 7d 拨动',
        'simulated clock  on, for rehearsals only; fangxing clock advance 7d moves it',
      ),
    )
  }
  if (!hasConsole) {
    lines.push(
      both(
        '控制台        尚未构建，只提供接口；用 npm start 会自动构建',
        'console          not built, so only the interfaces are served; npm start builds it',
      ),
    )
  }
  if (firstRunLink !== null) {
    lines.push(
      both(
        `首次运行      打开此链接创建第一位运营者，只能用一次：\n              ${firstRunLink}`,
        `first run        open this link to make the first operator; it works once:\n                 ${firstRunLink}`,
      ),
    )
  }
  lines.push(both('按 Ctrl-C 停止。', 'Ctrl-C stops it.'))
  return lines
}

/** One Ctrl-C may arrive several times: from the terminal, and again through npm and its scripts. */
const SAME_SIGNAL_MS = 1000

/** The first signal ends the server in good order; one that comes later ends it at once. */
function waitForSignal(): Promise<void> {
  return new Promise((resolve) => {
    let firstAt: number | null = null
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        const now = Date.now()
        firstAt ??= now
        if (now - firstAt > SAME_SIGNAL_MS) process.exit(EXIT.failure)
        resolve()
      })
    }
  })
}
