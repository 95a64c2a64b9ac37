/** Does the work of `fangxing timeline`. */

import { release, timeline } from '@fangxing/server/shapes/release'
import { EXIT, type ExitCode } from '../failure/exit-code.ts'
import { openApi, type SignIn } from '../remote/api.ts'
import {
  readAppCredentials,
  readPersonCredentials,
  signInAsApp,
  signInAsPerson,
} from '../remote/sign-in.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { describeEvent, describeStanding, describeTitle } from './render-timeline.ts'

export interface TimelineOptions {
  readonly server: string
  readonly format: 'text' | 'json'
}

export async function printTimeline(
  id: string,
  { server, format }: TimelineOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const api = openApi(server, terminal.language, chooseSignIn(terminal))
  const path = `/v1/releases/${encodeURIComponent(id)}`
  const found = await api.get(path, release)
  const { items } = await api.get(`${path}/events`, timeline)

  if (format === 'json') {
    terminal.print(JSON.stringify({ release: found, events: items }, null, 2))
    return EXIT.clean
  }
  const firstAt = items[0]?.at ?? 0
  terminal.print(describeTitle(found))
  for (const item of items) terminal.print(describeEvent(item, firstAt, terminal))
  for (const line of describeStanding(found, terminal)) terminal.print(line)
  return EXIT.clean
}

/** As the app when its secret is there, else as the person. */
function chooseSignIn({ env, language }: Terminal): SignIn {
  return env.FANGXING_USER !== undefined && env.FANGXING_APPID === undefined
    ? signInAsPerson(readPersonCredentials(env), language)
    : signInAsApp(readAppCredentials(env), language)
}
