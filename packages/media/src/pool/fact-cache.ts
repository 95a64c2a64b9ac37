/**
 * Facts of pictures that were seen before, by the SHA-256 of the bytes and the edition that saw them.
 *
 * In memory, the most recently used first to stay; with a directory also on disk, one small file a
 * picture, written whole or not at all. Keeps only what was seen: a fact that was missing is asked
 * for again. A file that cannot be read counts as absent.
 */

import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PictureFields } from '../observe/picture-measure.ts'

export interface FactCache {
  find(sha256: string): Promise<PictureFields>
  keep(sha256: string, fields: PictureFields): Promise<void>
}

/** A picture's facts are 1 to 20 KB: at most some 40 MB. */
const IN_MEMORY = 2000

export function openFactCache(edition: string, directory?: string): FactCache {
  const recent = new Map<string, PictureFields>()
  const remember = (sha256: string, fields: PictureFields): void => {
    recent.delete(sha256)
    recent.set(sha256, fields)
    for (const oldest of recent.keys()) {
      if (recent.size <= IN_MEMORY) return
      recent.delete(oldest)
    }
  }
  const shelf = directory === undefined ? undefined : openShelf(join(directory, shelfName(edition)))
  return {
    async find(sha256) {
      const fields = recent.get(sha256) ?? (await shelf?.find(sha256)) ?? {}
      if (Object.keys(fields).length > 0) remember(sha256, fields)
      return fields
    },
    async keep(sha256, fields) {
      remember(sha256, fields)
      await shelf?.keep(sha256, fields)
    },
  }
}

/** A folder of its own for each edition: an old one can be deleted whole. */
function shelfName(edition: string): string {
  return createHash('sha256').update(edition).digest('hex').slice(0, 16)
}

function openShelf(folder: string): FactCache {
  const place = (sha256: string): string => join(folder, sha256.slice(0, 2), `${sha256}.json`)
  return {
    async find(sha256) {
      try {
        return JSON.parse(await readFile(place(sha256), 'utf8')) as PictureFields
      } catch {
        return {}
      }
    },
    async keep(sha256, fields) {
      const path = place(sha256)
      const draft = `${path}.${process.pid}.draft`
      try {
        await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true })
        await writeFile(draft, JSON.stringify(fields))
        await rename(draft, path)
      } catch {
        // A full or read-only disk costs the reuse, not the answer.
        await rm(draft, { force: true }).catch(() => undefined)
      }
    },
  }
}

/** Deletes the folders of other editions; gives back how many there were. */
export async function dropOtherEditions(directory: string, edition: string): Promise<number> {
  const others = (await readdir(directory).catch(() => [])).filter(
    (name) => /^[0-9a-f]{16}$/.test(name) && name !== shelfName(edition),
  )
  for (const name of others) await rm(join(directory, name), { recursive: true, force: true })
  return others.length
}
