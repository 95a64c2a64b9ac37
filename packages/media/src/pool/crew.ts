/**
 * A fixed number of children and the jobs that wait for one, first come first served; of several the
 * last is kept from clips, which take minutes where a picture takes a moment.
 *
 * Children start when they are first needed. One that has died, outlived its job's time or grown too
 * large is replaced for the next job; the job it had settles with what was seen. Nothing is retried:
 * a picture that kills a decoder would kill it again.
 */

import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { SeenClip, SeenPicture, Wording } from '@fangxing/contract'
import { CANCELLED } from '../observe/observe-picture.ts'
import { CHILD_MAIN, type Child, type Ending, startChild } from './child.ts'
import { CHILD_FOLDER } from './end-group.ts'
import type { ChildSettings, Job, JobProgress } from './jobs.ts'
import { openTurns } from './turns.ts'
import { unseen } from './unseen.ts'

export interface CrewSettings {
  /** Every child gets a folder of its own in here, emptied with the child. */
  readonly directory: string
  readonly workers: number
  readonly child: ChildSettings
  /** The program of the children. Default: the one that observes. */
  readonly main?: string
  /** How long a job may run, by kind. */
  readonly seconds: Readonly<Record<Job['kind'], number>>
}

export interface Crew {
  run(job: Job, sha256: string, options: RunOptions): Promise<SeenPicture | SeenClip>
  close(): Promise<void>
}

interface RunOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: JobProgress) => void
}

/** A child in its folder. */
interface Seat {
  readonly child: Child
  readonly folder: string
}

/** A child that holds more than this after a job is replaced: native memory is never given back. */
const MAX_MEGABYTES = 1500
/** A job that was cancelled has this long to stop by itself before its child is ended. */
const CANCEL_MS = 1000

export function startCrew(settings: CrewSettings): Crew {
  const closing = new AbortController()
  const idle: Seat[] = []
  const busy = new Set<Promise<unknown>>()
  const turns = openTurns(settings.workers)
  const clipTurns = openTurns(Math.max(1, settings.workers - 1))

  const takeTurn = async (kind: Job['kind'], signal: AbortSignal) => {
    if (kind === 'picture') return turns.take(signal)
    if (!(await clipTurns.take(signal))) return false
    if (await turns.take(signal)) return true
    clipTurns.give()
    return false
  }
  const giveTurn = (kind: Job['kind']) => {
    turns.give()
    if (kind === 'clip') clipTurns.give()
  }

  const runNow = async (job: Job, sha256: string, options: RunOptions, signal: AbortSignal) => {
    if (!(await takeTurn(job.kind, signal))) return unseen(job, sha256, undefined, CANCELLED)
    try {
      const seat = (await takeIdle(idle)) ?? (await takeSeat(settings))
      if (signal.aborted) {
        idle.push(seat)
        return unseen(job, sha256, undefined, CANCELLED)
      }
      const { seen, keep } = await runOn(seat, job, sha256, options, signal, settings)
      if (keep && !closing.signal.aborted) idle.push(seat)
      else await leaveSeat(seat)
      return seen
    } finally {
      giveTurn(job.kind)
    }
  }

  return {
    run(job, sha256, options) {
      const signals = [closing.signal, ...(options.signal ? [options.signal] : [])]
      const running = runNow(job, sha256, options, AbortSignal.any(signals))
      busy.add(running)
      return running.finally(() => busy.delete(running))
    },
    async close() {
      closing.abort()
      await Promise.allSettled(busy)
      await Promise.all(idle.splice(0).map(leaveSeat))
    },
  }
}

async function runOn(
  { child }: Seat,
  job: Job,
  sha256: string,
  options: RunOptions,
  signal: AbortSignal,
  { seconds }: CrewSettings,
): Promise<{ seen: SeenPicture | SeenClip; keep: boolean }> {
  let soFar: SeenPicture | SeenClip | undefined
  const watch = watchOver(child, seconds[job.kind], signal)
  const ending = await child.run(job, (seen, progress) => {
    soFar = seen
    options.onProgress?.(progress)
  })
  const wasLate = watch.stop()
  if (ending.kind === 'seen') {
    return { seen: ending.seen, keep: ending.megabytes <= MAX_MEGABYTES }
  }
  const because = wasLate ? outOfTime(seconds[job.kind]) : signal.aborted ? CANCELLED : died(ending)
  return { seen: unseen(job, sha256, soFar, because), keep: false }
}

/** Ends the child when its time is up, or soon after the signal. `stop` tells whether it was late. */
function watchOver(child: Child, seconds: number, signal: AbortSignal): { stop(): boolean } {
  let wasLate = false
  const deadline = setTimeout(() => {
    wasLate = true
    void child.kill()
  }, seconds * 1000)
  let grace: NodeJS.Timeout | undefined
  const cancel = (): void => {
    child.cancel()
    grace = setTimeout(() => void child.kill(), CANCEL_MS)
  }
  if (signal.aborted) cancel()
  else signal.addEventListener('abort', cancel, { once: true })
  return {
    stop() {
      clearTimeout(deadline)
      clearTimeout(grace)
      signal.removeEventListener('abort', cancel)
      return wasLate
    },
  }
}

/** One that ended while nobody used it is cleared away. */
async function takeIdle(idle: Seat[]): Promise<Seat | undefined> {
  for (let seat = idle.pop(); seat; seat = idle.pop()) {
    if (seat.child.isAlive()) return seat
    await leaveSeat(seat)
  }
  return undefined
}

async function takeSeat({ directory, child, main = CHILD_MAIN }: CrewSettings): Promise<Seat> {
  const folder = await mkdtemp(join(directory, CHILD_FOLDER))
  return { folder, child: startChild(child, folder, main) }
}

async function leaveSeat({ child, folder }: Seat): Promise<void> {
  await child.kill()
  await rm(folder, { recursive: true, force: true })
}

function outOfTime(seconds: number): Wording {
  return {
    zh: `检测超过 ${seconds} 秒，已停止`,
    en: `it was stopped after ${seconds} seconds`,
  }
}

function died(ending: Extract<Ending, { kind: 'died' }>): Wording {
  return {
    zh: `检测进程意外退出（${ending.reason}）`,
    en: `the process that measured it ended unexpectedly (${ending.reason})`,
  }
}
