/**
 * Finds documents that name what does not exist: files, npm scripts, commands, links.
 *
 * Reads every Markdown file of the repository. A word in back-ticks that begins with a folder of
 * the root, or that is a Markdown link to a relative path, must exist; `npm run NAME` must be a
 * script; `fangxing NAME` must be a command of the CLI. Prints one line per breach and exits 1. An
 * argument names another tree to check.
 */

import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const ROOT = process.argv[2] ?? join(import.meta.dirname, '..')
const ROOT_FOLDERS = /^(?:packages|apps|tools|docs|fixtures|bench|\.ci)\//
/** A name with a placeholder in capitals or a wildcard stands for many files. */
const PLACEHOLDER = /[*<{…]|\b[A-Z]{4,}\b/

/** The scripts of the root, or of the workspace that npm would find under this name or folder. */
function scriptsOf(workspace?: string): Set<string> {
  const name = workspace?.replace(/^@fangxing\//, '')
  const folder = ['', 'packages', 'apps'].find((parent) =>
    existsSync(join(ROOT, parent, name ?? '', 'package.json')),
  )
  if (folder === undefined) return new Set()
  const manifest = readFileSync(join(ROOT, folder, name ?? '', 'package.json'), 'utf8')
  return new Set(Object.keys(JSON.parse(manifest).scripts ?? {}))
}

const commands = new Set(
  readdirSync(join(ROOT, 'apps/cli/src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...readFileSync(join(ROOT, 'apps/cli/src', file), 'utf8').matchAll(/\.command\('([a-z-]+)/g),
    ])
    .map(([, name]) => name ?? ''),
)

const documents = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'],
  {
    cwd: ROOT,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => file !== '' && !file.startsWith('fixtures/') && existsSync(join(ROOT, file)))

const breaches = documents.flatMap((document) => {
  const text = readFileSync(join(ROOT, document), 'utf8')
  return [...paths(document, text), ...links(document, text), ...commandLines(text)].map(
    (breach) => `${document}: ${breach}`,
  )
})

function paths(document: string, text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)]
    .map(([, word = '']) => word.replace(/:\d+$/, ''))
    .filter((word) => ROOT_FOLDERS.test(word) && !/\s/.test(word) && !PLACEHOLDER.test(word))
    .filter(
      (word) => !existsSync(join(ROOT, word)) && !existsSync(join(ROOT, dirname(document), word)),
    )
    .map((word) => `names \`${word}\`, which does not exist`)
}

function links(document: string, text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => !existsSync(join(ROOT, dirname(document), target)))
    .map((target) => `links to ${target}, which does not exist`)
}

function commandLines(text: string): string[] {
  const unknownScripts = [...text.matchAll(/npm run ([a-z][a-z:-]*)(?: -w ([@a-z/-]+))?/g)]
    .filter(([, name = '', workspace]) => !scriptsOf(workspace).has(name))
    .map(([command]) => `names \`${command}\`, which is no script`)
  const unknownCommands = [...text.matchAll(/(?:`|\$ |npx )fangxing ([a-z][a-z-]*)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !commands.has(name))
    .map((name) => `names \`fangxing ${name}\`, which is no command`)
  return [...unknownScripts, ...unknownCommands]
}

for (const breach of breaches) console.error(breach)
process.exitCode = breaches.length > 0 ? 1 : 0
