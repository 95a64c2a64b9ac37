/**
 * Answers text checks straight from the socket, ahead of Node's HTTP: what Node makes for each request
 * costs twice what reading and answering it does.
 *
 * Takes a request only when it is plain (`plain-head.ts`), its head came at once, its body soon after,
 * and nothing behind it; a client waits for its answer before it asks again. Anything else, the socket
 * goes to Node with every byte that was not answered, and stays there: broken, slow and hostile senders
 * meet Node's reader and its limits. A connection with nothing to do ends when Node would end it.
 */

import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { systemClock } from '../clock.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { type PlainHead, parsePlainHead } from './plain-head.ts'
import { answerVisit, TextVisit } from './text-visit.ts'

const HEAD_END = '\r\n\r\n'
/** Half of what Node takes. */
const MOST_HEAD = 8 * 1024
/** One client's heads differ by length and token only; forgotten all at once. Longer ones are rare. */
const MOST_HEADS = 4096
const MOST_KEPT_HEAD = 1024
/** Of head and body: the longest text of a check, and each piece costs as much as all before it. */
const MOST_WAITED_FOR = 16 * 1024
/** Every connection is looked at, so not too often. Whose body has not come by then is for Node. */
const LOOK_EVERY_MS = 5000
/** Who stops still answers what is on its way: what lies in the kernel would be lost with its connection. */
const LAST_WORD_MS = 250

type Enter = (this: Server, socket: Socket) => void

/** Before the app listens. */
export function openSocketDoor(app: App, ports: Ports): void {
  const { server } = app
  const [enter] = server.listeners('connection') as Enter[]
  if (enter === undefined) throw new Error('the server takes no connections')
  const door: Door = {
    server,
    ports,
    lines: new Set(),
    heads: new Map(),
    isClosing: false,
    enter: (socket) => enter.call(server, socket),
  }
  server.off('connection', enter)
  server.on('connection', (socket: Socket) => door.lines.add(new Line(socket, door)))
  const everyMs = Math.min(LOOK_EVERY_MS, server.headersTimeout || LOOK_EVERY_MS)
  const looking = setInterval(() => lookAtLines(door, everyMs), everyMs).unref()
  app.addHook('preClose', (done) => {
    door.isClosing = true
    if (door.lines.size === 0) clearInterval(looking)
    else setTimeout(() => endQuietLines(door), LAST_WORD_MS)
    done()
  })
  server.once('close', () => clearInterval(looking))
}

function endQuietLines({ lines }: Door): void {
  for (const line of lines) if (!line.isHalfRead) line.stopWaiting()
}

interface Door {
  readonly server: Server
  readonly ports: Ports
  readonly lines: Set<Line>
  /** Those that came lately, by their text: most come again. */
  readonly heads: Map<string, PlainHead>
  readonly enter: (socket: Socket) => void
  isClosing: boolean
}

function lookAtLines({ lines, server }: Door, everyMs: number): void {
  for (const line of lines) {
    line.quietMs += everyMs
    const most = line.isFresh ? server.headersTimeout : server.keepAliveTimeout
    if (line.isHalfRead || (most > 0 && line.quietMs > most)) line.stopWaiting()
  }
}

/** A connection on which nothing but plain text checks came so far. */
class Line {
  /** Since the last request, about. */
  quietMs = 0
  isFresh = true
  private readonly socket: Socket
  private readonly door: Door
  private isAnswering = false
  private hasEnded = false
  /** Came and is not answered yet: a part, or what came before its turn. */
  private kept: Buffer | null = null

  constructor(socket: Socket, door: Door) {
    this.socket = socket
    this.door = door
    socket.on('data', this.read).on('end', this.end).on('close', this.forget)
    socket.on('error', ignore)
  }

  get isHalfRead(): boolean {
    return this.kept !== null && !this.isAnswering
  }

  /** What has nothing to do ends, what is half read goes to Node; an answer is waited for. */
  stopWaiting(): void {
    if (this.isAnswering) return
    if (this.kept === null) this.socket.destroy()
    else this.leave(this.kept)
  }

