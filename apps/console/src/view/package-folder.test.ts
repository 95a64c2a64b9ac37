import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameOfFolder, refusalOfFolder, toEntries } from './package-folder.ts'

const file = (path: string, size = 1) => ({ path, size })

test('the folder itself is no part of the paths, which come in order', () => {
  const files = [file('shop/pages/a.js'), file('shop/app.json')]
  assert.deepEqual(
    toEntries(files).map(({ path }) => path),
    ['app.json', 'pages/a.js'],
  )
  assert.equal(nameOfFolder(files), 'shop')
})

test('what tools leave behind is left out, wherever it lies', () => {
  const files = [
    file('shop/app.json'),
    file('shop/.git/config'),
    file('shop/pages/.DS_Store'),
    file('shop/node_modules/x/index.js'),
    file('shop/miniprogram_npm/x/index.js'),
  ]
  assert.deepEqual(
    toEntries(files).map(({ path }) => path),
    ['app.json', 'miniprogram_npm/x/index.js'],
  )
})

const rows: [name: string, files: ReturnType<typeof file>[], expected: string | null][] = [
  ['a folder with a manifest may be sent', [file('a/app.json')], null],
  ['a manifest may lie deeper, where the project file says', [file('a/src/app.json')], null],
  ['a folder without one is another folder', [file('a/index.html')], 'noManifest'],
  ['a file whose name only ends like it is no manifest', [file('a/myapp.json')], 'noManifest'],
  ['an empty folder is refused', [], 'empty'],
  ['at the limit of the server it may be sent', [file('a/app.json', 256 * 1024 * 1024)], null],
  ['one byte beyond is too large', [file('a/app.json', 256 * 1024 * 1024 + 1)], 'tooLarge'],
]

for (const [name, files, expected] of rows) {
  test(name, () => assert.equal(refusalOfFolder(toEntries(files)), expected))
}
