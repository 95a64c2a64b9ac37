/** Does the work of `fangxing submit`. */

import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Category } from '@fangxing/contract'
import { packFiles } from '@fangxing/server/archive'
import { EXIT, type ExitCode } from '../failure/exit-code.ts'
import { UsageError } from '../failure/usage-error.ts'
import { readPackage } from '../input/read-package.ts'
import { readTextFile } from '../input/read-text.ts'
import type { UgcOptions } from '../input/ugc-options.ts'
import { toUgcDeclaration } from '../input/ugc-options.ts'
import { type Api, openApi } from '../remote/api.ts'
import { readAppCredentials, signInAsApp } from '../remote/sign-in.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { followRelease } from '../timeline/follow-release.ts'
import { describeStanding, describeTitle, type ReleaseView } from '../timeline/render-timeline.ts'
import { sendRelease } from './send-release.ts'

export interface SubmitOptions extends UgcOptions {
  readonly server: string
  readonly release?: string
  readonly description: string
  readonly category?: readonly Category[]
  readonly note?: string
  readonly wait: boolean
}

/** States in which the developer has got a no. */
const REFUSED = new Set(['rejected', 'filingRejected', 'takedownOrdered', 'takenDown'])

export async function submit(
  path: string,
  options: SubmitOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const credentials = readAppCredentials(terminal.env)
  const version = options.release ?? (await findVersion(path))
  const archive = await packFiles(await readPackage(path))
  const api = openApi(
    options.server,
    terminal.language,
    signInAsApp(credentials, terminal.language),
  )

  const submitted = await sendRelease(api, credentials.appid, {
    archive,
    version,
    description: options.description,
    submission: toSubmission(options),
  })
  terminal.print(describeTitle(submitted))
  return options.wait ? wait(api, submitted, terminal) : EXIT.clean
}

/** Waits until it is the developer's turn again, or nobody's. */
async function wait(api: Api, { id }: ReleaseView, terminal: Terminal): Promise<ExitCode> {
  terminal.complain(
    terminal.words({
      zh: '等待审核结果；按 Ctrl-C 只停止等待，不会撤回。',
      en: 'Waiting for the result. Ctrl-C ends the waiting and withdraws nothing.',
    }),
  )
  const end = await followRelease(api, id, terminal).until(
    ({ state, whoseTurn }) =>
      state !== 'draft' && (whoseTurn === 'developer' || whoseTurn === 'nobody'),
  )
  for (const line of describeStanding(end, terminal)) terminal.print(line)
  return REFUSED.has(end.state) ? EXIT.findings : EXIT.clean
}

function toSubmission(options: SubmitOptions): object {
  const { category, note } = options
  const ugcDeclaration = toUgcDeclaration(options)
  return {
    ...(category === undefined ? {} : { categories: category }),
    ...(note === undefined ? {} : { note }),
    ...(ugcDeclaration === undefined ? {} : { ugcDeclaration }),
  }
}

async function findVersion(path: string): Promise<string> {
  const manifest = join(path, 'package.json')
  const isThere = await stat(manifest).then(
    () => true,
    () => false,
  )
  const version = isThere ? parseVersion(await readTextFile(manifest)) : undefined
  if (version !== undefined) return version
  throw new UsageError({
    zh: `${path} 没有带 version 的 package.json，请用 --release 给出版本号。`,
    en: `${path} has no package.json with a version. Give one with --release.`,
  })
}

function parseVersion(text: string): string | undefined {
  try {
    const { version } = JSON.parse(text) as { version?: unknown }
    return typeof version === 'string' ? version : undefined
  } catch {
    return undefined
  }
}
