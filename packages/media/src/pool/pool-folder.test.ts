import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openPoolFolder } from './pool-folder.ts'

test('folders of a process that is gone are cleared away, its number be ours or not; those in use stay', async () => {
  const { pid: gone } = spawnSync(process.execPath, ['-e', ''])
  const stale = join(tmpdir(), `fangxing-media-${gone}-stale`)
  await mkdir(stale, { recursive: true })
  await writeFile(join(stale, 'frame.png'), '')
  const former = await mkdtemp(join(tmpdir(), `fangxing-media-${process.pid}-`))
  const used = await openPoolFolder()
  const own = await openPoolFolder()
  const are = [stale, former, used, own].map((folder) => existsSync(folder))
  assert.deepEqual(are, [false, false, true, true])
  await rm(used, { recursive: true })
  await rm(own, { recursive: true })
})
