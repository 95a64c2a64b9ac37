/**
 * Writes the client as plain JavaScript with its types: a folder that `npm pack` or `npm install`
 * takes, for programs that do not run TypeScript.
 *
 * Compiled without the types of Node: what only Node has does not compile. An argument names the
 * folder; `dist` here when absent.
 */

import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

const HERE = import.meta.dirname
const out = resolve(process.argv[2] ?? join(HERE, 'dist'))

const tsc = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin/tsc',
)
const project = join(HERE, 'tsconfig.build.json')
execFileSync(process.execPath, [tsc, '-p', project, '--outDir', out], { stdio: 'inherit' })

const manifest = JSON.parse(readFileSync(join(HERE, 'package.json'), 'utf8'))
const { name, version, description, license, type, engines, exports } = manifest
const compiled = Object.fromEntries(
  Object.entries<string>(exports).map(([path, source]) => {
    const file = source.replace('./src/', './').replace(/\.ts$/, '')
    return [path, { types: `${file}.d.ts`, default: `${file}.js` }]
  }),
)
const packed = { name, version, description, license, type, engines, exports: compiled }
writeFileSync(join(out, 'package.json'), `${JSON.stringify(packed, null, 2)}\n`)
cpSync(join(HERE, 'README.md'), join(out, 'README.md'))
