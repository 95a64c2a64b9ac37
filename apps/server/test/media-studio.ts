/**
 * What tests of media are tried on: an engine that sees what the bytes say, and a host of files.
 *
 * The engine is a value of the port, not the real one: what the real one sees of real files is tried
 * where it lives, and once through the whole server in `media-engine.test.ts`.
 */

import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SeenClip, SeenPicture } from '@fangxing/contract'
import type { KnownPictures } from '@fangxing/media'
import type { MediaEngine } from '../src/media-checks/media-engine.ts'

const SIGNATURES = {
  png: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  jpeg: Buffer.from('ffd8ffe000104a464946', 'hex'),
  gif: Buffer.from('GIF89a'),
  mp3: Buffer.from('ID3'),
  wav: Buffer.from('RIFF....WAVE'),
  mp4: Buffer.from('00000018667479706d703432', 'hex'),
} as const

export interface Scenery {
  /** Words in the picture, or spoken. Absent: could not be read or heard. */
  readonly words?: string
  readonly porn?: number
  readonly code?: string
  readonly width?: number
  readonly height?: number
  /** What it looks like: 64 hexadecimal digits. */
  readonly hash?: string
  /** What it would look like cropped or mirrored. */
  readonly variants?: readonly string[]
  /** The engine ends without an answer. */
  readonly crash?: boolean
  /** The engine never ends by itself. */
  readonly slow?: boolean
}

/** A file that the engine of `openStudio` sees as told. */
export function drawn(kind: keyof typeof SIGNATURES, scenery: Scenery = {}): Buffer {
  return Buffer.concat([SIGNATURES[kind], Buffer.from(`|${JSON.stringify(scenery)}`)])
}

export interface Studio extends MediaEngine {
  /** How often something was looked at. */
  readonly looks: number
}

export function openStudio(): Studio {
  let looks = 0
  let known: KnownPictures | null = null
  const looking = {
    edition: 'studio-1',
    async picture(
      { name, bytes }: { name: string; bytes: Uint8Array },
      { wanted = [], signal }: { wanted?: readonly string[]; signal?: AbortSignal } = {},
    ): Promise<SeenPicture> {
      if (wanted.length > 0) looks += 1
      const scenery = sceneryOf(bytes)
      if (scenery.crash === true) throw new Error('the pool is closed')
      if (scenery.slow === true) await ended(signal)
      const seen = toPicture(name, bytes, scenery, signal?.aborted === true ? [] : wanted)
      return seen.hash && known ? { ...seen, known: known.find(seen.hash) } : seen
    },
    async clip({ name, source }: { name: string; source: string | Uint8Array }): Promise<SeenClip> {
      looks += 1
      const bytes = typeof source === 'string' ? readFileSync(source) : source
      return toClip(name, sceneryOf(bytes))
    },
  }
  return {
    get looks() {
      return looks
    },
    async open(bank) {
      known = bank
      return looking
    },
    close: async () => {},
  }
}

/** Without a signal never. */
async function ended(signal = new AbortController().signal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort')
}

function sceneryOf(bytes: Uint8Array): Scenery {
  const text = Buffer.from(bytes).toString('latin1')
  const [, json = '{}'] = /\|(\{.*)$/s.exec(text) ?? []
  return JSON.parse(Buffer.from(json, 'latin1').toString())
}

const BOX = { x: 1, y: 2, width: 30, height: 10 }

function toPicture(
  name: string,
  bytes: Uint8Array,
  { words, porn = 0, code, hash, variants, width = 300, height = 200 }: Scenery,
  wanted: readonly string[],
): SeenPicture {
  const seen = {
    words:
      words === undefined
        ? undefined
        : words === ''
          ? []
          : [{ text: words, box: BOX, confidence: 1 }],
    classes: [{ name: 'porn', score: porn }],
    codes: code === undefined ? [] : [{ symbology: 'qr', content: code, box: BOX }],
    known: [],
    hash: hash === undefined ? undefined : { bits: hash, quality: 100 },
    variants: variants?.map((bits) => ({ bits, quality: 100 })),
  }
  const had = Object.entries(seen).filter(
    ([fact, value]) => wanted.includes(fact) && value !== undefined,
  )
  const format = { type: 'image/png', width, height, frames: 1, bytes: bytes.byteLength }
  return { name, sha256: '', format, ...Object.fromEntries(had), missing: [] }
}

function toClip(name: string, { words }: Scenery): SeenClip {
  const spoken = words === undefined || words === '' ? [] : [{ text: words, from: 1, to: 2 }]
  const speech = words === undefined ? {} : { speech: { language: 'zh', words: spoken } }
  return { name, sha256: '', type: 'audio/mpeg', sound: { streams: 1, ...speech }, missing: [] }
}

export interface MediaHost {
  /** `at('/a.png')`: its address. */
  at(path: string): string
  serve(
    path: string,
    how: Buffer | ((request: IncomingMessage, response: ServerResponse) => void),
  ): void
  readonly asked: readonly string[]
  close(): void
}

export async function startMediaHost(): Promise<MediaHost> {
  const files = new Map<string, Parameters<MediaHost['serve']>[1]>()
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const how = files.get(path)
    if (how === undefined) response.writeHead(404).end()
    else if (typeof how === 'function') how(request, response)
    else response.end(how)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    at: (path) => `http://127.0.0.1:${port}${path}`,
    serve: (path, how) => files.set(path, how),
    asked,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
