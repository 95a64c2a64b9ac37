/** `fangxing check` where a server can be asked as well: in bulk, as an app. */

import { type Command, Option } from 'commander'
import type { CommandContext } from '../command-context.ts'
import { parseServer } from '../remote/server-option.ts'
import { addCheckCommand, type OpenServerJudge } from './check.ts'

const openServerJudge: OpenServerJudge = async (server, scene, terminal) => {
  const { judgeByServer } = await import('../bulk/ask-server.ts')
  return judgeByServer(server, scene, terminal)
}

export function addCheckAnywhere(program: Command, context: CommandContext): void {
  const { words } = context.terminal
  addCheckCommand(program, context, openServerJudge).addOption(
    new Option(
      '--server <url>',
      words({
        zh: '批量：由服务器检测（FANGXING_APPID、FANGXING_SECRET），不再离线',
        en: 'in bulk: ask this server (FANGXING_APPID, FANGXING_SECRET), not offline',
      }),
    ).argParser(parseServer),
  )
}
