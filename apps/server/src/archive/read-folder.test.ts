import assert from 'node:assert/strict'
import { execFile, execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { promisify } from 'node:util'
import { AppError, type ErrorCode, type ErrorDetails } from '@fangxing/contract'
import { packageLimits } from './limits.ts'
import { packFolder } from './pack.ts'
import { readArchive } from './read-archive.ts'
import { readFolder } from './read-folder.ts'

const MIB = 1024 * 1024
const NOBODY = 65_534

let folder = ''
let outside = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fangxing-folder-'))
  outside = await mkdtemp(join(tmpdir(), 'fangxing-outside-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
  await rm(outside, { recursive: true })
})

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

async function refusal(
  directory = folder,
  limits = packageLimits,
): Promise<{ code: ErrorCode; details: ErrorDetails }> {
  try {
    await readFolder(directory, limits)
  } catch (error) {
    assert(error instanceof AppError, String(error))
    return { code: error.code, details: error.details }
  }
  return assert.fail('the folder was read')
}

const paths = async () => [...(await readFolder(folder)).keys()]

test('files come by path with their bytes, leftovers of tools left out', async () => {
  await write({
    'pages/index/index.js': 'Page({})',
    'app.json': '{}',
    'node_modules/x/index.js': '',
    'pages/node_modules/y.js': '',
    '.git/HEAD': '',
    'pages/.DS_Store': '',
    'Z.js': '',
  })
  assert.deepEqual(await paths(), ['Z.js', 'app.json', 'pages/index/index.js'])
  const read = await readFolder(folder)
  assert.equal(Buffer.from(read.get('pages/index/index.js') ?? []).toString(), 'Page({})')
})

test('a folder that is not there is named', async () => {
  const directory = join(folder, 'nowhere')
  assert.deepEqual(await refusal(directory), {
    code: 'FILE_NOT_FOUND',
    details: { file: directory },
  })
})

test('a file where a folder is expected is named', async () => {
  await write({ 'app.json': '{}' })
  const file = join(folder, 'app.json')
  assert.deepEqual(await refusal(file), {
    code: 'PACKAGE_UNREADABLE',
    details: { file, reason: 'notAFolder' },
  })
})

test('a file of 200 MB is refused by its size, named, and never opened', async () => {
  await write({ 'app.json': '{}', 'pages/big.js': '' })
  await truncate(join(folder, 'pages/big.js'), 200_000_000)
  // Unreadable as well: the answer is about the size, so nobody tried to read it.
  await chmod(join(folder, 'pages/big.js'), 0o000)
  assert.deepEqual(await refusal(), {
    code: 'FILE_TOO_LARGE',
    details: { file: 'pages/big.js', sizeBytes: 200_000_000, maxBytes: 20 * MIB },
  })
})

test('a file at the limit is read, one byte more is refused', async () => {
  await write({ 'a.js': '12345' })
  const limits = { ...packageLimits, maxFileBytes: 5 }
  assert.equal((await readFolder(folder, limits)).size, 1)
  assert.equal((await refusal(folder, { ...limits, maxFileBytes: 4 })).code, 'FILE_TOO_LARGE')
})

test('files together at the limit are read, one byte more is refused', async () => {
  await write({ 'a.js': '123', 'b.js': '45' })
  const limits = { ...packageLimits, maxExpandedBytes: 5 }
  assert.equal((await readFolder(folder, limits)).size, 2)
  const beyond = { ...limits, maxExpandedBytes: 4 }
  assert.equal((await refusal(folder, beyond)).code, 'PACKAGE_TOO_LARGE')
})

test('files and folders at the limit are read, one more is refused', async () => {
  await write({ 'a/b.js': '', 'c.js': '' })
  const limits = { ...packageLimits, maxFiles: 3 }
  assert.equal((await readFolder(folder, limits)).size, 2)
  const beyond = { ...limits, maxFiles: 2 }
  assert.equal((await refusal(folder, beyond)).code, 'PACKAGE_HAS_TOO_MANY_FILES')
})

test('a link to a file outside is refused and named', async () => {
  await write({ 'app.json': '{}' })
  await writeFile(join(outside, 'secret.txt'), 'secret')
  await symlink(join(outside, 'secret.txt'), join(folder, 'notes.txt'))
  assert.deepEqual(await refusal(), { code: 'PACKAGE_HAS_LINK', details: { file: 'notes.txt' } })
})

test('a link to a folder outside is refused, also one whose name starts alike', async () => {
  const alike = `${folder}-more`
  await mkdir(alike)
  await symlink(alike, join(folder, 'more'))
  const met = await refusal()
  await rm(alike, { recursive: true })
  assert.deepEqual(met, { code: 'PACKAGE_HAS_LINK', details: { file: 'more' } })
})

test('links inside are followed, loops end, and a link to nothing is left out', async () => {
  await write({ 'shared/words.js': 'words', 'pages/index.js': '' })
  await symlink('../shared', join(folder, 'pages/shared'))
  await symlink('../shared/words.js', join(folder, 'pages/words.js'))
  await symlink('..', join(folder, 'pages/up'))
  await symlink('../pages', join(folder, 'shared/pages'))
  await symlink('self.js', join(folder, 'self.js'))
  await symlink('nowhere.js', join(folder, 'gone.js'))
  const read = await paths()
  assert(read.includes('pages/shared/words.js'))
  assert(read.includes('pages/words.js'))
  assert(!read.includes('self.js') && !read.includes('gone.js'))
  assert(!read.some((path) => path.includes('up/')))
})

test('links that multiply folders end at the limit of files', async () => {
  const names = Array.from({ length: 8 }, (_, index) => `f${index}`)
  for (const name of names) await mkdir(join(folder, name))
  for (const from of names) {
    for (const to of names) await symlink(join('..', to), join(folder, from, to))
  }
  const limits = { ...packageLimits, maxFiles: 500 }
  assert.equal((await refusal(folder, limits)).code, 'PACKAGE_HAS_TOO_MANY_FILES')
})

test('a pipe in the folder is left out and does not hold the reader', async () => {
  await write({ 'app.json': '{}' })
  execFileSync('mkfifo', [join(folder, 'pipe')])
  assert.deepEqual(await paths(), ['app.json'])
})

test('a name that a zip would read as another path is refused', async () => {
  await write({ 'pages\\index.js': '' })
  assert.deepEqual(await refusal(), {
    code: 'PACKAGE_PATH_UNSAFE',
    details: { file: 'pages\\index.js' },
  })
})

for (const [what, path] of [
  ['folder', 'locked'],
  ['file', 'locked.js'],
] as const) {
  test(`a ${what} without permission to read is named`, async () => {
    await write({ [what === 'folder' ? `${path}/a.js` : path]: '' })
    await chmod(folder, 0o755)
    await chmod(join(folder, path), 0o000)
    const met = await refusalAsNobody()
    await chmod(join(folder, path), 0o755)
    assert.deepEqual(met, { code: 'FILE_UNREADABLE', details: { file: path } })
  })
}

/** Root may read everything, so the reader runs as a user who may not. */
async function refusalAsNobody(): Promise<unknown> {
  const script = `
    const { readFolder } = await import(${JSON.stringify(import.meta.resolve('./read-folder.ts'))})
    await readFolder(${JSON.stringify(folder)}).catch(({ code, details }) =>
      console.log(JSON.stringify({ code, details })))`
  const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  const args = ['--input-type=module', '--eval', script]
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    ...asNobody,
    cwd: dirname(import.meta.filename),
  })
  return JSON.parse(stdout)
}

test('packing a folder twice gives the same bytes, in every time zone and mode', async () => {
  await write({ 'app.json': '{}', 'pages/a.js': 'Page({})' })
  const first = await packFolder(folder)
  await chmod(join(folder, 'app.json'), 0o600)
  await write({ 'app.json': '{}' })
  const zone = process.env.TZ
  process.env.TZ = 'Pacific/Auckland'
  const second = await packFolder(folder)
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
  assert.deepEqual(Buffer.from(second), Buffer.from(first))
})

test('a folder and its zip are the same package', async () => {
  await write({ 'app.json': '{}', 'pages/a.js': 'Page({})', 'node_modules/x.js': '' })
  const fromZip = await readArchive(await packFolder(folder))
  assert.deepEqual([...fromZip.keys()], await paths())
})
