import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { FIXTURES, ROOT, runCli } from './run-cli.ts'

let cwd = ''

before(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'fangxing-patch-'))
  await cp(join(ROOT, FIXTURES, 'open-forum'), join(cwd, 'forum'), { recursive: true })
})

after(() => rm(cwd, { recursive: true }))

test('the patch applies from here, and afterwards its texts are guarded', async () => {
  const { code, stdout, stderr } = await runCli(['preflight', 'forum', '--patch'], { cwd })
  assert.equal(code, 1)
  assert.match(stderr, /补丁给 3 处发布加上检测[\s\S]*没有建议[^\n]*图片/)
  execFileSync('git', ['apply', '-'], { cwd, input: stdout })

  const again = await runCli(['preflight', 'forum', '--format', 'json'], { cwd })
  const { publishEntries } = JSON.parse(again.stdout).summary
  assert.deepEqual(
    publishEntries.map(
      ({ medium, guard }: { medium: string; guard: { kind: string } }) => `${medium} ${guard.kind}`,
    ),
    ['text guarded', 'picture unguarded', 'text guarded', 'text guarded'],
  )
  const none = await runCli(['preflight', 'forum', '--patch'], { cwd })
  assert.equal(none.stdout, '')
})
