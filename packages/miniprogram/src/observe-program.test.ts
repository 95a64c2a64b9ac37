import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { AppError, describePlace, type PackageFiles } from '@fangxing/contract'
import fc from 'fast-check'
import { FIXTURES, packageOf, readFixture } from '../test/read-fixture.ts'
import { observeProgram, type ProgramObservations } from './observe-program.ts'

const programs = [
  'plain-tool',
  'garden-notes',
  'open-forum',
  'own-backend-shop',
  'radio-hour',
  'broken/missing-page',
  'broken/binary-page',
  'broken/bad-script',
  'broken/not-utf8',
]

for (const name of programs) {
  test(`${name} is observed as its expected.json says`, () => {
    const file = join(FIXTURES, `${name}.expected.json`)
    const seen = summarise(observeProgram(readFixture(name)))
    if (process.env.GOLDEN === 'write') writeFileSync(file, `${JSON.stringify(seen, null, 2)}\n`)
    assert.deepEqual(seen, JSON.parse(readFileSync(file, 'utf8')))
  })
}

/** What a person can compare with the sources at a glance. */
function summarise(seen: ProgramObservations): unknown {
  const { plugins, requiredBackgroundModes, requiredPrivateInfos, platform } = seen.manifest
  return {
    manifest: { platform, plugins, requiredBackgroundModes, requiredPrivateInfos },
    pages: seen.pages.map(
      ({ path, title, exists }) => `${path} ${title}${exists ? '' : ' (absent)'}`,
    ),
    elements: seen.elements.length,
    apiCalls: [...new Set(seen.apiCalls.map(({ name }) => name))],
    hosts: seen.hosts.map(({ host, place }) => `${host} ${describePlace(place)}`),
    publishEntries: seen.publishEntries.map(({ medium, page, place, guard }) => ({
      entry: `${medium} ${page} ${describePlace(place)}`,
      guard: 'by' in guard ? `${guard.kind} by ${describePlace(guard.by)}` : guard.kind,
      ...('because' in guard && { because: guard.because.en }),
    })),
    contentChecks: seen.contentChecks.map(
      ({ api, version, place }) => `${api} v${version} ${describePlace(place)}`,
    ),
    texts: seen.texts.map(({ text }) => text),
    unreadableFiles: seen.unreadableFiles.map(({ file, because }) => `${file}: ${because.en}`),
  }
}

test('a folder without app.json is refused by code', () => {
  assert.throws(() => observeProgram(readFixture('broken/no-manifest')), isCode('MANIFEST_MISSING'))
})

test('a broken app.json is refused with file and line', () => {
  assert.throws(
    () => observeProgram(readFixture('broken/bad-manifest')),
    (error) =>
      isCode('MANIFEST_MALFORMED')(error) &&
      error.details.file === 'app.json' &&
      error.details.line === '3',
  )
})

function isCode(code: string): (error: unknown) => error is AppError {
  return (error): error is AppError => error instanceof AppError && error.code === code
}

test('the same package gives the same observations', () => {
  const files = readFixture('garden-notes')
  assert.deepEqual(observeProgram(files), observeProgram(files))
})

test('files that no registered page reaches are not observed', () => {
  const seen = observeProgram(
    packageOf({
      'app.json': '{"pages":["pages/a"]}',
      'pages/a.wxml': '<view>甲</view>',
      'pages/a.js': 'Page({})',
      'pages/unregistered.wxml': '<live-player/>',
      'pages/unregistered.js': 'wx.chooseImage()',
    }),
  )
  assert.deepEqual(
    seen.elements.map(({ tag }) => tag),
    ['view'],
  )
  assert.deepEqual(seen.apiCalls, [])
})

test('scripts that import each other in a circle are each read once', () => {
  const seen = observeProgram(
    packageOf({
      'app.json': '{"pages":["pages/a"]}',
      'pages/a.wxml': '<view/>',
      'pages/a.js': "require('../b'); Page({ onLoad() { wx.login() } })",
      'b.js': "require('./c'); wx.hideToast()",
      'c.js': "require('./b'); wx.showToast({})",
    }),
  )
  assert.deepEqual(
    seen.apiCalls.map(({ name }) => name),
    ['wx.hideToast', 'wx.showToast', 'wx.login'],
  )
})

test('components that use each other in a circle are each read once', () => {
  const component = (other: string) => ({
    [`c/${other}.json`]: `{"component":true,"usingComponents":{"x-other":"./${other === 'a' ? 'b' : 'a'}"}}`,
    [`c/${other}.wxml`]: '<x-other/>',
    [`c/${other}.js`]: 'Component({})',
  })
  const seen = observeProgram(
    packageOf({
      'app.json': '{"pages":["p"],"usingComponents":{"x-a":"/c/a"}}',
      'p.wxml': '<x-a/>',
      'p.js': 'Page({})',
      ...component('a'),
      ...component('b'),
    }),
  )
  assert.deepEqual(
    seen.elements.map(({ tag }) => tag),
    ['x-other', 'x-other', 'x-a'],
  )
})

