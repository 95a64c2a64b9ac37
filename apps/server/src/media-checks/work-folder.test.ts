import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { inWorkFolder, removeLeftFolders } from './work-folder.ts'

const HOUR = 3_600_000

test('a folder is gone with its work, also when the work fails', async () => {
  let folder = ''
  const work = inWorkFolder(async (given) => {
    folder = given
    await writeFile(join(given, 'media'), 'a')
    throw new Error('broken')
  })
  await assert.rejects(work, /broken/)
  assert.equal(existsSync(folder), false)
})

test('what was left behind an hour ago is removed, and nothing else', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'fangxing-work-folder-test-'))
  const now = 1_800_000_000_000
  for (const [name, age] of [
    ['fangxing-media-check-old', HOUR + 1000],
    ['fangxing-media-check-fresh', HOUR - 1000],
    ['other-old', HOUR + 1000],
  ] as const) {
    const folder = join(parent, name)
    await mkdir(folder)
    await utimes(folder, (now - age) / 1000, (now - age) / 1000)
  }
  assert.equal(await removeLeftFolders(now, parent), 1)
  assert.deepEqual((await readdir(parent)).sort(), ['fangxing-media-check-fresh', 'other-old'])
  await rm(parent, { recursive: true })
})
