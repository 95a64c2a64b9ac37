/**
 * Packs the files of a mini-program into the zip that a server takes.
 *
 * The same files give the same bytes at any time and in every time zone: entries go in by path, with
 * one fixed date and mode. The whole zip is held in memory.
 */

import { buffer } from 'node:stream/consumers'
import { AppError, type PackageFiles } from '@fangxing/contract'
import { ZipFile } from 'yazl'
import { type PackageLimits, packageLimits } from './limits.ts'
import { byPath } from './package-path.ts'
import { readFolder } from './read-folder.ts'

const PLAIN_FILE_MODE = 0o100644

export async function packFolder(
  directory: string,
  limits: PackageLimits = packageLimits,
): Promise<Uint8Array> {
  return packFiles(await readFolder(directory, limits), limits)
}

export async function packFiles(
  files: PackageFiles,
  limits: PackageLimits = packageLimits,
): Promise<Uint8Array> {
  const zip = new ZipFile()
  // Made here and in local time, because a zip keeps local time: the bytes name the same day anywhere.
  const mtime = new Date(2000, 0, 1)
  for (const [path, content] of [...files].sort(byPath)) {
    zip.addBuffer(Buffer.from(content), path, {
      mtime,
      mode: PLAIN_FILE_MODE,
      // The other form of date is in UTC, and would differ between time zones.
      forceDosTimestamp: true,
    })
  }
  zip.end()

  const bytes = await buffer(zip.outputStream)
  if (bytes.byteLength > limits.maxArchiveBytes) {
    throw new AppError('PACKAGE_TOO_LARGE', {
      sizeBytes: bytes.byteLength,
      maxBytes: limits.maxArchiveBytes,
    })
  }
  return bytes
}
