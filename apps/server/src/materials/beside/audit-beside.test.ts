import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AuditBounds, auditBeside } from './audit-beside.ts'
import type { AuditTask, Errands } from './audit-task.ts'

const HOSTILE = new URL('../../../test/hostile-audit.ts', import.meta.url)
const BOUNDS: AuditBounds = { entry: HOSTILE, timeoutMs: 20_000, maxMemoryMb: 64 }

async function audit(name: string, bounds: Partial<AuditBounds> = {}, signal?: AbortSignal) {
  const task = { name } as AuditTask
  const tell = () => {}
  const help = { errands: {} as Errands, tell, signal }
  const end = await auditBeside(task, help, { ...BOUNDS, ...bounds })
  return end.kind === 'failed' ? end.trouble : end
}

const endings: [name: string, order: string, bounds: Partial<AuditBounds>, code: string][] = [
  ['a crash', 'crash', {}, 'AUDIT_CRASHED'],
  ['an end without an answer', 'leave', {}, 'AUDIT_CRASHED'],
  ['too much memory', 'fill the memory', { maxMemoryMb: 32 }, 'AUDIT_TOO_LARGE'],
  ['an endless loop', 'never end', { timeoutMs: 1500 }, 'AUDIT_TOO_SLOW'],
  ['a refusal of what came in', 'refuse', {}, 'PACKAGE_UNREADABLE'],
]

for (const [name, order, bounds, code] of endings) {
  test(`${name} ends this material with ${code}`, async () => {
    const trouble = await audit(order, bounds)
    assert('code' in trouble)
    assert.equal(trouble.code, code)
  })
}

test('an audit whose time is over is ended', async () => {
  const trouble = await audit('progress', {}, AbortSignal.timeout(1500))
  assert('code' in trouble)
  assert.equal(trouble.code, 'AUDIT_CRASHED')
})

test('it inherits what a browser needs, and no secret', async () => {
  process.env.DATABASE_URL = 'postgres://secret'
  const trouble = await audit('environment')
  delete process.env.DATABASE_URL
  assert('details' in trouble)
  assert.doesNotMatch(String(trouble.details.names), /DATABASE_URL/)
})
