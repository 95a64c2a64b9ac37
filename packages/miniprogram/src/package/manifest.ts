/**
 * Reads `app.json`: what is registered and what is declared.
 *
 * Throws `MANIFEST_MALFORMED` with file and line; every other oddity (a page that does not exist,
 * a list that is no list) is read as far as it goes.
 */

import { AppError, type FilePlace, type ProgramManifest } from '@fangxing/contract'
import { malformed } from '../because.ts'
import { configObject } from '../react/config-object.ts'
import { readScript } from '../script/parse-script.ts'
import { keepForWechat } from './conditional.ts'
import {
  entries,
  items,
  type JsonNode,
  type JsonReading,
  member,
  readJson,
  textOf,
  texts,
} from './json.ts'
import { joinPath } from './path.ts'
import type { ProgramRoot } from './program-root.ts'
import { isSingleFile, jsonBlock } from './single-file.ts'
import { placeAt, type SourceFile, type SourceTree } from './source-tree.ts'

export interface RegisteredPage {
  /** Relative to the program root, without extension. */
  readonly path: string
  /** Written beside the page, as uni-app does; the page's own JSON file may say more. */
  readonly title: string
  readonly place: FilePlace
}

export interface ReadManifest {
  readonly manifest: ProgramManifest
  readonly pages: readonly RegisteredPage[]
  /** Components that every page may use, by tag. */
  readonly components: readonly (readonly [tag: string, path: string])[]
  readonly source: SourceFile
  readonly json: JsonNode
}

export function readManifest(tree: SourceTree, root: ProgramRoot): ReadManifest {
  const file = tree.read(root.manifestPath)
  const source = file && manifestSource(file)
  if (source === undefined) throw malformedManifest(root.manifestPath, 1)
  const reading = root.isReact ? readConfig(source) : readJson(source)
  if (!('root' in reading)) throw malformedManifest(root.manifestPath, reading.line)
  if (reading.root.type !== 'object') throw malformedManifest(root.manifestPath, 1)

  return {
    manifest: {
      platform: root.platform,
      requiredPrivateInfos: texts(member(reading.root, 'requiredPrivateInfos')),
      requiredBackgroundModes: texts(member(reading.root, 'requiredBackgroundModes')),
      plugins: findPlugins(reading.root),
      place: placeAt(source, reading.root.offset),
    },
    pages: findPages(reading.root, source),
    components: componentEntries(reading.root),
    source,
    json: reading.root,
  }
}

export function componentEntries(json: JsonNode): ReadManifest['components'] {
  return entries(member(json, 'usingComponents')).flatMap(([tag, node]) => {
    const path = textOf(node)
    return path === undefined ? [] : [[tag, path] as const]
  })
}

/** `app.json` itself, `pages.json` as built for WeChat, the JSON block of `app.mpx`. */
function manifestSource(file: SourceFile): SourceFile | undefined {
  return isSingleFile(file.path) ? jsonBlock(file)?.source : keepForWechat(file)
}

/** `app.config.ts` and its kin: JSON that is a script. */
function readConfig(source: SourceFile): JsonReading {
  const reading = readScript(source)
  const root = reading.kind === 'script' ? configObject(reading.program) : undefined
  if (root) return { root }
  return { line: 1, because: reading.kind === 'unreadable' ? reading.because : malformed(1) }
}

function malformedManifest(file: string, line: number): AppError {
  return new AppError('MANIFEST_MALFORMED', { file, line: String(line) })
}

function findPages(json: JsonNode, source: SourceFile): readonly RegisteredPage[] {
  const pages = [...pagesOf(member(json, 'pages'), '', source)]
  for (const key of ['subpackages', 'subPackages']) {
    for (const part of items(member(json, key))) {
      pages.push(...pagesOf(member(part, 'pages'), textOf(member(part, 'root')) ?? '', source))
    }
  }
  const byPath = new Map(pages.toReversed().map((page) => [page.path, page]))
  return pages.filter((page) => byPath.get(page.path) === page)
}

function pagesOf(
  list: JsonNode | undefined,
  root: string,
  source: SourceFile,
): readonly RegisteredPage[] {
  return items(list).flatMap((item) => {
    const written = textOf(item) ?? textOf(member(item, 'path'))
    const path = written === undefined ? undefined : joinPath(root, written)
    const title = textOf(member(item, 'style', 'navigationBarTitleText')) ?? ''
    return path === undefined ? [] : [{ path, title, place: placeAt(source, item.offset) }]
  })
}

function findPlugins(json: JsonNode): readonly string[] {
  const packages = [
    json,
    ...items(member(json, 'subpackages')),
    ...items(member(json, 'subPackages')),
  ]
  const names = packages.flatMap((part) => entries(member(part, 'plugins')).map(([name]) => name))
  return [...new Set(names)]
}
