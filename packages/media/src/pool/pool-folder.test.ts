import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openPoolFolder } from './pool-folder.ts'

test('the folder of a process that is gone is cleared away, that of a running one stays', async () => {
  const { pid: gone } = spawnSync(process.execPath, ['-e', ''])
  const stale = join(tmpdir(), `fangxing-media-${gone}-stale`)
  await mkdir(stale, { recursive: true })
  await writeFile(join(stale, 'frame.png'), '')
  const used = await mkdtemp(join(tmpdir(), `fangxing-media-${process.pid}-`))
  const own = await openPoolFolder()
  assert.deepEqual([existsSync(stale), existsSync(used), existsSync(own)], [false, true, true])
  await rm(used, { recursive: true })
  await rm(own, { recursive: true })
})
