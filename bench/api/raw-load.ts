/**
 * Sends prepared requests over plain sockets, as many as will go or at a rate, and times the answers.
 *
 * Load and server share a machine here, so what the load costs is taken from the server: requests
 * are bytes made ahead, an answer is read no further than its status, its length and, where one is
 * asked for, a mark in its body. Each connection waits for its answer before its next request. The
 * clock starts when all connections are open: clients keep theirs for hours, and opening a hundred at
 * once would be most of what the slowest answers of some seconds show. With a rate the time runs from
 * when a request was due: one that had to wait for its turn is counted as late (coordinated omission).
 */

import { connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { LoadOrder, LoadReport, LoadRequest } from './load.ts'
import { Timings } from './timings.ts'

interface Prepared {
  readonly bytes: Buffer
  readonly expects: Buffer | null
}

/** Of the first bytes of an answer, `HTTP/1.1 2xx`. */
const STATUS_AT = 9
const TWO = 0x32
const HEAD_END = '\r\n\r\n'
const LENGTH = /\r\ncontent-length: (\d+)/i
const MOST_ANSWER = 256 * 1024
/** A server that refuses would be asked thousands of times a second. */
const AGAIN_AFTER_MS = 50
/** For a server to take the connections that are open. */
const SETTLE_MS = 50

export async function runLoad(order: LoadOrder): Promise<LoadReport> {
  const { connections, seconds, amount = Number.POSITIVE_INFINITY, rate } = order
  const url = new URL(order.url)
  const requests = order.requests.map((request) => prepare(request, url.host))
  const done = Promise.withResolvers<LoadReport>()
  const timings = new Timings()
  const idle: Client[] = []
  const heard: Heard = {
    answered(client, dueAt, isRight) {
      if (isOver) return
      timings.add(performance.now() - dueAt)
      if (isRight) answered += 1
      else failed += 1
      next(client)
    },
    broken(client) {
      if (isOver) return
      failed += 1
      void setTimeout(AGAIN_AFTER_MS).then(() => next(client))
    },
  }
  const clients = Array.from(
    { length: connections },
    (_, nth) => new Client(url, shareOf(requests, nth, connections), heard),
  )
  await Promise.all(clients.map((client) => client.ready()))
  await setTimeout(SETTLE_MS)
  const startedAt = performance.now()
  const endsAt = order.amount === undefined ? startedAt + seconds * 1000 : Number.POSITIVE_INFINITY
  let [sent, answered, failed, isOver] = [0, 0, 0, false]

  /** Gives the client its next request, or lets it wait until one is due. */
  function next(client: Client): void {
    const now = performance.now()
    if (now >= endsAt || answered + failed >= amount) end(now)
    if (isOver || sent >= amount) return
    if (rate !== undefined && startedAt + (sent * 1000) / rate > now) {
      idle.push(client)
      return
    }
    const dueAt = rate === undefined ? now : startedAt + (sent * 1000) / rate
    sent += 1
    client.ask(dueAt)
  }

  function end(now: number): void {
    if (isOver) return
    isOver = true
    clearInterval(ticking)
    for (const client of clients) client.close()
    const perSecond = (answered * 1000) / (now - startedAt)
    done.resolve({ perSecond, answered, failed, ...timings.summarise() })
  }

  const ticking = setInterval(() => {
    const now = performance.now()
    if (now >= endsAt) end(now)
    for (const client of idle.splice(0)) next(client)
  }, 1)
  for (const client of clients) next(client)
  return done.promise
}

interface Heard {
  answered(client: Client, dueAt: number, isRight: boolean): void
  broken(client: Client): void
}

/** One connection, opened again when it breaks. */
class Client {
  private readonly url: URL
  private readonly requests: readonly Prepared[]
  private readonly heard: Heard
  private readonly room = Buffer.alloc(MOST_ANSWER)
  private socket: Socket | null = null
  private filled = 0
  private nth = -1
  private dueAt = 0
  private isWaiting = false

  constructor(url: URL, requests: readonly Prepared[], heard: Heard) {
    this.url = url
    this.requests = requests
    this.heard = heard
  }

  /** When its connection is open, or cannot be opened now. */
  ready(): Promise<void> {
    const socket = this.open()
    this.socket = socket
    return new Promise((resolve) => socket.once('connect', resolve).once('close', () => resolve()))
  }

  ask(dueAt: number): void {
    this.dueAt = dueAt
    this.nth = (this.nth + 1) % this.requests.length
    this.isWaiting = true
    this.filled = 0
    this.socket ??= this.open()
    this.socket.write((this.requests[this.nth] as Prepared).bytes)
  }

  close(): void {
    this.isWaiting = false
    this.socket?.destroy()
  }

  private open(): Socket {
    const onread = {
      buffer: Buffer.alloc(64 * 1024),
      callback: (length: number, bytes: Uint8Array) => {
        this.read(bytes, length)
        return true
      },
    }
    const socket = connect({
      ...{ host: this.url.hostname, port: Number(this.url.port), noDelay: true, onread },
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      this.socket = null
      if (!this.isWaiting) return
      this.isWaiting = false
      this.heard.broken(this)
    })
    return socket
  }

  private read(bytes: Uint8Array, length: number): void {
    if (!this.isWaiting || this.filled + length > MOST_ANSWER) return
    this.room.set(bytes.subarray(0, length), this.filled)
    this.filled += length
    const head = this.room.subarray(0, this.filled).indexOf(HEAD_END)
    if (head === -1) return
    const [, digits = '0'] = LENGTH.exec(this.room.toString('latin1', 0, head)) ?? []
    const end = head + HEAD_END.length + Number(digits)
    if (this.filled < end) return
    this.isWaiting = false
    this.heard.answered(this, this.dueAt, this.isRight(end))
  }

  private isRight(end: number): boolean {
    const { expects } = this.requests[this.nth] as Prepared
    if (this.room[STATUS_AT] !== TWO) return false
    return expects === null || this.room.subarray(0, end).includes(expects)
  }
}

function prepare({ path, type, body, encoding, expects }: LoadRequest, host: string): Prepared {
  const content = Buffer.from(body, encoding ?? 'utf8')
  const head = [
    `POST ${path} HTTP/1.1`,
    `host: ${host}`,
    'connection: keep-alive',
    `content-type: ${type}`,
    `content-length: ${content.length}`,
  ]
  return {
    bytes: Buffer.concat([Buffer.from(`${head.join('\r\n')}${HEAD_END}`), content]),
    expects: expects === undefined ? null : Buffer.from(expects),
  }
}

function shareOf<Entry>(entries: readonly Entry[], nth: number, clients: number): Entry[] {
  return entries.filter(
    (_entry, index) => index % clients === nth % Math.min(clients, entries.length),
  )
}
