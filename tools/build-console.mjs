/**
 * Builds the console into `apps/console/dist` when its sources changed since the last build.
 *
 * The build's stamp is a hash over the sources' contents, so a checkout of other sources rebuilds
 * and a mere touch does not. Runs on any Node from 18 up; the build itself on the project's Node.
 */

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { ROOT, runAndWait, say, stop } from './install.mjs'

const CONSOLE = join(ROOT, 'apps', 'console')
const STAMP = join(CONSOLE, 'dist', '.sources')
const COMPRESSED = /\.(?:js|css|html|svg)$/
const SKIPPED = new Set(['node_modules', 'dist', 'test'])

export function ensureConsoleBuilt() {
  const sources = hashOfSources()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return

  say('构建控制台 · building the console …')
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')
  if (runAndWait([vite, 'build', '--logLevel', 'warn'], { cwd: CONSOLE }) !== 0) {
    stop('控制台构建失败，上方是原因 · the console did not build; the reason is above.')
  }
  for (const file of filesUnder(join(CONSOLE, 'dist'))) compressBeside(file)
  writeFileSync(STAMP, sources)
}

/** The server sends `FILE.br` in a file's place to a browser that takes it: a third of the bytes. */
function compressBeside(file) {
  if (COMPRESSED.test(file)) writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)))
}

function hashOfSources() {
  const hash = createHash('sha256')
  for (const file of [...filesUnder(CONSOLE), ...filesUnder(join(ROOT, 'packages', 'contract'))]) {
    hash.update(relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesUnder(path) : [path]
    })
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) ensureConsoleBuilt()
