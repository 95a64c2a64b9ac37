/**
 * Takes the newest stretch of a live stream, as a file that can be looked at.
 *
 * HLS: the pieces that end the playlist, as many as the stretch needs, put behind each other. Anything
 * else that is one long answer (HTTP-FLV, MPEG-TS): what arrives in as many seconds. Bounded by bytes
 * and by time; every address goes through the caller's `open`. Says why when there is nothing.
 */

import { createDecipheriv } from 'node:crypto'
import type { Wording } from '@fangxing/contract'
import { type Piece, type PieceKey, readPlaylist } from './hls.ts'
import { type OpenStream, type ReadBounds, readWhole, untilAborted } from './open-stream.ts'

export interface StretchOptions {
  readonly seconds: number
  readonly maxBytes: number
  readonly signal: AbortSignal
}

export type Stretch =
  | { readonly ok: true; readonly bytes: Buffer; readonly isEnded: boolean }
  | { readonly ok: false; readonly because: Wording }

const MAX_PLAYLIST = 1024 * 1024
const BLOCK = 16

export async function takeStretch(
  open: OpenStream,
  url: string,
  options: StretchOptions,
): Promise<Stretch> {
  try {
    return await take(open, url, options, 0)
  } catch {
    return { ok: false, because: options.signal.aborted ? CANCELLED : UNREACHABLE }
  }
}

async function take(
  open: OpenStream,
  url: string,
  options: StretchOptions,
  depth: number,
): Promise<Stretch> {
  const begun = await readBeginning(open, url, options)
  if (!begun.isPlaylist) {
    const { bytes } = begun
    return bytes.length === 0
      ? { ok: false, because: EMPTY }
      : { ok: true, bytes, isEnded: begun.isEnded }
  }
  const playlist = readPlaylist(begun.bytes.toString('utf8'), begun.url)
  if (playlist?.kind === 'offers' && depth === 0) {
    const [smallest] = playlist.streams.toSorted((one, other) => other.bandwidth - one.bandwidth)
    if (smallest) return await take(open, smallest.url, options, depth + 1)
  }
  if (playlist?.kind !== 'pieces' || playlist.pieces.length === 0)
    return { ok: false, because: EMPTY }
  const newest = newestOf(playlist.pieces, options.seconds)
  const head = playlist.head === undefined ? [] : [{ url: playlist.head }]
  const parts: Buffer[] = []
  let left = options.maxBytes
  for (const piece of [...head, ...newest]) {
    const bytes = await readPiece(open, piece, { maxBytes: left, signal: options.signal })
    left -= bytes.length
    parts.push(bytes)
  }
  return { ok: true, bytes: Buffer.concat(parts), isEnded: playlist.isEnded }
}

/** A whole playlist, or as much of a stream as comes within the stretch. */
async function readBeginning(open: OpenStream, url: string, options: StretchOptions) {
  const opened = await open(url, options.signal)
  const parts: Uint8Array[] = []
  let [size, until, isPlaylist, isEnded] = [0, Number.POSITIVE_INFINITY, false, true]
  for await (const part of untilAborted(opened.body, options.signal)) {
    if (size === 0) {
      isPlaylist = Buffer.from(part.subarray(0, 10)).toString('utf8').includes('#EXTM3U')
      until = performance.now() + options.seconds * 1000
    }
    parts.push(part)
    size += part.length
    if (isPlaylist && size > MAX_PLAYLIST) throw new Error('the playlist is too long')
    if (!isPlaylist && (performance.now() >= until || size >= options.maxBytes)) {
      isEnded = false
      break
    }
  }
  return { url: opened.url, bytes: Buffer.concat(parts), isPlaylist, isEnded }
}

/** From the end, until they last as long as the stretch. */
function newestOf(pieces: readonly Piece[], seconds: number): readonly Piece[] {
  let sum = 0
  const from = pieces.findLastIndex((piece) => {
    sum += piece.seconds
    return sum >= seconds
  })
  return pieces.slice(Math.max(0, from))
}

async function readPiece(
  open: OpenStream,
  piece: Pick<Piece, 'url'> & Partial<Piece>,
  bounds: ReadBounds,
): Promise<Buffer> {
  const { bytes } = await readWhole(open, piece.url, bounds)
  const part = piece.range
    ? bytes.subarray(piece.range.start, piece.range.start + piece.range.length)
    : bytes
  return piece.key ? await decipher(open, part, piece.key, piece.sequence ?? 0, bounds) : part
}

/** AES-128 over the whole piece (RFC 8216 §5.2); other methods hide single samples and are refused. */
async function decipher(
  open: OpenStream,
  bytes: Buffer,
  { method, url, vector }: PieceKey,
  sequence: number,
  bounds: ReadBounds,
): Promise<Buffer> {
  if (method !== 'AES-128' || url === undefined) throw new Error(`cannot decipher ${method}`)
  const key = await readWhole(open, url, { ...bounds, maxBytes: BLOCK })
  const start = Buffer.alloc(BLOCK)
  if (vector === undefined) start.writeUInt32BE(sequence >>> 0, BLOCK - 4)
  else Buffer.from(vector.padStart(2 * BLOCK, '0'), 'hex').copy(start)
  const cipher = createDecipheriv('aes-128-cbc', key.bytes, start)
  return Buffer.concat([cipher.update(bytes), cipher.final()])
}

const CANCELLED: Wording = { zh: '检测已取消。', en: 'It was cancelled.' }
const EMPTY: Wording = { zh: '直播流里没有内容。', en: 'There is nothing in the live stream.' }
const UNREACHABLE: Wording = {
  zh: '打不开直播流：地址不允许访问、没有回答、加密方式不支持，或超过大小上限。',
  en: 'The live stream could not be opened: its address is not allowed, did not answer, is enciphered in an unknown way, or gave more than the limit.',
}
