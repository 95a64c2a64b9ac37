/**
 * Holds code, layer table and `package.json` together, and keeps the pure packages pure.
 *
 * Prints one line per breach and exits 1. An argument names another tree to check. It reads source as text: an import is found by its
 * `from '…'` or `import('…')`, which is how this code is written.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LAYERS, type Layer } from './layers.ts'

const ROOT = process.argv[2] ?? join(import.meta.dirname, '..')
const SKIPPED = new Set(['node_modules', 'dist', 'test', 'tables', 'train'])
/** Longer files hold more than one idea. */
const MAX_LINES = 400

/** What a package ships; scripts beside it (training, evaluation) may touch the world. */
const SHIPPED = /\/(?:src|books|rules)\//

const IMPORTED = /(?:from|import)\s*\(?\s*'([^']+)'/g
const OUTSIDE_WORLD =
  /\b(?:process\.|Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|fetch\(|setTimeout\(|setInterval\()|from 'node:/
const OPEN_MARK = /\b(?:TODO|FIXME|XXX)\b(?!\(#\d+\))/

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.has(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return sourcesUnder(path)
      return /\.tsx?$/.test(entry.name) && !entry.name.includes('.generated.') ? [path] : []
    })
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

/** Everything wrong with one source file of a layer. */
function breachesOf(name: string, layer: Layer, path: string): string[] {
  const source = readFileSync(path, 'utf8')
  const code = withoutComments(source)
  const isTest = path.endsWith('.test.ts')
  const breaches: string[] = []

  for (const [, specifier = ''] of code.matchAll(IMPORTED)) {
    const [, target] = /^@fangxing\/([a-z-]+)/.exec(specifier) ?? []
    if (target !== undefined && target !== name && !layer.mayImport.includes(target)) {
      breaches.push(`imports @fangxing/${target}, which its layer may not`)
    }
    if (!isTest && specifier.startsWith('.') && leaves(layer, path, specifier)) {
      breaches.push(`imports ${specifier}, which lies outside ${layer.folder}`)
    }
  }
  if (layer.pure && !isTest && SHIPPED.test(path)) {
    const reached = OUTSIDE_WORLD.exec(code)
    if (reached) breaches.push(`is in a pure package and uses “${reached[0]}”`)
  }
  const lines = source.split('\n').length
  if (lines > MAX_LINES) breaches.push(`has ${lines} lines; the limit is ${MAX_LINES}`)
  if (OPEN_MARK.test(source)) breaches.push('has an open mark without an issue number')
  return breaches
}

function leaves(layer: Layer, path: string, specifier: string): boolean {
  return !join(path, '..', specifier).startsWith(`${join(ROOT, layer.folder)}/`)
}

/** The workspace part of `dependencies` must be the row of the table, no more and no less. */
function breachesOfManifest(layer: Layer): string[] {
  const manifest = JSON.parse(readFileSync(join(ROOT, layer.folder, 'package.json'), 'utf8'))
  const declared = Object.keys(manifest.dependencies ?? {})
    .filter((dependency) => dependency.startsWith('@fangxing/'))
    .map((dependency) => dependency.slice('@fangxing/'.length))
    .sort()
  const allowed = [...layer.mayImport].sort()
  return declared.join() === allowed.join()
    ? []
    : [`package.json depends on [${declared}]; the layer table says [${allowed}]`]
}

/** ARCHITECTURE.md prints each row as `| folder | … | may import |`, the last cell comma-separated. */
function breachesOfArchitecture(layers: typeof LAYERS): string[] {
  const rows = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8').split('\n')
  return Object.values(layers).flatMap(({ folder, mayImport }) => {
    const row = rows.find((line) => line.includes(`| \`${folder}\` |`))
    const printed = row?.split('|').at(-2)?.trim()
    const expected = mayImport.length === 0 ? 'nothing' : [...mayImport].sort().join(', ')
    return printed === expected
      ? []
      : [
          `ARCHITECTURE.md prints “${printed ?? 'no row'}” for ${folder}; the table says “${expected}”`,
        ]
  })
}

const breaches = Object.entries(LAYERS).flatMap(([name, layer]) => [
  ...breachesOfManifest(layer).map((breach) => `${layer.folder}: ${breach}`),
  ...sourcesUnder(join(ROOT, layer.folder)).flatMap((path) =>
    breachesOf(name, layer, path).map((breach) => `${path.slice(ROOT.length + 1)} ${breach}`),
  ),
])
if (existsSync(join(ROOT, 'ARCHITECTURE.md'))) breaches.push(...breachesOfArchitecture(LAYERS))
else breaches.push('ARCHITECTURE.md is missing')

for (const breach of breaches) console.error(breach)
process.exitCode = breaches.length > 0 ? 1 : 0
