/**
 * What a small program really does: its code is run, with a platform that notes what it is asked.
 *
 * The reader follows programs without running them; this is the other opinion, which shares no code
 * with it. A text or picture that holds `MARK` is put in, checks answer as the world says, and what
 * was checked and written down for others to see is noted in order. Runs the code it is given: only
 * for the programs of this folder, in a process that forgives promises nobody waits for.
 */

import { stripTypeScriptTypes } from 'node:module'
import { posix } from 'node:path'
import { compileFunction } from 'node:vm'
import { createCloud } from './rehearsal-cloud.ts'
import { createDevice } from './rehearsal-device.ts'
import { RehearsedRouter } from './rehearsal-router.ts'
import type { Noted, RehearsedWorld, Stage } from './rehearsal-stage.ts'

/** Handlers of the page in the order in which a user sets them going, with what the event carries. */
export type Script = readonly (readonly [handler: string, detail: unknown])[]

export async function rehearse(
  files: Readonly<Record<string, string>>,
  script: Script,
  world: RehearsedWorld,
): Promise<readonly Noted[]> {
  const noted: Noted[] = []
  let page: Record<string, unknown> = {}
  const modules = new Map<string, { exports: unknown }>()
  const load = (path: string): unknown => {
    const known = modules.get(path)
    if (known) return known.exports
    const module = { exports: {} }
    modules.set(path, module)
    const source = files[path] ?? ''
    const code = path.endsWith('.ts') ? stripTypeScriptTypes(source) : source
    const names = ['module', 'exports', 'require', 'wx', 'Page', 'console', 'setTimeout']
    // Strict, so that a name that is never declared does not stay for the next program.
    const run = compileFunction(`'use strict';${code}`, names, { filename: path })
    const require = (request: string) => library(request) ?? load(resolve(files, path, request))
    const silent = { log() {}, error() {}, warn() {} }
    run(module, module.exports, require, device, setPage, silent, (job: () => void) =>
      setImmediate(job),
    )
    return module.exports
  }
  const stage: Stage = { files, world, noted, load }
  const cloud = createCloud(stage)
  const device = createDevice(stage, cloud)
  const setPage = (config: Record<string, unknown>) => {
    page = config
  }
  const library = (request: string) =>
    ({ 'wx-server-sdk': cloud, axios: cloud.axios, 'tcb-router': RehearsedRouter })[request]

  load(files['p.ts'] === undefined ? 'p.js' : 'p.ts')
  page.setData = (changes: object) => Object.assign(page.data as object, changes)
  for (const [handler, detail] of script) {
    call(page, handler, { detail, currentTarget: { dataset: {} } })
    await settle()
  }
  return noted
}

function call(page: Record<string, unknown>, handler: string, event: unknown): void {
  const called = page[handler]
  if (typeof called !== 'function') return
  try {
    const answer: unknown = called.call(page, event)
    if (answer instanceof Promise) answer.catch(() => {})
  } catch {
    // A handler that throws does nothing more: so it is on a device.
  }
}

/** Enough turns for every promise and callback of a page to come to its end. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

function resolve(files: Readonly<Record<string, string>>, from: string, request: string): string {
  const base = posix.join(posix.dirname(from), request)
  return [base, `${base}.js`, `${base}.ts`, `${base}/index.js`].find((one) => one in files) ?? base
}

/** Whether the mark lies anywhere in a value. */
