/**
 * Packs the files of a chosen folder into a zip, in the browser, one file after the other.
 *
 * `onProgress` is told a share from 0 to 1 as files are taken in. Files that are packed already, as
 * pictures are, are stored as they are. Nothing leaves the machine here.
 */

import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { PackageEntry } from '../view/package-folder.ts'

const PACKED_ALREADY = /\.(?:png|jpe?g|gif|webp|mp3|m4a|mp4|zip|br|wasm|woff2?)$/i

/** Files of a folder, however they were chosen. */
export interface ChosenFile {
  readonly path: string
  readonly size: number
  readonly content: Blob
}

export async function packFolder(
  entries: readonly PackageEntry<ChosenFile>[],
  onProgress: (share: number) => void,
): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let failure: Error | null = null
  const zip = new Zip((error, chunk) => {
    if (error) failure = error
    else parts.push(new Uint8Array(chunk))
  })
  for (const [index, { path, file }] of entries.entries()) {
    const bytes = new Uint8Array(await file.content.arrayBuffer())
    const entry = PACKED_ALREADY.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path)
    zip.add(entry)
    entry.push(bytes.length === 0 ? strToU8('') : bytes, true)
    onProgress((index + 1) / entries.length)
  }
  zip.end()
  if (failure !== null) throw failure
  return new Blob(parts, { type: 'application/zip' })
}
