/**
 * One child process as the pool sees it: starts, takes a job, may be killed at any moment.
 *
 * A child and not a thread: a decoder that is driven into a fault takes its whole process along, and
 * that must not be the server. `run` always settles: with what was seen, or with how the child ended.
 */

import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { SeenClip, SeenPicture } from '@fangxing/contract'
import type { ChildSettings, FromChild, Job, JobProgress, ToChild } from './jobs.ts'

/** The program that children run. */
export const CHILD_MAIN = join(import.meta.dirname, 'child-main.ts')

/**
 * For glibc, others do not look: give memory back at once. Ten thousand small damaged pictures left
 * 800 MB in a child, and two thousand leave 250 MB with these, level from the first thousand on.
 */
const MEMORY = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_TRIM_THRESHOLD_: '131072',
  MALLOC_MMAP_THRESHOLD_: '131072',
}

/** Pixels and weights lie outside of it: what lies in it are words, boxes and messages. */
const HEAP_MEGABYTES = 512

/** What programs need to be found, to speak a language and to reach a network. No secret of ours. */
const PASSED_ON =
  /^(path|home|lang|lc_.*|tz|systemroot|windir|(https?|no|all)_proxy|node_extra_ca_certs|ssl_cert_.*)$/i

function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => PASSED_ON.test(name)))
}

export type Ending =
  | { readonly kind: 'seen'; readonly seen: SeenPicture | SeenClip; readonly megabytes: number }
  | { readonly kind: 'died'; readonly reason: string }

export interface Child {
  /** False once it has ended by itself or was ended. */
  isAlive(): boolean
  /** One job at a time. */
  run(
    job: Job,
    onProgress: (seen: SeenPicture | SeenClip, progress: JobProgress) => void,
  ): Promise<Ending>
  /** Asks the job that runs to stop at its next step. */
  cancel(): void
  /** Ends it and all that it started, at once; resolves when it is gone. */
  kill(): Promise<void>
}

/** `directory` is where it and the programs it starts may leave files. */
export function startChild(settings: ChildSettings, directory: string, main: string): Child {
  const child = fork(main, [directory], {
    serialization: 'advanced',
    // Its own group, so that the programs it starts can be ended with it.
    detached: process.platform !== 'win32',
    // Decoders write a line for each odd file: whoever sends files could fill the log with them.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: ['--disable-warning=ExperimentalWarning', `--max-old-space-size=${HEAP_MEGABYTES}`],
    env: { ...environment(), ...MEMORY, TMPDIR: directory, TMP: directory, TEMP: directory },
  })
  const gone = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
  // Once: a promise that waits keeps all that was ever said to it, and a child has thousands of jobs.
  let died: Ending | undefined
  let finish: ((ending: Ending) => void) | undefined
  void gone.then((reason) => {
    died = { kind: 'died', reason }
    finish?.(died)
  })
  send(child, { kind: 'start', settings })
  return {
    isAlive: () => child.exitCode === null && child.signalCode === null && child.connected,
    run: (job, onProgress) =>
      new Promise<Ending>((resolve) => {
        const listen = (message: FromChild): void => {
          if (message.kind === 'progress') onProgress(message.seen, message.progress)
          if (message.kind === 'seen') finish?.(message)
        }
        finish = (ending) => {
          child.off('message', listen)
          finish = undefined
          resolve(ending)
        }
        child.on('message', listen)
        send(child, { kind: 'job', job })
        if (died !== undefined) finish(died)
      }),
    cancel: () => send(child, { kind: 'cancel' }),
    async kill() {
      killGroup(child)
      await gone
    },
  }
}

/** To a child that is gone nothing can be said; its end is told by `run`. */
function send(child: ChildProcess, message: ToChild): void {
  if (child.connected) child.send(message, () => undefined)
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
  } catch {
    // It had ended by itself.
  }
}
