/**
 * `node tools/pack-preflight.ts FOLDER`: writes the offline commands as one npm package.
 *
 * The folder then holds plain JavaScript, a package.json with `fangxing` as its command, the README
 * and the licences: `npm pack` there gives what `npx` runs. Only the native parser stays a dependency.
 * Prints the size in bytes.
 */

import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'rolldown'

const ROOT = join(import.meta.dirname, '..')
const SOURCES = join(ROOT, 'apps', 'cli', 'src', 'offline')
/** Holds a native part for each platform, which npm has to choose. */
const NATIVE = 'oxc-parser'

export async function packPreflight(folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true })
  const { output } = await build({
    input: { main: join(SOURCES, 'main.ts'), run: join(SOURCES, 'run.ts') },
    platform: 'node',
    external: [NATIVE],
    // Of packages in two forms the ES modules, which can be bundled whole.
    resolve: { mainFields: ['module', 'main'] },
    output: {
      dir: folder,
      format: 'esm',
      entryFileNames: '[name].mjs',
      chunkFileNames: 'chunks/[name].mjs',
      minify: true,
    },
  })
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(describePackage(), null, 2)}\n`)
  cpSync(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'))
  const modules = output.flatMap((one) => (one.type === 'chunk' ? one.moduleIds : []))
  writeFileSync(join(folder, 'THIRD-PARTY.txt'), licencesOf(modules))
  cpSync(join(ROOT, 'docs', 'preflight.md'), join(folder, 'README.md'))
  return sizeOf(folder)
}

function describePackage() {
  const read = (...path: readonly string[]) =>
    JSON.parse(readFileSync(join(ROOT, ...path, 'package.json'), 'utf8'))
  return {
    name: '@fangxing/preflight',
    version: read('apps', 'cli').version,
    description: '放行自检: what will happen to a mini-program before it is submitted, offline',
    license: 'Apache-2.0',
    type: 'module',
    bin: { fangxing: 'main.mjs' },
    files: ['main.mjs', 'run.mjs', 'chunks', 'THIRD-PARTY.txt'],
    engines: { node: '>=20' },
    dependencies: { [NATIVE]: read('packages', 'miniprogram').dependencies[NATIVE] },
  }
}

/** The licences of the packages that are in the bundle, which ask to be handed on with it. */
function licencesOf(modules: readonly string[]): string {
  const folders = modules.flatMap(
    (path) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(path)?.[0] ?? [],
  )
  const texts = [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    )
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one))
    const text = file === undefined ? String(license) : readFileSync(join(folder, file), 'utf8')
    return `${name} ${version}\n\n${text.trim()}\n`
  })
  return texts.join('\n---\n\n')
}

function sizeOf(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const sizes = names.map((name) => statSync(join(folder, name)))
  return sizes.reduce((sum, one) => sum + (one.isFile() ? one.size : 0), 0)
}

if (import.meta.main) {
  const [folder] = process.argv.slice(2)
  if (folder === undefined) {
    console.error('node tools/pack-preflight.ts FOLDER')
    process.exitCode = 2
  } else console.log(`${folder}: ${await packPreflight(folder)} bytes`)
}
