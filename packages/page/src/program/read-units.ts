/**
 * The page and every component that it reaches, by what their `usingComponents` say.
 *
 * A component that is not in the program (a plugin, a package that was not built) is named as missing.
 */

import type { Program, ProgramFiles } from './find-program.ts'
import { MISSING_UNIT, type ProgramUnit } from './program-parcel.ts'
import { type JsonObject, readJson, toObject, toText } from './read-json.ts'
import { resolvePath } from './resolve-path.ts'

export const TEMPLATES = ['.wxml', '.swan'] as const
const STYLES = ['.wxss', '.css'] as const
const SCRIPTS = ['.js', '.ts'] as const
const MOST_UNITS = 400

export function readUnits(
  { files, app }: Program,
  page: string,
): Readonly<Record<string, ProgramUnit>> {
  const units: Record<string, ProgramUnit> = {}
  const open = [page]
  const shared = toObject(app.usingComponents)
  while (open.length > 0 && Object.keys(units).length < MOST_UNITS) {
    const path = open.pop() ?? ''
    if (units[path] !== undefined) continue
    const settings = readJson(files.get(`${path}.json`))
    const uses = {
      ...resolveUses(files, '', shared),
      ...resolveUses(files, path, toObject(settings.usingComponents)),
    }
    const generics = readGenerics(files, path, settings)
    units[path] = {
      isComponent: settings.component === true,
      uses,
      generics,
      styleIsolation: readIsolation(settings),
      script: find(files, path, SCRIPTS),
      style: find(files, path, STYLES),
    }
    const next = [...Object.values(uses), ...Object.values(generics)]
    open.push(...next.filter((one): one is string => one !== null && !one.startsWith(MISSING_UNIT)))
  }
  return units
}

function resolveUses(files: ProgramFiles, from: string, named: JsonObject) {
  return Object.fromEntries(
    Object.entries(named).flatMap(([tag, value]) => {
      const path = toText(value)
      return path === null ? [] : [[tag, resolveUnit(files, from, path)]]
    }),
  )
}

function resolveUnit(files: ProgramFiles, from: string, named: string): string {
  const isUnit = (path: string) => find(files, path, [...TEMPLATES, ...SCRIPTS]) !== null
  const isNear = !/^[\w-]+:\/\//.test(named)
  const found = isNear
    ? (resolvePath(from, named, isUnit) ?? resolvePath(from, `${named}/index`, isUnit))
    : null
  return found ?? `${MISSING_UNIT}${encodeURIComponent(named)}`
}

function readGenerics(files: ProgramFiles, from: string, settings: JsonObject) {
  return Object.fromEntries(
    Object.entries(toObject(settings.componentGenerics)).map(([name, value]) => {
      const fallback = toText(toObject(value).default)
      return [name, fallback === null ? null : resolveUnit(files, from, fallback)]
    }),
  )
}

function readIsolation(settings: JsonObject): string | null {
  const named = toText(settings.styleIsolation)
  return named ?? (settings.addGlobalClass === true ? 'apply-shared' : null)
}

function find(files: ProgramFiles, path: string, endings: readonly string[]): string | null {
  const ending = endings.find((one) => files.has(`${path}${one}`))
  return ending === undefined ? null : `${path}${ending}`
}
