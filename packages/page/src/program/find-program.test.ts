import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findProgram } from './find-program.ts'
import { packPage } from './pack-page.ts'
import { readScripts } from './read-scripts.ts'
import { resolvePath } from './resolve-path.ts'

function filesOf(texts: Readonly<Record<string, string>>) {
  const bytes = (text: string) => new TextEncoder().encode(text)
  return new Map(Object.entries(texts).map(([path, text]) => [path, bytes(text)]))
}

const roots: [name: string, files: Record<string, string>, expected: unknown][] = [
  ['at the top', { 'app.json': '{"pages":["a"]}' }, ['wechat', ['a']]],
  [
    'where the settings say',
    {
      'project.config.json': '{"miniprogramRoot":"./src/"}',
      'src/app.json': '{"pages":["b"]}',
      'app.json': '{"pages":["a"]}',
    },
    ['wechat', ['b']],
  ],
  [
    'in a folder, packages of others aside',
    { 'node_modules/x/app.json': '{"pages":["x"]}', 'deep/mini/app.json': '{"pages":["c"]}' },
    ['wechat', ['c']],
  ],
  [
    'with subpackages, comments and a trailing comma',
    { 'app.json': '{"pages":["a",], /* more */ "subPackages":[{"root":"p/","pages":["b"]}]}' },
    ['wechat', ['a', 'p/b']],
  ],
  ['of Baidu', { 'app.json': '{"pages":["a"]}', 'a.swan': '' }, ['baidu', ['a']]],
  ['of a form that takes a compiler', { 'app.tsx': '', 'pages.json': '{}' }, null],
  ['without pages', { 'app.json': '{"pages":[]}' }, null],
  ['that is no JSON', { 'app.json': '<html>' }, null],
]

for (const [name, files, expected] of roots) {
  test(`a program ${name}`, () => {
    const found = findProgram(filesOf(files))
    assert.deepEqual(found && [found.platform, found.pages], expected)
  })
}

test('a path is looked for beside the file, in its packages, then from the root', () => {
  const files = new Set(['p/a/b.js', 'p/miniprogram_npm/ui/index.js', 'ui.js'])
  const find = (named: string) => resolvePath('p/a/page', named, (path) => files.has(path))
  assert.equal(find('./b.js'), 'p/a/b.js')
  assert.equal(find('/ui.js'), 'ui.js')
  assert.equal(find('ui/index.js'), 'p/miniprogram_npm/ui/index.js')
  assert.equal(find('../../../../etc/passwd'), null)
})

test('scripts are followed, types and imports taken out, a broken one is kept as unread', () => {
  const scripts = readScripts(
    filesOf({
      'a.ts': "import b from './b'\nexport const n: number = b",
      'b.js': "module.exports = require('./c')",
      'c.js': 'export const broken = = 1',
      'd.js': 'not reached',
    }),
    ['a.ts'],
  )
  assert.deepEqual(Object.keys(scripts), ['a.ts', 'b.js', 'c.js'])
  assert.deepEqual(scripts['a.ts']?.requires, { './b': 'b.js' })
  assert.doesNotMatch(scripts['a.ts']?.code ?? '', /: number|^import/)
  assert.equal(scripts['c.js']?.code, null)
})

test('a page is packed with its bars, its query and what it uses', () => {
  const program = findProgram(
    filesOf({
      'app.json': `{"pages":["a","b"],"window":{"navigationBarTitleText":"应用"},
        "usingComponents":{"x-one":"/one"},
        "tabBar":{"list":[{"pagePath":"a","text":"甲","iconPath":"i.png"},{"pagePath":"b","text":"乙"}]}}`,
      'a.json': '{"navigationBarTitleText":"页","usingComponents":{"x-two":"plugin://p/two"}}',
      'a.wxml': '<x-one/>',
      'one.wxml': '',
      'one.json': '{"component":true}',
    }),
  )
  assert.ok(program)
  const { bar, tabs, query, units } = packPage(program, { page: 'a?id=1' })
  assert.deepEqual([bar.title, query], ['页', { id: '1' }])
  assert.deepEqual(
    tabs?.items.map(({ text, icon, isCurrent }) => [text, icon, isCurrent]),
    [
      ['甲', '/i.png', true],
      ['乙', null, false],
    ],
  )
  assert.deepEqual(Object.keys(units), ['a', 'one'])
  assert.deepEqual(units.a?.uses, {
    'x-one': 'one',
    'x-two': 'fangxing-missing/plugin%3A%2F%2Fp%2Ftwo',
  })
})
