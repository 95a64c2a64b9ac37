import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'

const LIMIT = pathToFileURL(join(import.meta.dirname, 'test-limit.mjs')).href

function runFile(source: string) {
  const folder = mkdtempSync(join(tmpdir(), 'fangxing-test-limit-'))
  writeFileSync(join(folder, 'a.test.mjs'), `import { test } from 'node:test'\n${source}`)
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const { status, stdout } = spawnSync(
    process.execPath,
    [`--import=${LIMIT}`, '--test', '--test-reporter=spec', 'a.test.mjs'],
    { cwd: folder, encoding: 'utf8', env: { ...env, FANGXING_TEST_LIMIT_SECONDS: '1' } },
  )
  rmSync(folder, { recursive: true })
  return { status, stdout }
}

test('a test process that a forgotten timer keeps alive says so and fails', () => {
  const { status, stdout } = runFile("test('passes', () => { setInterval(() => {}, 60_000) })")
  assert.match(stdout, /✔ passes/)
  assert.match(stdout, /has not ended in 1 seconds; alive: .*Timeout/)
  assert.equal(status, 1)
})

test('a test process that ends is not held up', () => {
  const { status, stdout } = runFile("test('passes', () => {})")
  assert.match(stdout, /fail 0/)
  assert.equal(status, 0)
})
