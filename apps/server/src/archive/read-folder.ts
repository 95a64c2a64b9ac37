/**
 * Reads a folder on disk into the files of a package, the same files as its zip would give.
 *
 * Takes a folder; returns paths and contents, by path, all in memory. All sizes are checked before
 * the first file is opened, so a folder beyond the limits costs a listing and no more.
 */

import { readFile } from 'node:fs/promises'
import { AppError, type PackageFiles } from '@fangxing/contract'
import { type PackageLimits, packageLimits } from './limits.ts'
import { type ListedFile, listFolder } from './list-folder.ts'

/** Enough to keep the disk busy, far below every limit of open files. */
const FILES_AT_ONCE = 32

export async function readFolder(
  directory: string,
  limits: PackageLimits = packageLimits,
): Promise<PackageFiles> {
  const listed = await listFolder(directory, limits)
  checkSizes(listed, limits)

  const files = new Map<string, Uint8Array>()
  for (let start = 0; start < listed.length; start += FILES_AT_ONCE) {
    const group = listed.slice(start, start + FILES_AT_ONCE)
    const contents = await Promise.all(group.map(readListed))
    group.forEach(({ path }, index) => {
      const content = contents[index]
      if (content !== undefined) files.set(path, content)
    })
  }
  return files
}

function checkSizes(listed: readonly ListedFile[], limits: PackageLimits): void {
  let total = 0
  for (const { path, sizeBytes } of listed) {
    if (sizeBytes > limits.maxFileBytes) {
      throw new AppError('FILE_TOO_LARGE', {
        file: path,
        sizeBytes,
        maxBytes: limits.maxFileBytes,
      })
    }
    total += sizeBytes
  }
  if (total > limits.maxExpandedBytes) {
    throw new AppError('PACKAGE_TOO_LARGE', {
      sizeBytes: total,
      maxBytes: limits.maxExpandedBytes,
    })
  }
}

function readListed({ path, location }: ListedFile): Promise<Uint8Array> {
  return readFile(location).catch((cause: unknown) => {
    throw new AppError('FILE_UNREADABLE', { file: path }, { cause })
  })
}
