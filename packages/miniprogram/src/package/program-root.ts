/**
 * Finds where in a package the mini-program and its cloud functions are.
 *
 * The sources of Taro win over what was built from them; then the project file's `miniprogramRoot`
 * when an `app.json` is there; else the shallowest `app.json`, `pages.json` (uni-app) or `app.mpx`.
 * Throws `MANIFEST_MISSING` when there is none.
 */

import { AppError, type ProgramManifest } from '@fangxing/contract'
import { items, member, readJson, textOf } from './json.ts'
import { folderOf, isVendored, joinPath } from './path.ts'
import { compare, type SourceTree } from './source-tree.ts'

export interface ProgramRoot {
  /** Folder of `app.json`, empty for the package itself. */
  readonly folder: string
  readonly manifestPath: string
  /** Folder that holds one folder per cloud function. */
  readonly cloudFolder: string
  readonly platform: ProgramManifest['platform']
  /** Written as scripts with JSX (Taro): pages have no template of their own. */
  readonly isReact: boolean
}

/** Where a program says what its pages are: native, uni-app, mpx. The first that exists. */
const MANIFESTS = ['app.json', 'pages.json', 'app.mpx'] as const

const PROJECT_FILES: Readonly<Record<string, ProgramManifest['platform']>> = {
  'project.config.json': 'wechat',
  'project.swan.json': 'baidu',
}

export function findProgramRoot(tree: SourceTree): ProgramRoot {
  const project = findProject(tree)
  const declared = project?.miniprogramRoot ?? project?.folder
  const manifestPath = pathOf(declared ?? '', 'app.json')
  const taro = findTaroManifest(tree)
  if (taro !== undefined && !tree.has(pathOf(folderOf(taro), 'app.json')))
    return { ...rootAt(tree, taro, project), isReact: true }
  if (declared !== undefined && tree.has(manifestPath)) return rootAt(tree, manifestPath, project)

  const found = MANIFESTS.map((name) => shallowest(tree, (one) => one === name)).find(Boolean)
  if (found === undefined) throw new AppError('MANIFEST_MISSING')
  return rootAt(tree, found, project)
}

interface Project {
  readonly folder: string
  readonly miniprogramRoot: string | undefined
  readonly cloudFolder: string | undefined
  readonly platform: ProgramManifest['platform']
}

function rootAt(tree: SourceTree, manifestPath: string, project: Project | undefined): ProgramRoot {
  const folder = folderOf(manifestPath)
  return {
    folder,
    manifestPath,
    cloudFolder: project?.cloudFolder ?? findCloudFolder(tree),
    platform: hasSwanPage(tree, folder) ? 'baidu' : (project?.platform ?? 'wechat'),
    isReact: false,
  }
}

/** `app.config.ts` of Taro 3 and 4; the class of the app in earlier versions. */
function findTaroManifest(tree: SourceTree): string | undefined {
  const isConfig = (text: string) => /\bpages\s*:/.test(text)
  const isClass = (text: string) => /@tarojs\/taro/.test(text) && /\bconfig\b[^=]*=\s*\{/.test(text)
  const configs = pathsNamed(tree, (name) => /^app\.config\.[cm]?[jt]sx?$/.test(name))
  const classes = pathsNamed(tree, (name) => /^app\.[jt]sx?$/.test(name))
  const holds = (path: string, accept: (text: string) => boolean) =>
    accept(tree.read(path)?.text ?? '')
  return (
    configs.find((path) => holds(path, isConfig)) ?? classes.find((path) => holds(path, isClass))
  )
}

function findProject(tree: SourceTree): Project | undefined {
  const path = shallowest(tree, (name) => name in PROJECT_FILES)
  const source = path === undefined ? undefined : tree.read(path)
  if (path === undefined || source === undefined) return undefined

  const folder = folderOf(path)
  const platform = PROJECT_FILES[path.slice(path.lastIndexOf('/') + 1)] ?? 'wechat'
  const json = readJson(source)
  if (!('root' in json))
    return { folder, miniprogramRoot: undefined, cloudFolder: undefined, platform }

  const at = (key: string) => {
    const value = textOf(member(json.root, key))
    return value === undefined ? undefined : joinPath(folder, value)
  }
  return {
    folder,
    miniprogramRoot: at('miniprogramRoot') ?? at('smartProgramRoot'),
    cloudFolder: at('cloudfunctionRoot'),
    platform,
  }
}

function findCloudFolder(tree: SourceTree): string {
  const path = tree
    .paths()
    .find((candidate) =>
      /(^|\/)(cloudfunctions|cloud-functions|functions)\/[^/]+\/index\.js$/.test(candidate),
    )
  return path === undefined ? 'cloudfunctions' : folderOf(folderOf(path))
}

function hasSwanPage(tree: SourceTree, folder: string): boolean {
  const source = tree.read(pathOf(folder, 'app.json'))
  const json = source && readJson(source)
  if (json === undefined || !('root' in json)) return false
  return items(member(json.root, 'pages')).some((page) =>
    tree.has(`${pathOf(folder, textOf(page) ?? '')}.swan`),
  )
}

function shallowest(tree: SourceTree, accept: (name: string) => boolean): string | undefined {
  return pathsNamed(tree, accept)[0]
}

/** The shallowest first. */
function pathsNamed(tree: SourceTree, accept: (name: string) => boolean): readonly string[] {
  const depth = (path: string) => path.split('/').length
  return tree
    .paths()
    .filter((path) => accept(path.slice(path.lastIndexOf('/') + 1)) && !isVendored(path))
    .sort((a, b) => depth(a) - depth(b) || compare(a, b))
}

function pathOf(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}
