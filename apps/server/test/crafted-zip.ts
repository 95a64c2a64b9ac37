/**
 * Zips made by hand, byte by byte, so that tests can have the ones no honest tool makes.
 *
 * Takes entries with what they claim about themselves; returns the archive. Whatever is not given
 * is true of the content. For tests only.
 *
 * Source: PKWARE APPNOTE 6.3, §4.3
 */

import { crc32, deflateRawSync } from 'node:zlib'

export interface CraftedEntry {
  readonly name: string | Uint8Array
  readonly content?: string | Uint8Array
  readonly mode?: number
  readonly flags?: number
  readonly method?: number
  readonly statedBytes?: number
  readonly statedCrc?: number
}

interface Written {
  readonly name: Buffer
  readonly packed: Buffer
  readonly size: number
  readonly crc: number
  readonly method: number
  readonly flags: number
  readonly mode: number
}

const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const UNIX = 3 << 8

export function craftZip(entries: readonly CraftedEntry[]): Uint8Array {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0

  for (const entry of entries) {
    const written = write(entry)
    const local = Buffer.concat([localHeader(written), written.name, written.packed])
    centrals.push(Buffer.concat([centralHeader(written, offset), written.name]))
    locals.push(local)
    offset += local.byteLength
  }
  const directory = Buffer.concat(centrals)
  return Buffer.concat([...locals, directory, end(entries.length, directory.byteLength, offset)])
}

function write(entry: CraftedEntry): Written {
  const content = Buffer.from(entry.content ?? '')
  const method = entry.method ?? 8
  return {
    name: Buffer.from(entry.name),
    packed: method === 8 ? deflateRawSync(content) : content,
    size: entry.statedBytes ?? content.byteLength,
    crc: entry.statedCrc ?? crc32(content),
    method,
    flags: entry.flags ?? 0,
    mode: entry.mode ?? 0o100644,
  }
}

function localHeader({ name, packed, size, crc, method, flags }: Written): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(LOCAL_HEADER, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt16LE(method, 8)
  header.writeUInt32LE(crc, 14)
  header.writeUInt32LE(packed.byteLength, 18)
  header.writeUInt32LE(size, 22)
  header.writeUInt16LE(name.byteLength, 26)
  return header
}

function centralHeader(written: Written, offset: number): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(CENTRAL_HEADER, 0)
  header.writeUInt16LE(UNIX | 20, 4)
  header.writeUInt16LE(20, 6)
  header.writeUInt16LE(written.flags, 8)
  header.writeUInt16LE(written.method, 10)
  header.writeUInt32LE(written.crc, 16)
  header.writeUInt32LE(written.packed.byteLength, 20)
  header.writeUInt32LE(written.size, 24)
  header.writeUInt16LE(written.name.byteLength, 28)
  header.writeUInt32LE((written.mode << 16) >>> 0, 38)
  header.writeUInt32LE(offset, 42)
  return header
}

function end(count: number, directoryBytes: number, offset: number): Buffer {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(END_OF_DIRECTORY, 0)
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(directoryBytes, 12)
  record.writeUInt32LE(offset, 16)
  return record
}
