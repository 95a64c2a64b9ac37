/**
 * The list of contents of a zip, checked before a single byte is unpacked.
 *
 * Takes an open zip; returns the files worth reading, by path. Reads the central directory only, so
 * the cost is that of the names. Promises that names are package paths, unique, of plain files,
 * neither encrypted nor in an unknown compression, and that the sizes they state keep the limits.
 * Stated sizes may lie: whoever unpacks must stop at them.
 *
 * Source: PKWARE APPNOTE 6.3 (general purpose bits, compression methods, external attributes)
 */

import assert from 'node:assert/strict'
import { AppError } from '@fangxing/contract'
import type { Entry, ZipFile } from 'yauzl'
import type { PackageLimits } from './limits.ts'
import { byPath, isLeftover, toPackagePath } from './package-path.ts'

export interface ZipEntry {
  readonly path: string
  readonly entry: Entry
}

const STORED = 0
const DEFLATED = 8

/** File type bits of a Unix mode, which archivers keep in the upper half of the attributes. */
const TYPE_BITS = 0xf000
const PLAIN_FILE = 0x8000
const FOLDER = 0x4000

/** Source code shrinks to a fifth, JSON to a fiftieth; deflate's ceiling is 1032. */
const MAX_RATIO = 200
/** Below this much the ratio says nothing: an empty table of a few MB is no attack. */
const RATIO_FROM_BYTES = 16 * 1024 * 1024

export async function listEntries(
  zip: ZipFile,
  archiveBytes: number,
  limits: PackageLimits,
): Promise<readonly ZipEntry[]> {
  const entries = await readDirectory(zip, limits)
  const files = new Map<string, Entry>()

  for (const entry of entries) {
    const path = checkedPath(entry)
    if (path === null || isLeftover(path)) continue
    if (files.has(path)) throw new AppError('PACKAGE_NAME_REPEATED', { file: path })
    checkReadable(path, entry, limits)
    files.set(path, entry)
  }
  checkTotal([...files.values()], archiveBytes, limits)

  return [...files].sort(byPath).map(([path, entry]) => ({ path, entry }))
}

function readDirectory(zip: ZipFile, limits: PackageLimits): Promise<readonly Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      if (entries.length > limits.maxFiles) {
        reject(new AppError('PACKAGE_HAS_TOO_MANY_FILES', { maxFiles: limits.maxFiles }))
      } else {
        zip.readEntry()
      }
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', (cause) =>
      reject(new AppError('PACKAGE_UNREADABLE', { reason: 'damaged' }, { cause })),
    )
    zip.readEntry()
  })
}

/** `null` for a folder, which has no bytes of its own. */
function checkedPath(entry: Entry): string | null {
  const name = decodeName(entry.fileName)
  const path = toPackagePath(name)
  if (path === null) throw new AppError('PACKAGE_PATH_UNSAFE', { file: name })

  const type = (entry.externalFileAttributes >>> 16) & TYPE_BITS
  if (type !== 0 && type !== PLAIN_FILE && type !== FOLDER) {
    throw new AppError('PACKAGE_HAS_LINK', { file: name })
  }
  return type === FOLDER || /[\\/]$/.test(name) || path === '' ? null : path
}

/** Names are UTF-8, or GB18030 where Windows in Chinese wrote them; the flag for it is often wrong. */
function decodeName(raw: unknown): string {
  assert(raw instanceof Uint8Array, 'the zip must be opened with decodeStrings: false')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return new TextDecoder('gb18030').decode(raw)
  }
}

function checkReadable(path: string, entry: Entry, limits: PackageLimits): void {
  if (entry.isEncrypted()) throw new AppError('PACKAGE_ENCRYPTED', { file: path })
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw new AppError('PACKAGE_UNREADABLE', { file: path, reason: 'compression' })
  }
  if (entry.uncompressedSize > limits.maxFileBytes) {
    throw new AppError('FILE_TOO_LARGE', {
      file: path,
      sizeBytes: entry.uncompressedSize,
      maxBytes: limits.maxFileBytes,
    })
  }
}

function checkTotal(entries: readonly Entry[], archiveBytes: number, limits: PackageLimits): void {
  const sizeBytes = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  const ratioBytes = Math.max(RATIO_FROM_BYTES, archiveBytes * MAX_RATIO)
  const maxBytes = Math.min(limits.maxExpandedBytes, ratioBytes)

  if (sizeBytes > maxBytes) throw new AppError('PACKAGE_EXPANDS_TOO_FAR', { sizeBytes, maxBytes })
}
