import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pathToPackage, showPlacesUnder } from './show-place.ts'

const file = { kind: 'file', file: 'pages/a.js', line: 3, column: 7 } as const

const cases: [title: string, directory: string, isFolder: boolean, shown: string][] = [
  ['below here gets the way to it', 'shop', true, 'shop/pages/a.js:3:7'],
  ['that is here gets no way', '.', true, 'pages/a.js:3:7'],
  ['elsewhere gets its full path', '../shop', true, '/home/shop/pages/a.js:3:7'],
  ['that is a zip keeps its own path', 'shop.zip', false, 'pages/a.js:3:7'],
]

for (const [title, directory, isFolder, shown] of cases) {
  test(`a file of a package ${title}`, () => {
    const prefix = pathToPackage(directory, isFolder, '/home/team')
    assert.equal(showPlacesUnder(prefix)(file), shown)
  })
}
