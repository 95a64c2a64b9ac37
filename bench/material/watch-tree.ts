/**
 * Processor time and memory of everything this process starts, while it runs. Linux only.
 *
 * Memory is the sum of proportional sets (PSS): what several processes share counts once. Sampled; a
 * peak between two samples is missed. A process that lived shorter than a sample is not seen.
 */

import { readdirSync, readFileSync } from 'node:fs'

const EVERY_MS = 200
const TICKS = 100

export interface TreeUse {
  readonly cpuSeconds: number
  readonly peakMb: number
}

export function watchTree(): { stop(): TreeUse } {
  const before = cpuOfTree()
  const ticks = new Map<number, number>()
  let peak = 0
  const sample = () => {
    const tree = descendants()
    for (const pid of tree) ticks.set(pid, cpuOf(pid) - (before.get(pid) ?? 0))
    peak = Math.max(
      peak,
      tree.reduce((sum, pid) => sum + pssOf(pid), 0),
    )
  }
  const timer = setInterval(sample, EVERY_MS)
  return {
    stop() {
      sample()
      clearInterval(timer)
      const all = [...ticks.values()].reduce((sum, one) => sum + one, 0)
      return { cpuSeconds: all / TICKS, peakMb: Math.round(peak / 1024) }
    },
  }
}

function cpuOfTree(): ReadonlyMap<number, number> {
  return new Map(descendants().map((pid) => [pid, cpuOf(pid)]))
}

/** Children of children, this process aside. */
function descendants(): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), Number(fieldsOf(Number(name))[1] ?? 0)] as const)
  const found = new Set([process.pid])
  for (let size = 0; size !== found.size; ) {
    size = found.size
    for (const [pid, parent] of parents) if (found.has(parent)) found.add(pid)
  }
  found.delete(process.pid)
  return [...found]
}

/** Ticks in user and system mode. */
function cpuOf(pid: number): number {
  const fields = fieldsOf(pid)
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
}

/** What follows the name in `stat`: state, parent, …; empty when it is gone. */
function fieldsOf(pid: number): readonly string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

/** Kilobytes. */
function pssOf(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0)
  } catch {
    return 0
  }
}
