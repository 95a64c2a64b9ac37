/**
 * How much a package may be. Every reader of packages takes these, so that a folder, a zip and an
 * upload are refused at the same size with the same code.
 */

const MIB = 1024 * 1024

export interface PackageLimits {
  /** Of the zip itself, before anything in it is looked at. */
  readonly maxArchiveBytes: number
  /** Of all files together, unpacked. */
  readonly maxExpandedBytes: number
  /** Of one file, unpacked. */
  readonly maxFileBytes: number
  /** Files and folders together. */
  readonly maxFiles: number
}

/**
 * WeChat's own ceiling for a package with all its subpackages is 30 MB, so the archive limit leaves
 * room for sources that are larger than what is built from them, and the rest follows from memory:
 * a package is held whole while it is read.
 */
export const packageLimits: PackageLimits = {
  maxArchiveBytes: 64 * MIB,
  maxExpandedBytes: 256 * MIB,
  maxFileBytes: 20 * MIB,
  maxFiles: 20_000,
}
