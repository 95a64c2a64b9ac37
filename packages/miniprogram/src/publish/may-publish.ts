/**
 * Whether anything on a page could bring in content at all: only such pages have to be followed.
 *
 * Content comes in through an element that takes it, or through a call of the platform whose name
 * stands in some script that the page or the app loads. Most pages of real programs have neither.
 */

import { requestOf } from '../facts/reach-scripts.ts'
import type { Program, ProgramPage } from '../package/program.ts'
import { walk } from '../script/walk.ts'
import { findCandidates } from './candidates.ts'

/** Every call by which a user picks, records or writes something outside an element. */
const BRINGS_IN =
  /choose(?:Image|Media|Video|MessageFile)|[sS]t(?:art|op)Record|getRecorderManager|takePhoto|getContents/

export function openPublishing(program: Program): (page: ProgramPage) => boolean {
  const files = new Map<string, LoadedFile>()
  const readOnce = (path: string) => {
    const known = files.get(path) ?? readFile(program, path)
    files.set(path, known)
    return known
  }
  const appBringsIn = program.appScript !== undefined && reaches(readOnce, [program.appScript])
  return ({ units }) =>
    appBringsIn ||
    units.some((unit) => findCandidates(unit).length > 0) ||
    reaches(
      readOnce,
      units.flatMap(({ scriptPath }) => scriptPath ?? []),
    )
}

interface LoadedFile {
  readonly bringsIn: boolean
  readonly loads: readonly string[]
}

function reaches(read: (path: string) => LoadedFile, from: readonly string[]): boolean {
  const seen = new Set(from)
  for (const path of seen) {
    const { bringsIn, loads } = read(path)
    if (bringsIn) return true
    for (const file of loads) seen.add(file)
  }
  return false
}

function readFile(program: Program, path: string): LoadedFile {
  const script = program.script(path)
  if (script === undefined) return { bringsIn: false, loads: [] }
  const { source, reading } = script
  if (BRINGS_IN.test(source.text)) return { bringsIn: true, loads: [] }
  if (reading.kind !== 'script') return { bringsIn: false, loads: [] }
  const loads: string[] = []
  for (const node of walk(reading.program)) {
    // A path that is put together while running may lead anywhere.
    if (isComputedRequire(node)) return { bringsIn: true, loads: [] }
    const request = requestOf(node)
    const file = request === undefined ? undefined : program.resolve(path, request)
    if (file !== undefined) loads.push(file)
  }
  return { bringsIn: false, loads }
}

function isComputedRequire(node: Parameters<typeof requestOf>[0]): boolean {
  return (
    node.type === 'CallExpression' &&
    node.callee.type === 'Identifier' &&
    node.callee.name === 'require' &&
    node.arguments[0]?.type !== 'Literal'
  )
}
