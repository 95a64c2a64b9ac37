/** `fangxing check` where a server can be asked in bulk, as an app, and a text model as well. */

import { type Command, Option } from 'commander'
import type { CommandContext } from '../command-context.ts'
import { parseServer } from '../remote/server-option.ts'
import { addCheckCommand, type Openers } from './check.ts'

const openers: Openers = {
  async serverJudge(server, scene, terminal) {
    const { judgeByServer } = await import('../bulk/ask-server.ts')
    return judgeByServer(server, scene, terminal)
  },
  async textModel(path) {
    const { openTextModel } = await import('../train/read-model.ts')
    return openTextModel(path)
  },
}

export function addCheckAnywhere(program: Command, context: CommandContext): void {
  const { words } = context.terminal
  addCheckCommand(program, context, openers)
    .addOption(
      new Option(
        '--server <url>',
        words({
          zh: '批量：由服务器检测（FANGXING_APPID、FANGXING_SECRET），不再离线',
          en: 'in bulk: ask this server (FANGXING_APPID, FANGXING_SECRET), not offline',
        }),
      ).argParser(parseServer),
    )
    .option(
      '--model <path>',
      words({
        zh: '同时用文本模型：shipped（出厂），或 fangxing train 写出的文件',
        en: 'ask the text model as well: shipped, or a file that fangxing train wrote',
      }),
    )
}
