/**
 * Evidence that comes again and again, word for word, is kept once and named by its hash.
 *
 * What was met twice lately is shared; what is met for the first time stays in its record. Evidence
 * is written with the batch that names it, until a batch that wrote it is on disk.
 */

import { createHash } from 'node:crypto'

/** Of evidence texts that are remembered; the oldest go first. */
const MOST_KNOWN = 1000
/** Longer evidence quotes hits, and does not come again. */
const MOST_UNITS = 4096

export interface SharedEvidence {
  /** A UUID. */
  readonly key: string
  readonly evidence: string
}

export class EvidenceShelf {
  private readonly known = new Map<string, SharedEvidence | null>()
  private readonly onDisk = new WeakSet<SharedEvidence>()
  /** Of values that came again as the very same object: then its text need not be made again. */
  private readonly same = new WeakMap<object, SharedEvidence>()

  /** The name under which this value's JSON is shared, or null when it is not. It must not change. */
  findFor(value: object): SharedEvidence | null {
    const known = this.same.get(value)
    if (known !== undefined) return known
    const shared = this.find(JSON.stringify(value))
    if (shared !== null) this.same.set(value, shared)
    return shared
  }

  /** The name under which this JSON text is shared, or null when it is not. */
  find(evidence: string): SharedEvidence | null {
    if (evidence.length > MOST_UNITS) return null
    const known = this.known.get(evidence)
    if (known) return known
    if (this.known.size === MOST_KNOWN) this.forgetOldest()
    if (known === undefined) {
      this.known.set(evidence, null)
      return null
    }
    const shared = { key: keyOf(evidence), evidence }
    this.known.set(evidence, shared)
    return shared
  }

  /** Of these, each once, what no finished batch has written. */
  missing(shared: Iterable<SharedEvidence | null>): readonly SharedEvidence[] {
    const missing: SharedEvidence[] = []
    for (const one of new Set(shared)) {
      if (one !== null && !this.onDisk.has(one)) missing.push(one)
    }
    return missing
  }

  areOnDisk(written: readonly SharedEvidence[]): void {
    for (const one of written) this.onDisk.add(one)
  }

  private forgetOldest(): void {
    for (const oldest of this.known.keys()) {
      this.known.delete(oldest)
      return
    }
  }
}

function keyOf(evidence: string): string {
  const hex = createHash('sha256').update(evidence).digest('hex')
  const lengths = [8, 4, 4, 4, 12]
  let at = 0
  return lengths
    .map((length) => {
      at += length
      return hex.slice(at - length, at)
    })
    .join('-')
}
