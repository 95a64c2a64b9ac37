/**
 * For the tests: runs a script in another Node process, which can be killed without pity.
 *
 * The script has `startEmbeddedPostgres`, `openStorage`, `directory`, `say(value)` and an endless
 * `stay()`. What it says comes back line by line as JSON.
 */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Account } from './account.ts'

const PREAMBLE = `
  import { openStorage, startEmbeddedPostgres } from '@fangxing/storage'
  const directory = process.argv[1]
  const log = () => {}
  const say = (value) => console.log(JSON.stringify(value ?? null))
  const stay = () => new Promise(() => setInterval(() => {}, 1000))
`

export interface Child {
  readonly process: ChildProcess
  /** The next thing it said. Rejects, with its stderr, when it ended instead. */
  next(): Promise<unknown>
  /** Kill -9, and wait until it is gone. */
  kill(): Promise<void>
}

export function runInChild(script: string, directory: string, account?: Account): Child {
  const child = spawn(
    process.execPath,
    ['--input-type=module', '--eval', PREAMBLE + script, directory],
    { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'pipe'], ...account },
  )
  const ended = once(child, 'close')
  let trouble = ''
  child.stderr.on('data', (chunk) => {
    trouble += String(chunk)
  })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  return {
    process: child,
    async next() {
      const { done, value } = await lines.next()
      if (done) throw new Error(`the child ended: ${trouble}`)
      return JSON.parse(String(value))
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
