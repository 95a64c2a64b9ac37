import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { type Binaries, findBinaries } from './binaries.ts'

const isRoot = process.geteuid?.() === 0
const NOBODY = { uid: 65534, gid: 65534 }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fangxing-test-'))
  chmodSync(folder, 0o755)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The installed package as npm unpacks it when install scripts are blocked: without links. */
function unpacked(): string {
  const installed = dirname(dirname(dirname(findBinaries(folder, null).postgres)))
  const root = join(folder, 'package')
  cpSync(installed, root, { recursive: true, verbatimSymlinks: true })
  const links: { target: string }[] = JSON.parse(
    readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8'),
  )
  for (const { target } of links) rmSync(join(root, target), { force: true })
  return root
}

function runs({ postgres, initdb }: Binaries, account?: typeof NOBODY): boolean {
  return [postgres, initdb].every(
    (program) => spawnSync(program, ['--version'], { cwd: '/', ...account }).status === 0,
  )
}

test('missing links are made in the package', () => {
  const root = unpacked()
  assert.equal(spawnSync(join(root, 'native/bin/initdb'), ['--version']).status !== 0, true)
  const binaries = findBinaries(folder, null, { root })
  assert.ok(binaries.postgres.startsWith(root))
  assert.ok(runs(binaries))
})

test('programs that the account cannot reach are copied once to where it can', {
  skip: isRoot ? false : 'needs root',
}, () => {
  const root = unpacked()
  chmodSync(root, 0o700)
  const sharedCopies = join(folder, 'shared')
  mkdirSync(sharedCopies)
  const binaries = findBinaries(folder, NOBODY, { root, sharedCopies })
  assert.ok(binaries.postgres.startsWith(sharedCopies))
  assert.ok(runs(binaries, NOBODY))
  assert.deepEqual(findBinaries(folder, NOBODY, { root, sharedCopies }), binaries)
})

test('a copy that somebody else may have put there is not run', {
  skip: isRoot ? false : 'needs root',
}, () => {
  const root = unpacked()
  chmodSync(root, 0o700)
  const sharedCopies = join(folder, 'shared')
  findBinaries(folder, NOBODY, { root, sharedCopies })
  spawnSync('chown', ['-R', '65534', sharedCopies])
  assert.throws(() => findBinaries(folder, NOBODY, { root, sharedCopies }))
})
