import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AppError, type ErrorCode, type ErrorDetails } from '@fangxing/contract'
import fc from 'fast-check'
import { type CraftedEntry, craftZip } from '../../test/crafted-zip.ts'
import { type PackageLimits, packageLimits } from './limits.ts'
import { packFiles } from './pack.ts'
import { readArchive } from './read-archive.ts'

const MIB = 1024 * 1024
const SYMLINK = 0o120777
const PIPE = 0o010644

async function refusal(
  bytes: Uint8Array,
  limits: PackageLimits = packageLimits,
): Promise<{ code: ErrorCode; details: ErrorDetails }> {
  try {
    await readArchive(bytes, limits)
  } catch (error) {
    assert(error instanceof AppError, String(error))
    return { code: error.code, details: error.details }
  }
  return assert.fail('the archive was read')
}

const names = async (entries: readonly CraftedEntry[]) => [
  ...(await readArchive(craftZip(entries))).keys(),
]

const refusedNames: [name: string, because: string][] = [
  ['../app.json', 'a step up'],
  ['pages/../../app.json', 'a step up in the middle'],
  ['pages/..', 'a step up at the end'],
  ['..\\app.json', 'a step up with backslashes'],
  ['pages\\..\\..\\app.json', 'steps up with backslashes'],
  ['/etc/passwd', 'an absolute path'],
  ['\\\\server\\share\\app.json', 'a network path'],
  ['C:\\app.json', 'a drive letter'],
  ['c:app.json', 'a drive letter without a slash'],
  ['pages/a\u0000.js', 'a null character'],
  ['pages/a\n.js', 'a line break'],
]

for (const [name, because] of refusedNames) {
  test(`a name with ${because} is refused and named`, async () => {
    const { code, details } = await refusal(craftZip([{ name: 'app.json' }, { name }]))
    assert.deepEqual({ code, details }, { code: 'PACKAGE_PATH_UNSAFE', details: { file: name } })
  })
}

test('a folder entry with a step up is refused too', async () => {
  const { code } = await refusal(craftZip([{ name: '../pages/', mode: 0o040755 }]))
  assert.equal(code, 'PACKAGE_PATH_UNSAFE')
})

const refusedEntries: [title: string, entry: CraftedEntry, code: ErrorCode][] = [
  ['a symbolic link', { name: 'a.js', content: '/etc/passwd', mode: SYMLINK }, 'PACKAGE_HAS_LINK'],
  ['a pipe', { name: 'a.js', mode: PIPE }, 'PACKAGE_HAS_LINK'],
  ['an encrypted file', { name: 'a.js', content: 'x', flags: 1 }, 'PACKAGE_ENCRYPTED'],
  ['an unknown compression', { name: 'a.js', content: 'x', method: 14 }, 'PACKAGE_UNREADABLE'],
  ['a wrong checksum', { name: 'a.js', content: 'x', statedCrc: 1 }, 'PACKAGE_UNREADABLE'],
  ['fewer bytes than stated', { name: 'a.js', content: 'x', statedBytes: 9 }, 'PACKAGE_UNREADABLE'],
  [
    'more bytes than stated',
    { name: 'a.js', content: 'x'.repeat(99), statedBytes: 9 },
    'PACKAGE_EXPANDS_TOO_FAR',
  ],
  [
    'more stored bytes than stated',
    { name: 'a.js', content: 'x'.repeat(99), statedBytes: 9, method: 0 },
    'PACKAGE_EXPANDS_TOO_FAR',
  ],
]

for (const [title, entry, code] of refusedEntries) {
  test(`${title} is refused and the file named`, async () => {
    const met = await refusal(craftZip([{ name: 'app.json', content: '{}' }, entry]))
    assert.equal(met.code, code)
    assert.equal(met.details.file, 'a.js')
  })
}

test('a file that states 5 bytes and gives 64 MiB is stopped at the sixth', async () => {
  const bomb = craftZip([{ name: 'a.js', content: Buffer.alloc(64 * MIB), statedBytes: 5 }])
  const { code, details } = await refusal(bomb)
  assert.deepEqual(
    { code, details },
    { code: 'PACKAGE_EXPANDS_TOO_FAR', details: { file: 'a.js', maxBytes: 5 } },
  )
})

test('one file of 200 MiB is refused by its stated size', async () => {
  const { code, details } = await refusal(craftZip([{ name: 'a.js', statedBytes: 200 * MIB }]))
  assert.equal(code, 'FILE_TOO_LARGE')
  assert.deepEqual(details, { file: 'a.js', sizeBytes: 200 * MIB, maxBytes: 20 * MIB })
})

test('many files that expand beyond the total are refused before unpacking', async () => {
  const entries = Array.from({ length: 14 }, (_, index) => ({
    name: `${index}.bin`,
    statedBytes: 19 * MIB,
  }))
  assert.equal((await refusal(craftZip(entries))).code, 'PACKAGE_EXPANDS_TOO_FAR')
})

