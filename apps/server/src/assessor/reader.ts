/**
 * One process that reads packages, seen from the server: asked one task at a time.
 *
 * However it ends while it has a task (crash, memory, time), the task is answered with
 * `PACKAGE_ASSESSMENT_CRASHED` and the reason. It inherits no environment, no standard input and no
 * shell. Its memory limit is V8's heap; the bytes of a package, bounded by `packageLimits`, come on
 * top. Never restarts: whoever holds it takes another.
 */

import { type ChildProcess, fork, type Serializable } from 'node:child_process'
import { Socket } from 'node:net'
import { AppError } from '@fangxing/contract'
import type { Log } from '../log.ts'
import type { Answer, Task } from './tasks.ts'

export interface ReaderOptions {
  readonly entry: URL
  readonly timeoutMs: number
  readonly maxMemoryMb: number
  readonly log: Log
}

type Reason = 'crashed' | 'outOfMemory' | 'outOfTime'

/** What V8 says before it gives up comes within this much of the end. */
const KEPT_STDERR = 4096
const LOGGED_STDERR = 300

export class Reader {
  /** Resolves once no task can be given to it any more. */
  readonly gone: Promise<void>
  private readonly options: ReaderOptions
  private readonly child: ChildProcess
  private readonly closed = Promise.withResolvers<void>()
  private turn: PromiseWithResolvers<Answer> | null = null
  private isOvertime = false
  private isStopped = false
  private stderr = ''

  constructor(options: ReaderOptions) {
    const { entry, maxMemoryMb } = options
    this.options = options
    this.child = fork(entry, [String(process.pid)], {
      cwd: import.meta.dirname,
      env: {},
      execArgv: [`--max-old-space-size=${maxMemoryMb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      windowsHide: true,
    })
    this.gone = new Promise((resolve) => {
      this.child.once('exit', () => resolve())
      this.child.once('error', () => resolve())
    })
    this.listen()
    this.letGo()
  }

  /** One at a time. Rejects with an `AppError` when the process ends first. */
  async ask(task: Task): Promise<Answer> {
    if (this.child.pid === undefined) throw this.toCrash('crashed', 'not started')
    const turn = Promise.withResolvers<Answer>()
    this.turn = turn
    this.hold()
    const timer = setTimeout(() => {
      this.isOvertime = true
      this.child.kill('SIGKILL')
    }, this.options.timeoutMs)
    // A channel that is closed already is told by the end of the process.
    this.child.send(task as unknown as Serializable, () => {})
    try {
      return await turn.promise
    } finally {
      this.turn = null
      clearTimeout(timer)
      this.letGo()
    }
  }

  /** Ends the process and waits for its end. */
  async stop(): Promise<void> {
    this.isStopped = true
    this.hold()
    if (this.child.pid === undefined || !this.child.kill('SIGKILL')) return
    await this.closed.promise
  }

  private listen(): void {
    this.child.stderr?.on('data', (chunk) => {
      this.stderr = `${this.stderr}${chunk}`.slice(-KEPT_STDERR)
    })
    this.child.on('message', (answer) => this.turn?.resolve(answer as Answer))
    this.child.on('error', (error) => {
      if (this.child.pid === undefined) this.end(String(error))
      else this.child.kill('SIGKILL')
    })
    this.child.on('close', (code, signal) => this.end(signal ?? `code ${code}`))
  }

  private end(ending: string): void {
    const reason = this.toReason()
    if (!this.isStopped) {
      const said = JSON.stringify(this.stderr.trim().slice(0, LOGGED_STDERR))
      this.options.log(`error ASSESSOR reason=${reason} ended=${ending} stderr=${said}`)
    }
    this.turn?.reject(this.toCrash(reason, ending))
    this.closed.resolve()
  }

  private toReason(): Reason {
    if (this.isOvertime) return 'outOfTime'
    return /heap out of memory|Array buffer allocation failed/.test(this.stderr)
      ? 'outOfMemory'
      : 'crashed'
  }

  private toCrash(reason: Reason, ended: string): AppError {
    const { timeoutMs, maxMemoryMb } = this.options
    const values = { crashed: { ended }, outOfMemory: { maxMemoryMb }, outOfTime: { timeoutMs } }
    return new AppError('PACKAGE_ASSESSMENT_CRASHED', { reason, ...values[reason] })
  }

  /** While it works, it keeps this program running. */
  private hold(): void {
    this.child.ref()
    this.child.channel?.ref()
  }

  /** While it waits, this program may end without it. */
  private letGo(): void {
    this.child.unref()
    this.child.channel?.unref()
    if (this.child.stderr instanceof Socket) this.child.stderr.unref()
  }
}
