/**
 * Does the work of `fangxing rehearse`.
 *
 * Starts a server of its own in a temporary folder, with a simulated clock, and plays every part
 * over HTTP: operator, developer, reviewer, authority. Nothing outside that folder is touched, and
 * the folder goes when the rehearsal ends, also when it fails.
 */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { startServer } from '@fangxing/server'
import { packFiles } from '@fangxing/server/archive'
import { EXIT, type ExitCode } from '../failure/exit-code.ts'
import { readPackage } from '../input/read-package.ts'
import { parseCategory, type SubjectOptions, toSubject } from '../input/submission-options.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { castParts } from './cast.ts'
import { liveThrough } from './live-through.ts'

/** A category that files, because the seven days are what one comes to see. */
const REHEARSED_CATEGORY = parseCategory('社交/笔记')

export interface RehearseOptions extends SubjectOptions {
  readonly release: string
}

export async function rehearse(
  path: string,
  options: RehearseOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const archive = await packFiles(await readPackage(path))
  const folder = await mkdtemp(join(tmpdir(), 'fangxing-rehearse-'))
  terminal.complain(
    terminal.words({
      zh: '启动临时服务器，首次约需几秒 …',
      en: 'Starting a temporary server, some seconds the first time …',
    }),
  )

  try {
    const server = await startServer({
      dataDirectory: folder,
      port: 0,
      host: '127.0.0.1',
      simulatedClock: true,
      log: () => undefined,
    })
    try {
      const parts = await castParts(server, terminal.language, {
        appName: basename(resolve(path)),
        subject: toSubject(options),
        categories: options.category ?? [REHEARSED_CATEGORY],
      })
      const end = await liveThrough(parts, { archive, version: options.release }, terminal)
      return end.state === 'launched' ? EXIT.clean : EXIT.findings
    } finally {
      await server.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
