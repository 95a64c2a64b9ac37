/**
 * Paths inside a package: `/` between folders, no leading slash, no `..`.
 *
 * Pure and total: a path that leaves the package is `undefined`.
 */

export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash)
}

export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase()
}

/** Joins and normalises; `\` counts as `/` because real manifests contain it. */
export function joinPath(folder: string, relative: string): string | undefined {
  const parts: string[] = []
  for (const part of `${folder}/${relative}`.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}

/** Component libraries that teams copy into their own folders. */
const LIBRARIES =
  '@?vant(-weapp)?|weui(-[a-z]+)?|tdesign(-[a-z]+)?|iview(-[a-z]+)?|lin-ui|wux(-weapp)?|colorui|uview(-ui)?|uni-ui|mp-html|wxParse|towxml|ec-canvas'
const VENDORED = new RegExp(`(^|/)(node_modules|miniprogram_npm|uni_modules|${LIBRARIES})/`)

/** Code that a team did not write: npm folders and checked-in copies of libraries. */
export function isVendored(path: string): boolean {
  return VENDORED.test(path)
}