  private readonly read = (piece: Buffer): void => {
    const bytes = this.kept === null ? piece : Buffer.concat([this.kept, piece])
    if (this.isAnswering) {
      this.kept = bytes
      this.socket.pause()
      return
    }
    const visit = this.socket.writableNeedDrain ? null : readVisit(bytes, this.door.heads)
    if (visit === null) this.leave(bytes)
    else if (visit === 'half') this.kept = bytes
    else this.answer(visit)
  }

  private answer(visit: TextVisit): void {
    this.isAnswering = true
    this.kept = null
    this.isFresh = false
    this.quietMs = 0
    answerVisit(this.door.ports, visit, (json) => this.tell(visit, json))
  }

  private tell(visit: TextVisit, json: string): void {
    const { socket, door } = this
    this.isAnswering = false
    if (socket.destroyed) return
    // Whoever stops waits for connections that have nothing to do any more.
    const isLast = this.hasEnded || (door.isClosing && this.kept === null)
    const length = Buffer.byteLength(json)
    const answer = `${toHead(visit, door.server, { length, isLast })}${json}`
    socket.write(answer, length === json.length ? 'latin1' : 'utf8')
    if (isLast) socket.end()
    else if (this.kept !== null) this.leave(this.kept)
  }

  private readonly end = (): void => {
    this.hasEnded = true
    if (!this.isAnswering) this.socket.end()
  }

  /** To Node, with what was not answered. */
  private leave(bytes: Buffer): void {
    const { socket } = this
    this.forget()
    socket.off('data', this.read).off('end', this.end).off('close', this.forget)
    socket.off('error', ignore)
    socket.pause()
    socket.unshift(bytes)
    this.door.enter(socket)
    socket.resume()
  }

  private readonly forget = (): void => {
    this.door.lines.delete(this)
  }
}

/** Whatever broke, the connection closes and is forgotten. */
function ignore(): void {}

/** Null: not plain, too long, or not alone. */
function readVisit(bytes: Buffer, heads: Map<string, PlainHead>): TextVisit | 'half' | null {
  const end = bytes.indexOf(HEAD_END)
  if (end <= 0 || end > MOST_HEAD) return null
  const head = findHead(bytes.toString('latin1', 0, end), heads)
  const start = end + HEAD_END.length
  if (head === null || bytes.length > start + head.length) return null
  if (bytes.length < start + head.length) {
    return start + head.length > MOST_WAITED_FOR ? null : 'half'
  }
  const { url, headers, token } = head
  return new TextVisit({ url, headers, token, body: bytes.subarray(start) })
}

function findHead(text: string, heads: Map<string, PlainHead>): PlainHead | null {
  const known = heads.get(text)
  if (known !== undefined) return known
  const head = parsePlainHead(text)
  if (head === null || text.length > MOST_KEPT_HEAD) return head
  if (heads.size === MOST_HEADS) heads.clear()
  heads.set(text, head)
  return head
}

interface Body {
  readonly length: number
  readonly isLast: boolean
}

function toHead({ told }: TextVisit, server: Server, { length, isLast }: Body): string {
  let head = 'HTTP/1.1 200 OK\r\n'
  for (let at = 0; at < told.length; at += 2) head += `${told[at]}: ${told[at + 1]}\r\n`
  const connection = isLast
    ? 'Connection: close'
    : `Connection: keep-alive\r\nKeep-Alive: timeout=${Math.floor(server.keepAliveTimeout / 1000)}`
  return `${head}content-length: ${length}\r\nDate: ${dateOfNow()}\r\n${connection}${HEAD_END}`
}

let [dateSecond, date] = [0, '']

function dateOfNow(): string {
  const now = systemClock.now()
  const second = Math.floor(now / 1000)
  if (second !== dateSecond) [dateSecond, date] = [second, new Date(now).toUTCString()]
  return date
}
