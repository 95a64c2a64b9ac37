/**
 * Audits one material in a process of its own, with its browser.
 *
 * A page may crash what looks at it, fill the memory or never come to an end. Then that process is
 * gone with all it started, the material is answered with the reason, and the next one has another.
 * It inherits no secrets; its memory limit is V8's heap, and its page has the browser's own bounds.
 */

import { fork, type Serializable } from 'node:child_process'
import type { AppError } from '@fangxing/contract'
import type { AuditProgress, Trouble } from '@fangxing/storage'
import type { AuditFound, AuditTask, Errands, FromAudit, ToAudit } from './audit-task.ts'

export interface AuditBounds {
  readonly timeoutMs: number
  readonly maxMemoryMb: number
  /** The program; ours when absent. */
  readonly entry?: URL
}

/** Two loads of a page are two minutes at most; pictures, clips and links come on top. */
export const AUDIT_BOUNDS: AuditBounds = { timeoutMs: 8 * 60_000, maxMemoryMb: 1024 }

export type AuditEnd =
  | { readonly kind: 'found'; readonly found: AuditFound }
  /** The material, or what was to look at it, is the reason: another try would end the same. */
  | { readonly kind: 'failed'; readonly trouble: Trouble }

export interface AuditHelp {
  readonly errands: Errands
  tell(progress: AuditProgress): void
  readonly signal?: AbortSignal | undefined
}

const ENGINES = new URL('./child-main.ts', import.meta.url)
const KEPT_STDERR = 4096

/** What the browser needs to be found and to start; nothing of ours. */
const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'CHROMIUM_PATH', 'LD_LIBRARY_PATH']

export function auditBeside(
  task: AuditTask,
  { errands, tell, signal }: AuditHelp,
  { timeoutMs, maxMemoryMb, entry = ENGINES }: AuditBounds = AUDIT_BOUNDS,
): Promise<AuditEnd> {
  const { promise, resolve } = Promise.withResolvers<AuditEnd>()
  const child = fork(entry, [String(process.pid)], {
    cwd: import.meta.dirname,
    env: Object.fromEntries(INHERITED.map((name) => [name, process.env[name]])),
    execArgv: [`--max-old-space-size=${maxMemoryMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    windowsHide: true,
  })
  let stderr = ''
  let isOvertime = false
  const fail = (code: string, details: Trouble['details'] = {}) =>
    resolve({ kind: 'failed', trouble: { code, details } })
  const end = () => child.kill('SIGKILL')
  const timer = setTimeout(() => {
    isOvertime = true
    end()
  }, timeoutMs)
  signal?.addEventListener('abort', end, { once: true })
  child.stderr?.on('data', (chunk) => {
    stderr = `${stderr}${chunk}`.slice(-KEPT_STDERR)
  })
  child.on('error', (error) => fail('AUDIT_CRASHED', { ended: String(error) }))
  child.on('close', (code, ending) => {
    if (isOvertime) return fail('AUDIT_TOO_SLOW', { timeoutMs })
    const isFull = /heap out of memory|allocation failed/i.test(stderr)
    if (isFull) return fail('AUDIT_TOO_LARGE', { maxMemoryMb })
    fail('AUDIT_CRASHED', { ended: ending ?? `code ${code}` })
  })
  const send = (message: ToAudit) => child.send(message as unknown as Serializable, () => {})
  child.on('message', (message: FromAudit) => {
    if (message.kind === 'errand') void run(errands, message, send)
    else if (message.kind === 'progress') tell(message.progress)
    else if (message.kind === 'found') resolve(message)
    else if (message.kind === 'refused') fail(message.code, plain(message.details))
    else fail('AUDIT_CRASHED', { ended: message.said.slice(0, 500) })
  })
  send({ kind: 'task', task })
  return promise.finally(() => {
    clearTimeout(timer)
    signal?.removeEventListener('abort', end)
    end()
  })
}

/** What an errand meets is told to who asked: whoever audits cannot see it, and says so. */
async function run(
  errands: Errands,
  { id, name, wish }: Extract<FromAudit, { kind: 'errand' }>,
  send: (message: ToAudit) => void,
): Promise<void> {
  try {
    send({ kind: 'answer', id, value: await errands[name](wish as never) })
  } catch (error) {
    send({ kind: 'noAnswer', id, said: String(error) })
  }
}

function plain(details: AppError['details']): Trouble['details'] {
  const values = Object.entries(details).filter(([, value]) => value !== undefined)
  return Object.fromEntries(values.map(([name, value]) => [name, String(value)]))
}
