/** Does the work of `fangxing clock advance`. */

import { describeTime } from '@fangxing/release'
import { z } from 'zod'
import { EXIT, type ExitCode } from '../failure/exit-code.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { openApi } from './api.ts'
import { readPersonCredentials, signInAsPerson } from './sign-in.ts'

export const clockAnswer = z.object({ now: z.number(), simulated: z.boolean() })

export async function advanceClock(
  byMs: number,
  server: string,
  terminal: Terminal,
): Promise<ExitCode> {
  const person = readPersonCredentials(terminal.env)
  const api = openApi(server, terminal.language, signInAsPerson(person, terminal.language))
  const { now } = await api.post('/v1/clock/advance', { byMs }, clockAnswer)
  const time = describeTime(now)
  terminal.print(
    terminal.words({ zh: `服务器时间 ${time}（北京时间）`, en: `server time ${time} (UTC+8)` }),
  )
  return EXIT.clean
}
