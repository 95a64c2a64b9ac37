/**
 * A clip as a file that ffmpeg can seek in: the caller's own, or a private copy of its bytes.
 *
 * Gives its SHA-256, size and type by signature. A copy lies in a fresh folder of the system's
 * temporary directory, readable by this user alone, and is gone when `use` has settled.
 */

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type MediaType, sniffMediaType } from '../sniff-media-type.ts'

export interface ClipFile {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly type: MediaType | null
}

const SIGNATURE_BYTES = 400

/** Rejects when the file cannot be read. */
export async function withClipFile<Result>(
  source: string | Uint8Array,
  use: (file: ClipFile) => Promise<Result>,
): Promise<Result> {
  if (typeof source === 'string') return await use(await describeFile(source))
  const folder = await mkdtemp(join(tmpdir(), 'fangxing-clip-'))
  try {
    const path = join(folder, 'clip')
    await writeFile(path, source, { mode: 0o600 })
    const sha256 = createHash('sha256').update(source).digest('hex')
    const type = sniffMediaType(source.subarray(0, SIGNATURE_BYTES))
    return await use({ path, sha256, bytes: source.length, type })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function describeFile(path: string): Promise<ClipFile> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk)
    bytes += chunk.length
  }
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SIGNATURE_BYTES), 0, SIGNATURE_BYTES)
    const type = sniffMediaType(buffer.subarray(0, bytesRead))
    return { path, sha256: hash.digest('hex'), bytes, type }
  } finally {
    await file.close()
  }
}
