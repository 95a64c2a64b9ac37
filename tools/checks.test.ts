/** The checks must bite: each breach is planted in a copy of the smallest tree that is clean. */

import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { LAYERS } from './layers.ts'

const ROOT = join(import.meta.dirname, '..')
const trees: string[] = []
after(() => {
  for (const tree of trees) rmSync(tree, { recursive: true })
})

/** A tree with every layer's `package.json`, one source file each, and the printed table. */
function cleanTree(): string {
  const tree = mkdtempSync(join(tmpdir(), 'fangxing-checks-'))
  trees.push(tree)
  for (const { folder } of Object.values(LAYERS)) {
    mkdirSync(join(tree, folder, 'src'), { recursive: true })
    cpSync(join(ROOT, folder, 'package.json'), join(tree, folder, 'package.json'))
    writeFileSync(join(tree, folder, 'src', 'index.ts'), 'export {}\n')
  }
  cpSync(join(ROOT, 'ARCHITECTURE.md'), join(tree, 'ARCHITECTURE.md'))
  return tree
}

function run(tool: string, tree: string): { code: number | null; said: string } {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'tools', tool), tree], {
    encoding: 'utf8',
  })
  return { code: status, said: stderr }
}

test('a tree that keeps to the table passes the layer check', () => {
  assert.deepEqual(run('check-layers.ts', cleanTree()), { code: 0, said: '' })
})

const BREACHES: [name: string, file: string, line: string, said: RegExp][] = [
  ['an upward import', 'packages/text/src/index.ts', "import '@fangxing/storage'", /may not/],
  [
    'an engine that imports rules',
    'packages/miniprogram/src/index.ts',
    "import { rules } from '@fangxing/policy'",
    /may not/,
  ],
  [
    'a relative import out of the package',
    'packages/policy/src/index.ts',
    "export * from '../../text/src/index.ts'",
    /lies outside/,
  ],
  ['a pure package that reads the clock', 'packages/release/src/index.ts', 'Date.now()', /pure/],
  [
    'a pure package that reads the disk',
    'packages/text/src/index.ts',
    "import x from 'node:fs'",
    /pure/,
  ],
  ['a file of 401 lines', 'apps/cli/src/index.ts', '\n'.repeat(399), /401 lines/],
  ['an open mark without an issue', 'apps/cli/src/index.ts', `// ${'TO'}DO later`, /open mark/],
]

for (const [name, file, line, said] of BREACHES) {
  test(`the layer check refuses ${name}`, () => {
    const tree = cleanTree()
    appendFileSync(join(tree, file), line)
    const result = run('check-layers.ts', tree)
    assert.equal(result.code, 1)
    assert.match(result.said, said)
  })
}

test('the layer check refuses a package.json that differs from the table', () => {
  const tree = cleanTree()
  const manifest = { dependencies: { '@fangxing/contract': '0.1.0', '@fangxing/policy': '0.1.0' } }
  writeFileSync(join(tree, 'packages/text/package.json'), JSON.stringify(manifest))
  assert.match(run('check-layers.ts', tree).said, /layer table says/)
})

test('the layer check refuses an architecture page that differs from the table', () => {
  const tree = cleanTree()
  writeFileSync(join(tree, 'ARCHITECTURE.md'), '# Architecture\n')
  assert.match(run('check-layers.ts', tree).said, /no row/)
})

const DOCUMENTS: [name: string, text: string, said: RegExp | null][] = [
  ['a path that exists', 'See `packages/text/src/index.ts`.', null],
  ['a path that does not exist', 'See `packages/text/src/gone.ts`.', /gone\.ts/],
  ['a link that leads nowhere', '[here](docs/gone.md)', /docs\/gone\.md/],
  ['a script that is none', 'Run `npm run gone`.', /npm run gone/],
  ['a command that is none', 'Run `fangxing gone`.', /fangxing gone/],
]

for (const [name, text, said] of DOCUMENTS) {
  test(`the document check ${said ? 'refuses' : 'accepts'} ${name}`, () => {
    const tree = cleanTree()
    cpSync(join(ROOT, 'package.json'), join(tree, 'package.json'))
    rmSync(join(tree, 'ARCHITECTURE.md'))
    writeFileSync(join(tree, 'README.md'), text)
    execFileSync('git', ['init', '--quiet', tree])
    const result = run('check-docs.ts', tree)
    if (said) assert.match(result.said, said)
    assert.equal(result.code, said ? 1 : 0)
  })
}
