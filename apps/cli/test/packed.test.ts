import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { FIXTURES, MAIN, ROOT, runCli } from './run-cli.ts'

const call = promisify(execFile)
let folder = ''

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fangxing-packed-'))
})

after(() => rm(folder, { recursive: true }))

test('the package for npx runs from its tarball and says what the whole command says', async () => {
  const built = join(folder, 'built')
  await call(process.execPath, [join(ROOT, 'tools', 'pack-preflight.ts'), built])
  const { stdout } = await call('npm', ['pack', '--silent', '--pack-destination', folder, built])
  const installed = join(folder, 'project', 'node_modules', '@fangxing', 'preflight')
  await mkdir(installed, { recursive: true })
  await call('tar', ['-xzf', join(folder, stdout.trim()), '--strip-components=1', '-C', installed])

  const { bin, dependencies } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'))
  const licences = await readFile(join(installed, 'THIRD-PARTY.txt'), 'utf8')
  for (const name of ['commander', 'htmlparser2', 'jsonc-parser', 'yauzl']) {
    assert.match(licences, new RegExp(`^${name} \\d`, 'm'))
  }
  for (const name of Object.keys(dependencies)) {
    const target = join(folder, 'project', 'node_modules', name)
    await symlink(join(ROOT, 'node_modules', name), target)
  }
  const args = ['preflight', `${FIXTURES}/open-forum`]
  const packed = await call(process.execPath, [join(installed, bin.fangxing), ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH },
  }).catch((error) => error)
  const whole = await runCli(args)
  assert.deepEqual([packed.code, packed.stdout], [whole.code, whole.stdout])
})

test('the action writes SARIF, and fails the job only when it is asked to', async () => {
  const sarif = join(folder, 'out.sarif')
  const env = {
    PATH: process.env.PATH,
    FANGXING: MAIN,
    PACKAGE: `${FIXTURES}/open-forum`,
    CATEGORY: '社交/笔记\n工具/备忘录\n',
    SUBJECT: 'enterprise',
    BASELINE: '',
    SARIF: sarif,
    FAIL: 'false',
  }
  const script = join(ROOT, 'apps', 'cli', 'action', 'preflight.sh')
  const { stdout } = await call('bash', [script], { cwd: ROOT, env })
  assert.match(stdout, /社交-笔记/)
  assert.equal(JSON.parse(await readFile(sarif, 'utf8')).version, '2.1.0')
  const failed = await call('bash', [script], { cwd: ROOT, env: { ...env, FAIL: 'true' } }).catch(
    (error) => error,
  )
  assert.equal(failed.code, 1)
})
