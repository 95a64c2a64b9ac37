/** The child processes of this one, what they hold and what they used, where the system tells it (Linux). */

import { readdir, readFile } from 'node:fs/promises'

export async function childProcesses(): Promise<readonly string[]> {
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const found: string[] = []
  for (const id of ids) {
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '')
    if (status.includes(`PPid:\t${process.pid}\n`) && !status.includes('State:\tZ')) found.push(id)
  }
  return found
}

/** Resident, of all together; null where it cannot be told. */
export async function childMegabytes(): Promise<number | null> {
  let kilobytes = 0
  for (const id of await childProcesses()) {
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '')
    kilobytes += Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0)
  }
  return kilobytes === 0 ? null : Math.round(kilobytes / 1024)
}

/** Linux counts a process's time in hundredths of a second. */
const TICKS = 100

/** Of the processor, by all children that still run; null where it cannot be told. */
export async function childSeconds(): Promise<number | null> {
  const children = await childProcesses()
  if (children.length === 0) return null
  let ticks = 0
  for (const id of children) {
    const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '')
    // The name in brackets may hold spaces; user and system time are the 12th and 13th after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    ticks += Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
  }
  return ticks / TICKS
}
