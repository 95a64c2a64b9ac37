/** A reader of packages that obeys the package: what a hostile one could make of the engines. */

import type { PackageSource } from '../src/assessor/index.ts'
import { serveTasks } from '../src/assessor/serve-tasks.ts'

await serveTasks(
  async () =>
    async ({ source }) =>
      obey(wordsOf(source)),
)

function wordsOf(source: PackageSource): string {
  return source instanceof Uint8Array ? new TextDecoder().decode(source) : ''
}

function obey(order: string): unknown {
  switch (order) {
    case 'crash':
      process.kill(process.pid, 'SIGSEGV')
      return new Promise(() => {})
    case 'fill the memory':
      return fillMemory()
    case 'never end':
      for (;;);
    case 'throw':
      throw new TypeError('a bug')
    case 'terminate':
      process.kill(process.pid, 'SIGTERM')
      process.kill(process.pid, 'SIGINT')
      return process.pid
    case 'environment':
      return { names: Object.keys(process.env) }
    default:
      return process.pid
  }
}

function fillMemory(): never {
  const held: object[] = []
  for (;;) held.push({ number: held.length })
}
