/**
 * What this process is doing, over the last hour: requests, event loop, memory, queues, database.
 *
 * A sample every ten seconds, kept in memory only: a restart forgets them, and each process has its
 * own. Whoever asks also gets a sample of now, over the time since the last one.
 */

import type { Server } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Depths } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { openRequestMeter, type RequestMeter, type RequestReading } from './request-meter.ts'

const SAMPLE_EVERY_MS = 10_000
const KEPT_SAMPLES = 360
const NS_PER_MS = 1e6

export interface LoadSample extends RequestReading {
  readonly at: number
  readonly spanMs: number
  readonly loopDelayMs: number
  readonly loopDelayP99Ms: number
  /** Share of one core, over the span: 1 is one core's worth. */
  readonly processor: number
  readonly memoryBytes: number
  /** How long the database took to answer; null when it did not. */
  readonly databaseMs: number | null
  readonly depths: Depths | null
}

export interface Load {
  /** Oldest first; the last one is of now. */
  history(): Promise<readonly LoadSample[]>
  totals(): RequestReading['byStatus']
  close(): void
}

export function openLoad(server: Server, ports: Ports): Load {
  const meter = openRequestMeter(server)
  const sampler = openSampler(meter, ports)
  const samples: LoadSample[] = []

  const timer = setInterval(() => {
    sampler.sample().then((taken) => {
      samples.push(taken)
      if (samples.length > KEPT_SAMPLES) samples.shift()
    })
  }, SAMPLE_EVERY_MS)
  timer.unref()

  return {
    async history() {
      // One that is hardly begun would tell of the asking itself.
      const isFresh = samples.length > 0 && sampler.ageMs() < SAMPLE_EVERY_MS / 2
      return isFresh ? [...samples] : [...samples, await sampler.sample()]
    },
    totals: () => meter.total(),
    close() {
      clearInterval(timer)
      sampler.close()
      meter.close()
    },
  }
}

/** Takes one sample after the other, each over the time since the last. */
function openSampler(meter: RequestMeter, ports: Ports) {
  const loop = monitorEventLoopDelay({ resolution: 10 })
  loop.enable()
  let lastAt = performance.now()
  let lastUsage = process.cpuUsage()
  return {
    async sample(): Promise<LoadSample> {
      const spanMs = performance.now() - lastAt
      const used = process.cpuUsage(lastUsage)
      lastAt += spanMs
      lastUsage = process.cpuUsage()
      const taken = {
        ...meter.read(),
        at: ports.wallClock.now(),
        spanMs,
        loopDelayMs: delayOf(loop.mean),
        loopDelayP99Ms: delayOf(loop.percentile(99)),
        processor: (used.user + used.system) / 1000 / Math.max(1, spanMs),
        memoryBytes: process.memoryUsage.rss(),
      }
      loop.reset()
      return { ...taken, ...(await askDatabase(ports)) }
    },
    ageMs: () => performance.now() - lastAt,
    close: () => loop.disable(),
  }
}

/** The delay beyond the ten milliseconds at which it is looked at; nothing yet is NaN. */
function delayOf(ns: number): number {
  const ms = ns / NS_PER_MS
  return Number.isFinite(ms) ? Math.max(0, ms - 10) : 0
}

async function askDatabase({ storage, wallClock }: Ports) {
  const begunAt = performance.now()
  try {
    const depths = await storage.statistics.depths(wallClock.now())
    return { databaseMs: performance.now() - begunAt, depths }
  } catch {
    return { databaseMs: null, depths: null }
  }
}
