/** A running `fangxing serve` with its first people, for tests only. */

import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { castParts, type Parts } from '../src/rehearse/cast.ts'
import { spawnCli } from './run-cli.ts'

export interface Served {
  readonly url: string
  readonly parts: Parts
  /** Signals the process and answers its exit code. */
  stop(): Promise<number | null>
}

export async function serveCli(data: string): Promise<Served> {
  const child = spawnCli(['serve', '--port', '0', '--data', data, '--simulated-clock'])
  const firstRunLink = await findLink(child)
  const url = new URL(firstRunLink).origin
  const parts = await castParts({ url, firstRunLink }, 'zh', {
    appName: '花园笔记',
    subject: { kind: 'enterprise', overseas: false, region: 'CN-GD' },
    categories: [{ first: '社交', second: '笔记' }],
  })
  return { url, parts, stop: () => stop(child) }
}

async function findLink(child: ChildProcess): Promise<string> {
  assert(child.stdout !== null && child.stderr !== null)
  const told: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => told.push(line))
  for await (const line of createInterface({ input: child.stdout })) {
    const [link] = /http:\S+first-run\S+/.exec(line) ?? []
    if (link === undefined) continue
    child.stdout.resume()
    return link
  }
  return assert.fail(`serve ended: ${told.join('\n')}`)
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  const [code] = await exit
  return code
}
