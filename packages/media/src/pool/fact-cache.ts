/**
 * Facts that were seen before, by content (SHA-256 in hexadecimal) and by the edition that saw them.
 *
 * In memory, the most recently used first to stay; with a directory also on disk, one small file for
 * each content, written whole or not at all. A file that cannot be read counts as absent. Whoever
 * keeps facts must not keep what was only missing by chance.
 */

import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface FactCache<Facts extends object> {
  find(sha256: string): Promise<Facts | undefined>
  keep(sha256: string, facts: Facts): Promise<void>
}

/** The facts of a picture are 1 to 20 KB: at most some 40 MB. */
const IN_MEMORY = 2000

export function openFactCache<Facts extends object>(
  edition: string,
  directory?: string,
): FactCache<Facts> {
  const recent = new Map<string, Facts>()
  const remember = (sha256: string, facts: Facts): void => {
    recent.delete(sha256)
    recent.set(sha256, facts)
    for (const oldest of recent.keys()) {
      if (recent.size <= IN_MEMORY) return
      recent.delete(oldest)
    }
  }
  const shelf =
    directory === undefined ? undefined : openShelf<Facts>(join(directory, shelfName(edition)))
  return {
    async find(sha256) {
      const facts = recent.get(sha256) ?? (await shelf?.find(sha256))
      if (facts) remember(sha256, facts)
      return facts
    },
    async keep(sha256, facts) {
      remember(sha256, facts)
      await shelf?.keep(sha256, facts)
    },
  }
}

/** A folder of its own for each edition: an old one can be deleted whole. */
function shelfName(edition: string): string {
  return createHash('sha256').update(edition).digest('hex').slice(0, 16)
}

function openShelf<Facts extends object>(folder: string): FactCache<Facts> {
  const place = (sha256: string): string => join(folder, sha256.slice(0, 2), `${sha256}.json`)
  return {
    async find(sha256) {
      try {
        return JSON.parse(await readFile(place(sha256), 'utf8')) as Facts
      } catch {
        return undefined
      }
    },
    async keep(sha256, facts) {
      const path = place(sha256)
      const draft = `${path}.${process.pid}.draft`
      try {
        await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true })
        await writeFile(draft, JSON.stringify(facts))
        await rename(draft, path)
      } catch {
        // A full or read-only disk costs the reuse, not the answer.
        await rm(draft, { force: true }).catch(() => undefined)
      }
    },
  }
}

/** Deletes the folders of all editions but these; gives back how many there were. */
export async function dropOtherEditions(
  directory: string,
  editions: readonly string[],
): Promise<number> {
  const kept = new Set(editions.map(shelfName))
  const others = (await readdir(directory).catch(() => [])).filter(
    (name) => /^[0-9a-f]{16}$/.test(name) && !kept.has(name),
  )
  for (const name of others) await rm(join(directory, name), { recursive: true, force: true })
  return others.length
}
