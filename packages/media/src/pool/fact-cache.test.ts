import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { dropOtherEditions, openFactCache } from './fact-cache.ts'

const SHA = 'ab'.repeat(32)
const FIELDS = { wordShare: 0.5, table: null }

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'facts-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('without a folder facts are kept for as long as the cache lives', async () => {
  const cache = openFactCache('1')
  assert.equal(await cache.find(SHA), undefined)
  await cache.keep(SHA, FIELDS)
  assert.deepEqual(await cache.find(SHA), FIELDS)
  assert.equal(await openFactCache('1').find(SHA), undefined)
})

test('with a folder another cache of the same edition finds them, of another edition does not', async () => {
  await inFolder(async (folder) => {
    await openFactCache('1', folder).keep(SHA, FIELDS)
    assert.deepEqual(await openFactCache('1', folder).find(SHA), FIELDS)
    assert.equal(await openFactCache('2', folder).find(SHA), undefined)
  })
})

test('a file that is cut short counts as absent', async () => {
  await inFolder(async (folder) => {
    await openFactCache('1', folder).keep(SHA, FIELDS)
    const [edition = ''] = await readdir(folder)
    await writeFile(join(folder, edition, 'ab', `${SHA}.json`), '{"wordSh')
    assert.equal(await openFactCache('1', folder).find(SHA), undefined)
  })
})

test('a folder that cannot be written costs nothing but the reuse', async () => {
  await inFolder(async (folder) => {
    await writeFile(join(folder, 'a-file'), '')
    const cache = openFactCache('1', join(folder, 'a-file'))
    await cache.keep(SHA, FIELDS)
    assert.deepEqual(await cache.find(SHA), FIELDS)
  })
})

test('the folders of other editions are dropped, other files stay', async () => {
  await inFolder(async (folder) => {
    await openFactCache('1', folder).keep(SHA, FIELDS)
    await openFactCache('2', folder).keep(SHA, FIELDS)
    await writeFile(join(folder, 'notes.txt'), '')
    assert.equal(await dropOtherEditions(folder, ['2']), 1)
    assert.deepEqual(await openFactCache('2', folder).find(SHA), FIELDS)
    assert.equal((await readdir(folder)).length, 2)
  })
})
