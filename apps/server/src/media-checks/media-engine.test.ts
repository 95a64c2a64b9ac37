import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, test } from 'node:test'
import { openMediaEngine } from './media-engine.ts'

const { TMPDIR: former } = process.env
const folder = await mkdtemp(join(tmpdir(), 'fangxing-engine-test-'))
const bank = { find: () => [] }

function keepTemporaryFilesIn(place: string): void {
  process.env.TMPDIR = place
}

beforeEach(() => keepTemporaryFilesIn(join(folder, 'missing')))

after(async () => {
  if (former === undefined) delete process.env.TMPDIR
  else keepTemporaryFilesIn(former)
  await rm(folder, { recursive: true })
})

test('an engine that could not start is started by the next use', async () => {
  const engine = openMediaEngine()
  await assert.rejects(engine.open(bank), { code: 'ENOENT' })
  keepTemporaryFilesIn(folder)
  assert.notEqual((await engine.open(bank)).edition, '')
  await engine.close()
})

test('an engine that could not start can be closed', async () => {
  const engine = openMediaEngine()
  await assert.rejects(engine.open(bank), { code: 'ENOENT' })
  await engine.close()
})
