/** The files of the host itself: the framework as its packages bring it, and ours as one script. */

import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { transform } from 'sucrase'

/** Hidden: no program has a file of that name, since hidden files are not read. */
export const HOST_FOLDER = '.fangxing'

let read: ReadonlyMap<string, Uint8Array> | undefined

export function readHostFiles(): ReadonlyMap<string, Uint8Array> {
  read ??= new Map(
    Object.entries({
      'glass-easel.js': fileOf('glass-easel', 'dist', 'glass_easel.all.es.js'),
      'adapter.js': fileOf(
        'glass-easel-miniprogram-adapter',
        'dist',
        'glass_easel_miniprogram_adapter.es.js',
      ),
      'compiler.js': fileOf('glass-easel-template-compiler', 'glass_easel_template_compiler.js'),
      'compiler.wasm': fileOf(
        'glass-easel-template-compiler',
        'glass_easel_template_compiler_bg.wasm',
      ),
      ...hostModules(),
    }).map(([name, bytes]) => [`${HOST_FOLDER}/${name}`, bytes]),
  )
  return read
}

function fileOf(name: string, ...path: readonly string[]): Uint8Array {
  const settings = createRequire(import.meta.url).resolve(`${name}/package.json`)
  return readFileSync(join(dirname(settings), ...path))
}

/** Our own files as the browser takes them: without types, as modules of the same names. */
function hostModules(): Record<string, Uint8Array> {
  const folder = join(import.meta.dirname, 'host')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const own = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const shared = join('..', 'program-parcel.ts')
  return Object.fromEntries(
    [...own, shared].map((name) => [
      join('host', name).replaceAll('\\', '/').replace(/\.ts$/, '.js'),
      new TextEncoder().encode(toBrowser(readFileSync(join(folder, name), 'utf8'))),
    ]),
  )
}

function toBrowser(text: string): string {
  const { code } = transform(text, { transforms: ['typescript'], disableESTransforms: true })
  return code.replace(/(from '\.[^']*)\.ts'/g, "$1.js'")
}
