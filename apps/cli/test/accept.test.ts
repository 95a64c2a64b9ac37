import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Log } from 'sarif'
import { FIXTURES, ROOT, runCli } from './run-cli.ts'

let cwd = ''

before(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'fangxing-accept-'))
  await cp(join(ROOT, FIXTURES, 'open-forum'), join(cwd, 'forum'), { recursive: true })
})

after(() => rm(cwd, { recursive: true }))

const run = (...args: readonly string[]) => runCli(['preflight', 'forum', ...args], { cwd })

test('with a baseline only what came after it is told, and prune drops what is solved', async () => {
  const written = await run('--write-baseline')
  assert.deepEqual([written.code, written.stdout], [0, ''])
  assert.equal((await run('--baseline')).code, 0)

  const manifest = join(cwd, 'forum', 'app.json')
  const before = await readFile(manifest, 'utf8')
  await writeFile(manifest, before.replace('"pages": [', '"pages": ["pages/gone/gone", '))
  const later = await run('--baseline')
  assert.equal(later.code, 1)
  assert.match(later.stdout, /package\/missing-page/)
  assert.doesNotMatch(later.stdout, /ugc\/unguarded-publishing/)
  await writeFile(manifest, before)

  const file = join(cwd, 'fangxing-baseline.json')
  const baseline = JSON.parse(await readFile(file, 'utf8'))
  const solved = { rule: 'a/b', file: 'x.js', fingerprint: 'f', count: 2, message: '' }
  await writeFile(file, JSON.stringify({ findings: [...baseline.findings, solved] }))
  await run('--baseline', '--prune')
  assert.deepEqual(JSON.parse(await readFile(file, 'utf8')), baseline)
})

test('SARIF shows what is suppressed as accepted, with the reason', async () => {
  const until = '2999-12-31'
  const suppressions = [{ rule: 'ugc/unguarded-publishing', reason: '逐条人工审核', until }]
  const settings = join(cwd, 'forum', 'fangxing.json')
  await writeFile(settings, JSON.stringify({ suppressions }))
  const { runs }: Log = JSON.parse((await run('--format', 'sarif')).stdout)
  const results = runs[0]?.results ?? []
  const held = results.filter(({ suppressions }) => suppressions !== undefined)
  assert(held.length > 0)
  for (const { ruleId, suppressions } of held) {
    assert.equal(ruleId, 'ugc/unguarded-publishing')
    assert.deepEqual(suppressions, [
      { kind: 'external', status: 'accepted', justification: '逐条人工审核' },
    ])
  }

  await writeFile(settings, '{ "suppressions": 3 }')
  const refused = await run()
  assert.equal(refused.code, 2)
  assert.match(refused.stderr, /fangxing\.json/)
})
