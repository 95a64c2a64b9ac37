/** Reads the mini-program that a person named on the command line: a folder, or its zip. */

import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, type PackageFiles } from '@fangxing/contract'
import { packageLimits, readArchive, readFolder } from '@fangxing/server/archive'

/** Refusals name the file as it is reached from here; a file in a zip as `package.zip!path`. */
export async function readPackage(path: string): Promise<PackageFiles> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new AppError('FILE_NOT_FOUND', { file: path }, { cause })
  })
  if (found.isDirectory()) {
    return readFolder(path).catch((error: unknown) => {
      throw withPackage(error, (file) => (file.startsWith(path) ? file : join(path, file)), path)
    })
  }

  if (found.size > packageLimits.maxArchiveBytes) {
    throw new AppError('PACKAGE_TOO_LARGE', {
      file: path,
      sizeBytes: found.size,
      maxBytes: packageLimits.maxArchiveBytes,
    })
  }
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new AppError('FILE_UNREADABLE', { file: path }, { cause })
  })
  return readArchive(bytes).catch((error: unknown) => {
    throw withPackage(error, (file) => `${path}!${file}`, path)
  })
}

/** Runs work on a package so that its refusals name the package as well. */
export function namingPackage<Result>(path: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw withPackage(error, (file) => join(path, file), path)
  }
}

function withPackage(error: unknown, toName: (file: string) => string, path: string): unknown {
  if (!(error instanceof AppError)) return error
  const inside = error.details.file
  const file = inside === undefined ? path : toName(String(inside))
  return new AppError(error.code, { ...error.details, file }, { cause: error })
}
