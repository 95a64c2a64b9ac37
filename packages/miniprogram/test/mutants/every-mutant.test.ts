import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { guardedPrograms, isMissed, type Row, UNCHANGED } from './table.ts'

/** In its own process: mutants leave promises behind that nobody waits for. */
const rows: readonly Row[] = JSON.parse(
  execFileSync(
    process.execPath,
    ['--no-warnings', fileURLToPath(new URL('../mutate.ts', import.meta.url)), '--json'],
    { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'inherit'] },
  ),
)

for (const { name } of guardedPrograms) {
  test(`${name}: the guard is proved, and works`, () => {
    const row = rows.find(({ program, mutant }) => program === name && mutant === UNCHANGED)
    assert.deepEqual([row?.is, row?.said], ['harmless', 'guarded'])
  })

  test(`${name}: no fault that does harm is taken for a guard`, () => {
    const own = rows.filter(({ program }) => program === name)
    assert.deepEqual(own.filter(isMissed), [])
  })
}

test('there are two hundred faults that do harm, and more', () => {
  const harmful = rows.filter(({ is }) => is === 'unguarded' || is === 'ineffective')
  assert.ok(harmful.length >= 200, String(harmful.length))
})
