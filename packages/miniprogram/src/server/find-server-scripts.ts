/**
 * Scripts of the package that set up a server: those that load a web framework by name.
 *
 * Only what is written by the team counts, and only small files: a bundle of a server is not read.
 */

import { isVendored } from '../package/path.ts'
import type { Program } from '../package/program.ts'

export type Framework = 'express' | 'koa' | 'nest' | 'egg' | 'ws'

export interface ServerScript {
  readonly path: string
  readonly framework: Framework
}

/** A framework's package, as `require` or `import` names it. */
const LOADS =
  /(?:require\(\s*|from\s+)['"](express|koa|koa-router|@koa\/router|@nestjs\/common|ws)['"]/

const FRAMEWORKS: Readonly<Record<string, Framework>> = {
  express: 'express',
  koa: 'koa',
  'koa-router': 'koa',
  '@koa/router': 'koa',
  '@nestjs/common': 'nest',
  ws: 'ws',
}

/** The routes of egg stand in one file, by its own convention. */
const EGG_ROUTES = /(^|\/)app\/router\.[jt]s$/

const MAX_SCRIPTS = 60
const MAX_BYTES = 200_000

const found = new WeakMap<Program, readonly ServerScript[]>()

export function findServerScripts(program: Program): readonly ServerScript[] {
  const known = found.get(program)
  if (known) return known
  const scripts = search(program)
  found.set(program, scripts)
  return scripts
}

function search({ tree, root }: Program): readonly ServerScript[] {
  const scripts: ServerScript[] = []
  for (const path of tree.paths()) {
    if (scripts.length >= MAX_SCRIPTS) break
    if (!/\.[cm]?[jt]s$/.test(path) || /\.(d|test|spec)\.ts$/.test(path)) continue
    if (isVendored(path) || path.startsWith(`${root.cloudFolder}/`)) continue
    if (tree.sizeOf(path) > MAX_BYTES) continue
    const framework = frameworkOf(path, () => tree.peek(path))
    if (framework !== undefined) scripts.push({ path, framework })
  }
  return scripts
}

function frameworkOf(path: string, read: () => string): Framework | undefined {
  const text = read()
  const loaded = LOADS.exec(text)?.[1]
  if (loaded !== undefined) return FRAMEWORKS[loaded]
  return EGG_ROUTES.test(path) && /\brouter\b/.test(text) ? 'egg' : undefined
}
