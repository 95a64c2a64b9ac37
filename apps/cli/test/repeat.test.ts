import assert from 'node:assert/strict'
import { once } from 'node:events'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { FIXTURES, ROOT, runCli, spawnCli } from './run-cli.ts'

let cwd = ''

before(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'fangxing-repeat-'))
  await cp(join(ROOT, FIXTURES, 'open-forum'), join(cwd, 'forum'), { recursive: true })
})

after(() => rm(cwd, { recursive: true }))

test('a kept answer is the same answer, and any change of the input is another', async () => {
  const run = (...more: readonly string[]) =>
    runCli(['preflight', 'forum', '--format', 'json', '--cache', 'kept', ...more], { cwd })
  const first = await run()
  const [name = ''] = await readdir(join(cwd, 'kept'))
  assert.deepEqual(await run(), first)
  assert.equal((await readdir(join(cwd, 'kept'))).length, 1)

  const kept = JSON.parse(await readFile(join(cwd, 'kept', name), 'utf8'))
  await writeFile(join(cwd, 'kept', name), JSON.stringify({ ...kept, edition: 'kept' }))
  assert.equal(JSON.parse((await run()).stdout).edition, 'kept')
  await writeFile(join(cwd, 'kept', name), '{ "judgements"')
  assert.deepEqual(await run(), first)

  await run('--subject', 'individual')
  await writeFile(join(cwd, 'forum', 'note.txt'), '')
  await run()
  assert.equal((await readdir(join(cwd, 'kept'))).length, 3)
})

test('a watched folder is told again after a change, also after one that breaks it', async () => {
  const child = spawnCli(['preflight', 'forum', '--watch'], { cwd })
  const exit = once(child, 'exit')
  let told = ''
  const manifest = join(cwd, 'forum', 'app.json')
  const before = await readFile(manifest, 'utf8')
  const steps: readonly (() => Promise<unknown> | boolean)[] = [
    () => writeFile(manifest, '{ "pages": ['),
    () => writeFile(manifest, before.replace('"pages": [', '"pages": ["pages/gone/gone", ')),
    () => child.kill('SIGTERM'),
  ]
  let step = 0
  for await (const chunk of child.stdout ?? []) {
    told += chunk
    while (told.split('Ctrl-C').length - 1 > step) {
      await steps[step]?.()
      step += 1
    }
  }
  await exit
  const [first = '', second = '', third = ''] = told.split('Ctrl-C')
  assert.match(first, /ugc\/unguarded-publishing/)
  assert.match(second, /app\.json:1/)
  assert.match(third, /package\/missing-page/)
})
