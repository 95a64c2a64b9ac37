/**
 * Brings a file of a stranger into a folder of ours: bounded in size and time, and taken up again
 * where it broke off.
 *
 * Where it may come from is for `openPinned` to say, at every redirect. What breaks off is asked for
 * again from there (`Range`), as long as the sender says that it is still the same file (`If-Range`);
 * else, or when what comes does not fit to what is there, from the beginning: nobody judges a file that
 * nobody published. What the sender says of type and length counts for nothing.
 *
 * Source: RFC 9110 §13.1.5, §14.2, §15.3.7.3; RFC 9111 is not needed: nothing is kept.
 */

import { type FileHandle, open } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { Trouble } from '@fangxing/storage'
import type { Outside } from '../delivery/sender.ts'
import { type Opened, OutboundTrouble, openPinned } from '../outbound/index.ts'

export interface DownloadBounds {
  readonly maxBytes: number
  /** For each of the tries. */
  readonly timeoutMs: number
  /** Before the second, third, … try. */
  readonly waitsMs: readonly number[]
}

export interface Downloaded {
  readonly path: string
  readonly bytes: number
  /** The first ones, enough to know the kind by. */
  readonly head: Uint8Array
}

const HEAD_BYTES = 64
const MAX_REDIRECTS = 5

const OK = 200
const PARTIAL = 206
/** Of a request for the rest: the file is another by now, or no longer than what is there. */
const NO_REST = new Set([PARTIAL, 412, 416])
/** The sender may answer otherwise in a moment. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504])

/** The file, or why there is none. Throws only what our own disk refuses. */
export async function download(
  url: string,
  path: string,
  outside: Outside,
  bounds: DownloadBounds,
): Promise<Downloaded | Trouble> {
  const file = await open(path, 'w+')
  try {
    const part: Part = { file, bytes: 0, validator: null, total: null }
    for (let tries = 0; ; tries += 1) {
      const ended = await fetchPart(url, part, outside, bounds)
      if (ended === null) return { path, bytes: part.bytes, head: await readHead(file) }
      const waitMs = bounds.waitsMs[tries]
      if (!ended.isPassing || waitMs === undefined) return ended.trouble
      await wait(waitMs)
    }
  } finally {
    await file.close()
  }
}

/** What is there of the file. */
interface Part {
  readonly file: FileHandle
  bytes: number
  /** By which the sender knows the same file again. */
  validator: string | null
  /** As the sender says; null when it does not. */
  total: number | null
}

interface Ended {
  readonly trouble: Trouble
  readonly isPassing: boolean
}

/** Null when the file is whole. */
async function fetchPart(
  url: string,
  part: Part,
  { addresses, resolve }: Outside,
  { maxBytes, timeoutMs }: DownloadBounds,
): Promise<Ended | null> {
  try {
    const headers = resumeHeaders(part)
    const policy = { addresses, resolve, timeoutMs, maxBytes, maxRedirects: MAX_REDIRECTS }
    const opened = await openPinned(url, policy, { headers })
    const { status } = opened
    const trouble = { code: 'ANSWERED', details: { status } }
    if (!(await isGoingOn(opened, part))) {
      opened.close()
      const hadRest = headers.range !== undefined && NO_REST.has(status)
      if (hadRest) await begin(part, {})
      return { trouble, isPassing: hadRest || PASSING.has(status) }
    }
    for await (const chunk of opened.body) {
      if (part.bytes + chunk.byteLength > maxBytes) throw tooLong(maxBytes)
      await part.file.write(chunk, 0, chunk.byteLength, part.bytes)
      part.bytes += chunk.byteLength
    }
    if (part.total === null || part.bytes === part.total) return null
    // Some send the rest in slices; one that goes on after the end was of another file.
    if (part.bytes > part.total) await begin(part, {})
    return { trouble, isPassing: true }
  } catch (error) {
    if (!(error instanceof OutboundTrouble)) throw error
    const isPassing = error.code === 'UNREACHABLE' || error.code === 'TOO_SLOW'
    return { trouble: toTrouble(error), isPassing }
  }
}

/** Where the end is not known, nobody could say that a rest is all of it. */
function resumeHeaders({ bytes, validator, total }: Part): Record<string, string> {
  if (bytes === 0 || validator === null || total === null) return {}
  return { range: `bytes=${bytes}-`, 'if-range': validator }
}

/** Leaves the part as the body will go on with it. False when the answer is no file, or not its rest. */
async function isGoingOn({ status, headers }: Opened, part: Part): Promise<boolean> {
  if (status === PARTIAL) return isItsRest(headers, part)
  if (status !== OK) return false
  await begin(part, headers)
  return true
}

function isItsRest({ etag, ...headers }: Opened['headers'], part: Part): boolean {
  const [, from, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(headers['content-range'] ?? '') ?? []
  if (part.bytes === 0 || Number(from) !== part.bytes) return false
  if (etag !== undefined && etag !== part.validator) return false
  return Number(total) === part.total
}

async function begin(part: Part, headers: Opened['headers']): Promise<void> {
  await part.file.truncate(0)
  part.bytes = 0
  part.validator = strongValidator(headers)
  const length = headers['content-length']
  part.total = length === undefined ? null : Number(length)
}

/** A weak tag names files that only mean the same; a date may hide two changes in one second. */
function strongValidator({ etag }: Opened['headers']): string | null {
  return etag !== undefined && /^"[^"]*"$/.test(etag) ? etag : null
}

function tooLong(maxBytes: number): OutboundTrouble {
  return new OutboundTrouble('TOO_LONG', { maxBytes })
}

/** The resolved address stays out: developers must not read the operator's network from it. */
function toTrouble({ code, details }: OutboundTrouble): Trouble {
  const { address, ...shown } = details
  return { code, details: shown }
}

async function readHead(file: FileHandle): Promise<Uint8Array> {
  const head = new Uint8Array(HEAD_BYTES)
  const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0)
  return head.subarray(0, bytesRead)
}
