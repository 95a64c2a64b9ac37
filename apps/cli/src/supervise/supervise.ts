/**
 * Runs a command in a second process and answers its exit code; a crash becomes one sentence.
 *
 * Standard output goes straight through. Standard error is held back until the end: what a dying
 * process says there (a memory dump) is for nobody, and the sentence takes its place. Loads what
 * that sentence needs only then.
 */

import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Sent by people and by systems to end a command; never the fault of a package. */
const STOPPING: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']

export function readsPackage(args: readonly string[]): boolean {
  const [command] = args.filter((arg, at) => !arg.startsWith('-') && args[at - 1] !== '--lang')
  return command === 'preflight'
}

export async function supervise(main: string, args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['inherit', 'inherit', 'pipe'] })
  const said: Uint8Array[] = []
  child.stderr.on('data', (chunk) => said.push(chunk))
  const forward = (signal: NodeJS.Signals) => void child.kill(signal)
  for (const signal of STOPPING) process.on(signal, forward)

  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
  if (code !== null) {
    process.stderr.write(Buffer.concat(said))
    return code
  }
  if (signal !== null && STOPPING.includes(signal)) {
    for (const each of STOPPING) process.off(each, forward)
    process.kill(process.pid, signal)
  }
  return tell(args, signal ?? '', Buffer.concat(said).toString())
}

async function tell(args: readonly string[], ended: string, said: string): Promise<number> {
  const { AppError } = await import('@fangxing/contract')
  const { describeFailure } = await import('../failure/describe-failure.ts')
  const { EXIT } = await import('../failure/exit-code.ts')
  const { openTerminal } = await import('../terminal/terminal.ts')
  const terminal = openTerminal(args)
  const reason = said.includes('heap out of memory') ? 'outOfMemory' : 'crashed'
  const error = new AppError('PACKAGE_ASSESSMENT_CRASHED', { reason, ended })
  terminal.complain(`fangxing: ${describeFailure(error, terminal.language)}`)
  return EXIT.failure
}
