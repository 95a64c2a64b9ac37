/**
 * Reads an uploaded zip into the files of a package.
 *
 * Takes the bytes; returns paths and contents, by path, all in memory. Writes nothing anywhere.
 * Every name and stated size is checked before unpacking starts, and unpacking stops the moment a
 * file gives more than it stated, so the memory used stays below `maxExpandedBytes` whatever the
 * archive says. Leaves out what tools leave behind (`node_modules`, `.git`, `__MACOSX`).
 */

import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { AppError, type PackageFiles } from '@fangxing/contract'
import { fromBuffer, type ZipFile } from 'yauzl'
import { type PackageLimits, packageLimits } from './limits.ts'
import { listEntries, type ZipEntry } from './zip-entries.ts'

export async function readArchive(
  bytes: Uint8Array,
  limits: PackageLimits = packageLimits,
): Promise<PackageFiles> {
  if (bytes.byteLength > limits.maxArchiveBytes) {
    throw new AppError('PACKAGE_TOO_LARGE', {
      sizeBytes: bytes.byteLength,
      maxBytes: limits.maxArchiveBytes,
    })
  }

  const zip = await openZip(bytes)
  const entries = await listEntries(zip, bytes.byteLength, limits)
  const files = new Map<string, Uint8Array>()
  for (const entry of entries) files.set(entry.path, await unpack(zip, entry))
  return files
}

function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Names are decoded and judged by us: the library's own refusal does not say which file it was.
  const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: false }

  return new Promise((resolve, reject) => {
    fromBuffer(buffer, options, (cause, zip) => {
      if (cause) reject(new AppError('PACKAGE_UNREADABLE', { reason: 'notAZip' }, { cause }))
      else resolve(zip)
    })
  })
}

async function unpack(zip: ZipFile, { path, entry }: ZipEntry): Promise<Uint8Array> {
  const stated = entry.uncompressedSize
  const chunks: Uint8Array[] = []
  let size = 0

  try {
    for await (const chunk of await openEntry(zip, { path, entry })) {
      size += chunk.byteLength
      if (size > stated) {
        throw new AppError('PACKAGE_EXPANDS_TOO_FAR', { file: path, maxBytes: stated })
      }
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('PACKAGE_UNREADABLE', { file: path, reason: 'damaged' }, { cause: error })
  }

  const content = Buffer.concat(chunks, size)
  if (size !== stated || crc32(content) !== entry.crc32) {
    throw new AppError('PACKAGE_UNREADABLE', { file: path, reason: 'damaged' })
  }
  return content
}

function openEntry(zip: ZipFile, { entry }: ZipEntry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  })
}
