/**
 * Clients that remember what they were told: every `trace_id` that came back with `errcode` 0.
 *
 * Each waits for its answer before the next request and tries the next text when a server is gone.
 * With a rate, a client that is ahead of it waits; one that is behind does not.
 */

import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { LoadRequest } from './load.ts'

export interface Crowd {
  /** Of answers with `errcode` 0. */
  readonly acknowledged: readonly string[]
  /** Requests without an answer, or with another one. */
  readonly failed: number
  /** Ends when every client has its last answer. */
  stop(): Promise<void>
}

export interface CrowdOrder {
  readonly url: string
  readonly clients: number
  /** The n-th request of all. */
  readonly next: (n: number) => LoadRequest
  /** Requests a second of all; as many as will go when absent. */
  readonly rate?: number
}

/** A server that was killed is up again in a second or two: no use in asking thousands of times. */
const WAIT_AFTER_FAILURE_MS = 100

export function startCrowd({ url, clients, next, rate }: CrowdOrder): Crowd {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const acknowledged: string[] = []
  const startedAt = performance.now()
  let [sent, failed, isOver] = [0, 0, false]

  async function live(): Promise<void> {
    while (!isOver) {
      const n = sent
      sent += 1
      const ahead = rate === undefined ? 0 : startedAt + (n * 1000) / rate - performance.now()
      if (ahead > 1) await pause(ahead)
      const id = await ask(agent, url, next(n)).catch(() => null)
      if (id !== null) acknowledged.push(id)
      else {
        failed += 1
        await pause(WAIT_AFTER_FAILURE_MS)
      }
    }
  }

  const living = Promise.all(Array.from({ length: clients }, live))
  return {
    acknowledged,
    get failed() {
      return failed
    },
    async stop() {
      isOver = true
      await living
      agent.destroy()
    },
  }
}

/** The trace id of a good answer, null for any other; rejects when none came. */
function ask(agent: Agent, url: string, { path, type, body }: LoadRequest): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': type, 'content-length': Buffer.byteLength(body) }
    const sent = request(`${url}${path}`, { agent, method: 'POST', headers }, (response) => {
      response.setEncoding('utf8')
      let text = ''
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => {
        const { errcode, trace_id } = JSON.parse(text) as { errcode: number; trace_id?: string }
        resolve(errcode === 0 && trace_id !== undefined ? trace_id : null)
      })
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
