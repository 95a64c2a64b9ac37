/** Loads and servers as processes of their own, asked over their channels. */

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Usage } from './child.ts'

export interface LoadRequest {
  readonly path: string
  readonly type: string
  readonly body: string
  /** What `body` is written in; text goes as UTF-8. */
  readonly encoding?: 'base64'
  /** Stands in every right answer. */
  readonly expects?: string
}

export interface LoadOrder {
  readonly url: string
  /** Taken in turn by every connection. */
  readonly requests: readonly LoadRequest[]
  readonly connections: number
  /** Unless `amount` says how many requests. */
  readonly seconds: number
  readonly amount?: number
  /** Requests a second of all connections; as many as will go when absent. */
  readonly rate?: number
}

export interface LoadReport {
  readonly perSecond: number
  readonly answered: number
  readonly failed: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  readonly longest: number
}

export interface Member {
  readonly url: string
  readonly pid: number
  /** After a collection. */
  usage(): Promise<Usage>
  /** Microseconds; a collection would be counted too, so there is none. */
  cpuTime(): Promise<number>
  /** kill -9, and waits for the end. */
  kill(): Promise<void>
}

export type ChildProgram = 'child-echo.ts' | 'child-server.ts'

export async function startMember(
  program: ChildProgram,
  args: readonly string[] = [],
  flags: readonly string[] = [],
): Promise<Member> {
  const child = forkHere(program, args, flags)
  const { url } = await firstWord(child)
  return {
    url,
    pid: child.pid ?? 0,
    usage: () => ask(child, true),
    cpuTime: async () => (await ask(child, false)).cpu,
    kill: () => killHard(child),
  }
}

async function ask(child: ChildProcess, collects: boolean): Promise<Usage> {
  const answer = once(child, 'message')
  child.send({ collects })
  const [usage] = (await answer) as [Usage]
  return usage
}

export interface Loader {
  run(order: LoadOrder): Promise<LoadReport>
  close(): Promise<void>
}

export function startLoader(): Loader {
  const child = forkHere('child-load.ts', [], [])
  return {
    async run(order) {
      const answer = once(child, 'message')
      child.send(order)
      const [report] = (await answer) as [LoadReport]
      return report
    },
    close: () => killHard(child),
  }
}

function forkHere(
  program: string,
  args: readonly string[],
  flags: readonly string[],
): ChildProcess {
  return fork(join(import.meta.dirname, program), args, {
    execArgv: [...flags],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

/** Throws when the child ends before it can work; what went wrong stands in its own output. */
function firstWord(child: ChildProcess): Promise<{ readonly url: string }> {
  return new Promise((resolve, reject) => {
    child.once('message', (word) => resolve(word as { url: string }))
    child.once('exit', (code) => reject(new Error(`a process under measure ended with ${code}`)))
  })
}

async function killHard(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