test('a small archive of zeros is refused by its ratio, below the total', async () => {
  const zeros = Buffer.alloc(17 * MIB)
  const { code, details } = await refusal(craftZip([{ name: 'zeros.bin', content: zeros }]))
  assert.equal(code, 'PACKAGE_EXPANDS_TOO_FAR')
  assert.equal(details.maxBytes, 16 * MIB)
})

test('two files of one name are refused', async () => {
  const twice = [
    { name: 'app.json', content: '{}' },
    { name: './app.json', content: '[]' },
  ]
  assert.deepEqual(await refusal(craftZip(twice)), {
    code: 'PACKAGE_NAME_REPEATED',
    details: { file: 'app.json' },
  })
})

test('entries at the limit are read, one more is refused', async () => {
  const limits = { ...packageLimits, maxFiles: 3 }
  const entries = ['a', 'b', 'c', 'd'].map((name) => ({ name }))
  assert.equal((await readArchive(craftZip(entries.slice(0, 3)), limits)).size, 3)
  assert.equal((await refusal(craftZip(entries), limits)).code, 'PACKAGE_HAS_TOO_MANY_FILES')
})

test('an archive at the limit is read, one byte more is refused', async () => {
  const bytes = craftZip([{ name: 'app.json', content: '{}' }])
  const limits = { ...packageLimits, maxArchiveBytes: bytes.byteLength }
  assert.equal((await readArchive(bytes, limits)).size, 1)
  const beyond = { ...limits, maxArchiveBytes: bytes.byteLength - 1 }
  assert.equal((await refusal(bytes, beyond)).code, 'PACKAGE_TOO_LARGE')
})

test('what is no zip is unreadable', async () => {
  for (const bytes of [Buffer.from(''), Buffer.from('hello'), Buffer.alloc(4096, 0xff)]) {
    assert.equal((await refusal(bytes)).code, 'PACKAGE_UNREADABLE')
  }
})

test('a zip cut anywhere is refused with a published code', async () => {
  const whole = craftZip([
    { name: 'app.json', content: '{"pages":[]}' },
    { name: 'pages/a.js', content: 'Page({})'.repeat(50) },
  ])
  for (let length = 0; length < whole.byteLength; length++) {
    assert.equal((await refusal(whole.subarray(0, length))).code, 'PACKAGE_UNREADABLE')
  }
})

test('bytes changed anywhere give files or a published refusal, never another error', async () => {
  const whole = craftZip([
    { name: 'app.json', content: '{"pages":[]}' },
    { name: 'pages/a.js', content: 'Page({})' },
  ])
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.byteLength - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      async (changes) => {
        const bytes = Buffer.from(whole)
        for (const [index, value] of changes) bytes[index] = value
        await readArchive(bytes).catch((error: unknown) =>
          assert(error instanceof AppError, String(error)),
        )
      },
    ),
    { numRuns: 300 },
  )
})

test('backslashes from Windows archivers become folders', async () => {
  assert.deepEqual(await names([{ name: 'pages\\index\\index.js' }]), ['pages/index/index.js'])
})

test('names in GB18030, as Windows in Chinese writes them, are read', async () => {
  const name = Buffer.from([0xb2, 0xe2, 0xca, 0xd4, 0x2e, 0x6a, 0x73])
  assert.deepEqual(await names([{ name }]), ['测试.js'])
})

test('folders and leftovers of tools are left out, also when they are odd', async () => {
  const entries = [
    { name: './', mode: 0o040755 },
    { name: 'pages/', mode: 0o040755 },
    { name: 'node_modules/x/index.js', content: 'x', method: 99 },
    { name: '__MACOSX/._app.json' },
    { name: 'pages/.DS_Store' },
    { name: '.git/config' },
    { name: 'miniprogram_npm/x/index.js' },
  ]
  assert.deepEqual(await names(entries), ['miniprogram_npm/x/index.js'])
})

test('files come by path, whatever the order of the archive', async () => {
  const given = ['pages/b.js', 'app.json', 'pages/B.js', 'pages/a/a.js']
  assert.deepEqual(await names(given.map((name) => ({ name }))), [
    'app.json',
    'pages/B.js',
    'pages/a/a.js',
    'pages/b.js',
  ])
})

test('reading what was packed gives the same files', async () => {
  const file = fc.tuple(
    fc.stringMatching(/^[a-z]{1,4}(\/[a-z]{1,4}){0,2}\.js$/),
    fc.uint8Array({ maxLength: 300 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(file, { maxLength: 6 }), async (list) => {
      const files = new Map(list)
      const read = await readArchive(await packFiles(files))
      assert.deepEqual(
        [...read].map(([path, content]) => [path, [...content]]),
        [...files.keys()].sort().map((path) => [path, [...(files.get(path) ?? [])]]),
      )
    }),
    { numRuns: 50 },
  )
})
