/**
 * The scripts that a page reaches, as CommonJS: `import` and types are taken out, nothing is run.
 *
 * Follows `require` and `import` with a literal name. A script that cannot be read is kept as null,
 * so that whoever requires it is told.
 */

import { type Transform, transform } from 'sucrase'
import type { ProgramFiles } from './find-program.ts'
import type { ProgramScript } from './program-parcel.ts'
import { readText } from './read-json.ts'
import { resolveScript } from './resolve-path.ts'

/** Above this a script is a library that was built already: it is taken as it is. */
const LONGEST_READ = 400_000
const MOST_SCRIPTS = 1500
/** `require('…')`, `from '…'`, `import '…'`. */
const REQUIRED = /(?:\brequire\s*\(\s*|\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]{1,300})\1/g
const IS_MODULE = /^\s*(?:import|export)\b/m

export function readScripts(
  files: ProgramFiles,
  entries: readonly string[],
): Readonly<Record<string, ProgramScript>> {
  const scripts: Record<string, ProgramScript> = {}
  const open = [...entries]
  while (open.length > 0 && Object.keys(scripts).length < MOST_SCRIPTS) {
    const path = open.pop() ?? ''
    const bytes = files.get(path)
    if (bytes === undefined || scripts[path] !== undefined) continue
    const code = readText(bytes)
    const requires = path.endsWith('.json') ? {} : findRequires(files, path, code)
    scripts[path] = { code: toCommonJs(path, code), requires }
    open.push(...Object.values(requires))
  }
  return scripts
}

function findRequires(files: ProgramFiles, path: string, code: string) {
  const names = [...code.matchAll(REQUIRED)].map(([, , name = '']) => name)
  return Object.fromEntries(
    names.flatMap((name) => {
      const found = resolveScript(files, path, name)
      return found === null ? [] : [[name, found]]
    }),
  )
}

function toCommonJs(path: string, code: string): string | null {
  if (path.endsWith('.json')) return `module.exports = (${code}\n)`
  const isTyped = path.endsWith('.ts')
  if (!isTyped && (code.length > LONGEST_READ || !IS_MODULE.test(code))) return code
  const transforms: Transform[] = isTyped ? ['typescript', 'imports'] : ['imports']
  try {
    return transform(code, { transforms, disableESTransforms: true, filePath: path }).code
  } catch {
    return null
  }
}
