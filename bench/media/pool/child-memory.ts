/** The child processes of this one and what they hold, where the system tells it (Linux). */

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
