/**
 * Runs a preflight, and again whenever a file of the folder changes, until the command is stopped.
 *
 * Changes that come together are one. A package that cannot be read while somebody is in the middle of
 * an edit is told, and watched on.
 */

import { once } from 'node:events'
import { watch } from 'node:fs'
import { describeFailure } from '../failure/describe-failure.ts'
import type { ExitCode } from '../failure/exit-code.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** Editors write a file in several steps; people do not save twice in this time. */
const TOGETHER_MS = 150

/** What a build or a tool writes by itself. */
const NOT_SOURCE = /(^|[\\/])(node_modules|miniprogram_npm|\.git|dist)([\\/]|$)/

export async function watchPackage(
  folder: string,
  run: () => Promise<ExitCode>,
  terminal: Terminal,
): Promise<never> {
  let waiting: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  const next = () => {
    // One after another, so that the last answer is the one for the last change.
    running = (running ?? Promise.resolve()).then(() => runSafely(run, terminal))
    return running
  }
  // Watched before the first run, so that no change falls in between.
  const changes = watch(folder, { recursive: true }, (_, filename) => {
    if (filename !== null && NOT_SOURCE.test(filename)) return
    clearTimeout(waiting)
    waiting = setTimeout(() => void next(), TOGETHER_MS)
  })
  await next()
  await once(changes, 'close')
  throw new Error('the folder is not watched any more')
}

async function runSafely(run: () => Promise<ExitCode>, terminal: Terminal): Promise<void> {
  try {
    await run()
  } catch (error) {
    terminal.print(`fangxing: ${describeFailure(error, terminal.language)}`)
  }
  terminal.print(terminal.paint('dim', terminal.words(WATCHING)))
}

const WATCHING = {
  zh: '—— 等待改动，Ctrl-C 结束',
  en: '—— waiting for changes, Ctrl-C to end',
}
