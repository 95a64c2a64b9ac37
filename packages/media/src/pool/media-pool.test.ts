import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { test } from 'node:test'
import sharp from 'sharp'
import { startMediaPool } from './media-pool.ts'

const RED = await sharp({ create: { width: 320, height: 200, channels: 3, background: 'red' } })
  .png()
  .toBuffer()

const NO_MODELS = { words: false, classes: false }

/** Of this process: others may have their own beside them. */
async function poolFolders(): Promise<readonly string[]> {
  const beginning = `fangxing-media-${process.pid}-`
  return (await readdir(tmpdir())).filter((name) => name.startsWith(beginning))
}

test('a picture is seen in a child, once for the same bytes, and nothing is left behind', async () => {
  const pool = await startMediaPool({ workers: 1, models: NO_MODELS })
  assert.equal((await poolFolders()).length, 1)
  const told: string[] = []
  const onProgress = ({ fact }: { fact: string }) => told.push(fact)
  try {
    const wanted = ['hash'] as const
    const first = await pool.picture({ name: 'a', bytes: RED }, { wanted, onProgress })
    assert.equal(first.format?.width, 320)
    const count = told.length
    assert.ok(count > 0)
    const second = await pool.picture({ name: 'b', bytes: RED }, { wanted, onProgress })
    assert.deepEqual({ ...second, name: 'a' }, first)
    assert.equal(told.length, count)
  } finally {
    await pool.close()
  }
  assert.deepEqual(await poolFolders(), [])
})

test('a fact that was missing is asked for again, those that were seen are not lost', async () => {
  const pool = await startMediaPool({ workers: 1, models: NO_MODELS })
  try {
    await pool.picture({ name: 'a', bytes: RED }, { wanted: ['hash'] })
    const seen = await pool.picture({ name: 'a', bytes: RED }, { wanted: ['hash', 'words'] })
    assert.ok(seen.hash)
    assert.deepEqual(
      seen.missing.map(({ fact }) => fact),
      ['words'],
    )
  } finally {
    await pool.close()
  }
})

test('known pictures are looked up in this process', async () => {
  const found = { bank: 'own', label: 'red', kind: 'deny', distance: 0 } as const
  const pool = await startMediaPool({
    workers: 1,
    models: NO_MODELS,
    bank: { find: () => [found] },
  })
  try {
    const { known, hash } = await pool.picture({ name: 'a', bytes: RED }, { wanted: ['known'] })
    assert.ok(hash)
    assert.deepEqual(known, [found])
  } finally {
    await pool.close()
  }
})

test('what is no picture comes back with every fact missing', async () => {
  const pool = await startMediaPool({ workers: 1, models: NO_MODELS })
  try {
    const seen = await pool.picture({ name: 'a', bytes: Buffer.from('no picture') })
    assert.ok(seen.missing.length > 5)
    assert.equal(seen.format, undefined)
  } finally {
    await pool.close()
  }
})

test('the edition tells the models apart', async () => {
  const [bare, full] = [await startMediaPool({ models: NO_MODELS }), await startMediaPool()]
  assert.notEqual(bare.edition, full.edition)
  await bare.close()
  await full.close()
})