const hostileScripts: [name: string, script: string][] = [
  ['brackets', '(\n'.repeat(100_000)],
  ['brackets hidden behind a quote in a regular expression', `/'/;${'[\n'.repeat(100_000)}`],
  ['prefix operators', `${'!\n'.repeat(100_000)}1`],
  ['arrows', `${'x=>\n'.repeat(60_000)}1`],
  ['conditions', `${'if(1)\n'.repeat(60_000)};`],
  ['else branches', `${'if(1);else\n'.repeat(30_000)};`],
  ['template literals', `${'`${\n'.repeat(50_000)}`],
  ['functions', 'function f(){\n'.repeat(20_000)],
  ['assignments', `${'a=\n'.repeat(100_000)}1`],
  ['powers', `x = ${'a**\n'.repeat(60_000)}1`],
  ['elements', `x = ${'<a>;\n'.repeat(60_000)}`],
  ['labels', `${Array.from({ length: 40_000 }, (_, at) => `a${at}:\n`).join('')};`],
  ['decorators', `${'@\n'.repeat(60_000)}class {}`],
  ['operators behind a comment in a template', `\`\n/*\`\nx = ${'a|\n'.repeat(60_000)}1 /* */`],
]

const hostileTypes: [name: string, script: string][] = [
  ['generics', `let x: ${'A<\n'.repeat(60_000)}`],
  ['generics with blocks and commas', `let x: ${'A<{ a; }, b,\n'.repeat(20_000)}`],
  ['casts', `x = ${'<a>\n'.repeat(60_000)}b`],
  ['keywords of types', `type x = ${'keyof\n'.repeat(40_000)}a`],
  ['types of lists', `type x = a${'[]\n'.repeat(60_000)}`],
  ['generic arrows', `x = ${'<a,>(b)=>\n'.repeat(30_000)}c`],
  ['namespaces', `namespace ${'a.\n'.repeat(60_000)}b {}`],
]

const hostileFiles = [
  ...hostileScripts.map((one) => ['a.js', ...one] as const),
  ...hostileTypes.map((one) => ['a.ts', ...one] as const),
]

for (const [file, name, script] of hostileFiles) {
  test(`a script nested without end by ${name} is refused, and the rest is read`, () => {
    const seen = observeProgram(
      packageOf({
        'app.json': '{"pages":["a","b"]}',
        'a.wxml': '<view/>',
        [file]: script,
        'b.wxml': '<text/>',
        'b.js': 'Page({ onLoad() { wx.login() } })',
      }),
    )
    assert.deepEqual(
      seen.unreadableFiles.map(({ file }) => file),
      [file],
    )
    assert.deepEqual(
      seen.apiCalls.map(({ name }) => name),
      ['wx.login'],
    )
  })
}

test('a minified bundle of five megabytes is a library, not a refusal', () => {
  const bundle = `var a=1;${'wx.request({url:"https://sdk.example.com/x"});'.repeat(110_000)}`
  const seen = observeProgram(
    packageOf({
      'app.json': '{"pages":["a"]}',
      'a.wxml': '<view/>',
      'a.js': "require('./sdk')",
      'sdk.js': bundle,
    }),
  )
  assert.deepEqual(seen.unreadableFiles, [])
  assert.deepEqual(
    seen.hosts.map(({ host }) => host),
    ['sdk.example.com'],
  )
})

test('a template nested without end is read as far as it can be, and named', () => {
  const seen = observeProgram(
    packageOf({
      'app.json': '{"pages":["a"]}',
      'a.wxml': '<view>'.repeat(100_000),
      'a.js': 'Page({})',
    }),
  )
  assert.ok(seen.elements.length > 100)
  assert.deepEqual(
    seen.unreadableFiles.map(({ file }) => file),
    ['a.wxml'],
  )
})

test('an app.json nested a hundred thousand deep is refused', () => {
  assert.throws(
    () => observeProgram(packageOf({ 'app.json': '['.repeat(100_000) })),
    isCode('MANIFEST_MALFORMED'),
  )
})

test('a page that leaves the package is not followed', () => {
  const seen = observeProgram(packageOf({ 'app.json': '{"pages":["../../etc/passwd","a"]}' }))
  assert.deepEqual(
    seen.pages.map(({ path, exists }) => [path, exists]),
    [['a', false]],
  )
})

test('no bytes in any file make the reader throw anything but its two codes', () => {
  const names = [
    'app.json',
    'a.wxml',
    'a.js',
    'a.json',
    'project.config.json',
    'cloudfunctions/f/index.js',
  ]
  const seeds = [
    '{"pages":["a"]}',
    '<input bindinput="f"/>',
    'Page({f(e){wx.request({data:e})}})',
    '{',
  ]
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.constantFrom(...seeds).map((text) => new TextEncoder().encode(text)),
  )
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), content), (files) => {
      try {
        observeProgram(new Map(Object.entries(files)) as PackageFiles)
      } catch (error) {
        assert.ok(
          isCode('MANIFEST_MISSING')(error) || isCode('MANIFEST_MALFORMED')(error),
          String(error),
        )
      }
    }),
    { numRuns: 200 },
  )
})
