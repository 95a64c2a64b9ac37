/**
 * Runs the real `fangxing` command as a child process, the way a shell does.
 *
 * The environment is bare, so that neither the tester's language nor credentials leak in. For tests
 * only.
 */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

export const ROOT = join(import.meta.dirname, '..', '..', '..')
export const MAIN = join(ROOT, 'apps', 'cli', 'src', 'main.ts')
export const FIXTURES = 'fixtures/miniprograms'

export interface CliOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string | Uint8Array
  readonly cwd?: string
}

export interface CliResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export async function runCli(
  args: readonly string[],
  options: CliOptions = {},
): Promise<CliResult> {
  const child = spawnCli(args, options)
  const exit = once(child, 'exit')
  child.stdin?.end(options.input)
  const [stdout, stderr] = await Promise.all([read(child.stdout), read(child.stderr)])
  const [code] = await exit
  return { code, stdout, stderr }
}

export function spawnCli(
  args: readonly string[],
  { env = {}, cwd = ROOT }: CliOptions = {},
): ChildProcess {
  return spawn(process.execPath, [MAIN, ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: 'pipe',
  })
}

function read(stream: NodeJS.ReadableStream | null): Promise<string> {
  return stream === null ? Promise.resolve('') : text(stream)
}
