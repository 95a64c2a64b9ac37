/** A server as an operator of its text models sees it: FANGXING_USER and FANGXING_PASSWORD. */

import { type Api, openApi } from '../remote/api.ts'
import { readPersonCredentials, signInAsPerson } from '../remote/sign-in.ts'
import type { Terminal } from '../terminal/terminal.ts'

export function openModelApi(server: string, { env, language }: Terminal): Api {
  return openApi(server, language, signInAsPerson(readPersonCredentials(env), language))
}
