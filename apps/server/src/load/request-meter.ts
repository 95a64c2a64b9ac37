/**
 * Counts the requests that one HTTP server answers, and how long they took.
 *
 * Listens to what Node itself tells of every request, so no route and no hook costs more for it. Of
 * the first thousand between two readings every one is timed, then each sixteenth: a busy server
 * pays for a counter.
 */

import { channel } from 'node:diagnostics_channel'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createHistogram } from 'node:perf_hooks'

const TIMED_WHOLE = 1000
const STRIDE = 16

export interface RequestReading {
  readonly requests: number
  /** Answers by their first digit. */
  readonly byStatus: Readonly<Record<'2xx' | '3xx' | '4xx' | '5xx', number>>
  /** Milliseconds; null when nothing was timed. */
  readonly medianMs: number | null
  readonly p99Ms: number | null
}

export interface RequestMeter {
  /** Since the last reading; the next one begins now. */
  read(): RequestReading
  /** Since the start. */
  total(): RequestReading['byStatus']
  close(): void
}

interface Told {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly server: Server
}

export function openRequestMeter(server: Server): RequestMeter {
  const begun = new WeakMap<IncomingMessage, number>()
  const times = createHistogram()
  const totals = { '2xx': 0, '3xx': 0, '4xx': 0, '5xx': 0 }
  let since = { ...totals }
  let started = 0

  const onStart = (told: unknown) => {
    const { request, server: of } = told as Told
    if (of !== server) return
    started += 1
    if (started <= TIMED_WHOLE || started % STRIDE === 0) begun.set(request, performance.now())
  }
  const onFinish = (told: unknown) => {
    const { request, response, server: of } = told as Told
    if (of !== server) return
    const group = groupOf(response.statusCode)
    totals[group] += 1
    since[group] += 1
    const from = begun.get(request)
    if (from !== undefined) times.record(Math.max(1, Math.round((performance.now() - from) * 1000)))
  }
  const starts = channel('http.server.request.start')
  const finishes = channel('http.server.response.finish')
  starts.subscribe(onStart)
  finishes.subscribe(onFinish)

  return {
    read() {
      const byStatus = since
      const requests = Object.values(byStatus).reduce((sum, count) => sum + count, 0)
      const inMs = (share: number) => (times.count === 0 ? null : times.percentile(share) / 1000)
      const reading = { requests, byStatus, medianMs: inMs(50), p99Ms: inMs(99) }
      since = { '2xx': 0, '3xx': 0, '4xx': 0, '5xx': 0 }
      started = 0
      times.reset()
      return reading
    },
    total: () => ({ ...totals }),
    close() {
      starts.unsubscribe(onStart)
      finishes.unsubscribe(onFinish)
    },
  }
}

function groupOf(status: number): keyof RequestReading['byStatus'] {
  if (status >= 500) return '5xx'
  if (status >= 400) return '4xx'
  return status >= 300 ? '3xx' : '2xx'
}
