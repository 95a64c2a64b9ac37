/**
 * Merges `ext_json` of a commit into the package of a template.
 *
 * What is listed in `REPLACED` takes the template's place whole, what is in `MERGED` member by
 * member, `extPages` member by member into each page's own JSON. Pages and subpackages can only be
 * left out, never added. The text itself is kept as `ext.json`, where the program reads `ext` from.
 *
 * Source: https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/code-management/api_commit.html
 */

import type { PackageFiles } from '@fangxing/contract'
import type { ProgramObservations } from '@fangxing/miniprogram'
import { type ParseError, parse } from 'jsonc-parser'
import { WechatRefusal } from './refusal.ts'

type Json = Readonly<Record<string, unknown>>

export type SeenTemplate = Pick<ProgramObservations, 'manifest' | 'pages'>

/** Real ones nest about six deep; a hostile one would exhaust the stack of whoever writes it again. */
const MAX_DEPTH = 100

const MANIFEST = 'app.json'

const REPLACED = [
  'pages',
  'subPackages',
  'subpackages',
  'requiredPrivateInfos',
  'plugins',
  'navigateToMiniProgramAppIdList',
  'functionalPages',
  'customOpen',
]
const MERGED = ['window', 'networkTimeout', 'tabBar']

const FUZZY = 'getFuzzyLocation'
const EXACT = [
  'getLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
]
const CHOSEN = ['chooseLocation', 'choosePoi', 'chooseAddress']
const PRIVATE = new Set([FUZZY, ...EXACT, ...CHOSEN])

/** Throws 85013, 85045, 85046, 85047, 85048, 85310, 85311; 85043 when the template is the trouble. */
export function mergeExtJson(
  files: PackageFiles,
  seen: SeenTemplate,
  extJson: string,
): PackageFiles {
  const ext = parseExtJson(extJson)
  const { file, pages } = describeTemplate(seen)
  const root = file.slice(0, -MANIFEST.length)
  const manifest = merge(parseJson(files.get(file)), ext)
  assertPagesRemain(ext, manifest, new Set(pages))

  const merged = new Map(files)
  merged.set(file, toBytes(manifest))
  merged.set(`${root}ext.json`, toBytes(ext))
  for (const [page, settings] of Object.entries(objectOf(ext.extPages) ?? {})) {
    if (!pages.includes(page)) throw new WechatRefusal(85045)
    const path = `${root}${page}.json`
    const own = merged.has(path) ? parseJson(merged.get(path)) : {}
    merged.set(path, toBytes({ ...own, ...objectOf(settings) }))
  }
  return merged
}

function parseExtJson(text: string): Json {
  if (isTooDeep(text)) throw new WechatRefusal(85013)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new WechatRefusal(85048)
  }
  const members = Object.entries(objectOf(value) ?? {})
  const ext = Object.fromEntries(members.filter(([, member]) => member !== null))
  for (const name of [...MERGED, 'extPages', 'ext', 'plugins']) objectOf(ext[name])
  for (const name of ['pages', 'subPackages', 'subpackages']) listOf(ext[name])
  assertPrivateInfos(ext.requiredPrivateInfos)
  return ext
}

/** Brackets within texts count too: a hundred of them unclosed is no configuration either. */
function isTooDeep(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (character === '{' || character === '[') depth += 1
    if (character === '}' || character === ']') depth -= 1
    if (depth > MAX_DEPTH) return true
  }
  return false
}

function assertPrivateInfos(value: unknown): void {
  if (value === undefined) return
  const isKnown = (name: unknown) => typeof name === 'string' && PRIVATE.has(name)
  if (!Array.isArray(value) || !value.every(isKnown)) throw new WechatRefusal(85310)
  if (value.includes(FUZZY) && EXACT.some((name) => value.includes(name))) {
    throw new WechatRefusal(85311)
  }
}

/** Undefined when absent; 85013 for anything but an object. */
function objectOf(value: unknown): Json | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json
  throw new WechatRefusal(85013)
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value
  throw new WechatRefusal(85013)
}

/** Where the template's `app.json` is, and its pages. Sources of frameworks have none: they are not built yet. */
function describeTemplate({ manifest, pages }: SeenTemplate): {
  file: string
  pages: readonly string[]
} {
  const { file } = manifest.place
  if (!file.endsWith(MANIFEST)) throw new WechatRefusal(85043)
  return { file, pages: pages.map(({ path }) => path) }
}

/** As WeChat's own tools read it: comments and trailing commas are allowed. */
function parseJson(bytes: Uint8Array | undefined): Json {
  const errors: ParseError[] = []
  const options = { allowTrailingComma: true }
  const value: unknown = parse(new TextDecoder().decode(bytes), errors, options)
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  if (errors.length > 0 || !isObject) throw new WechatRefusal(85043)
  return value as Json
}

function merge(manifest: Json, ext: Json): Json {
  const merged: Record<string, unknown> = { ...manifest }
  for (const name of REPLACED) if (ext[name] !== undefined) merged[name] = ext[name]
  for (const name of MERGED) {
    const members = objectOf(ext[name])
    if (members !== undefined) merged[name] = { ...(manifest[name] as object), ...members }
  }
  // Both spellings name one thing: the template's other one would bring the pages back.
  if (ext.subPackages !== undefined) delete merged.subpackages
  if (ext.subpackages !== undefined) delete merged.subPackages
  return merged
}

function assertPagesRemain(ext: Json, manifest: Json, known: ReadonlySet<string>): void {
  const main = listOf(manifest.pages)
  if (main.length === 0) throw new WechatRefusal(85047)
  const named = [...listOf(ext.pages), ...pagesOf(ext.subPackages), ...pagesOf(ext.subpackages)]
  if (!named.every((page) => typeof page === 'string' && known.has(page))) {
    throw new WechatRefusal(85045)
  }
  const tabs = listOf(objectOf(manifest.tabBar)?.list)
  if (!tabs.every((tab) => main.includes(objectOf(tab)?.pagePath))) throw new WechatRefusal(85046)
}

function pagesOf(subpackages: unknown): readonly string[] {
  return listOf(subpackages).flatMap((value) => {
    const { root, pages } = objectOf(value) ?? {}
    if (typeof root !== 'string') throw new WechatRefusal(85013)
    return listOf(pages).map((page) => `${root.replace(/\/$/, '')}/${String(page)}`)
  })
}

function toBytes(value: Json): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value, null, 2))
}
