/**
 * Adds a rule to the source of `rules/index.ts`: one import and one entry, both in the order of ids.
 *
 * Reads the source as text, by the form that the formatter keeps: `import { name } from './id.ts'`
 * lines in order, and the entries of `rules` one per line.
 */

import { toExportName } from './draft-rule.ts'

const IMPORT = /^import \{ (\w+) \} from '\.\/([a-z/-]+)\.ts'$/gm

export function addToIndex(source: string, id: string): string {
  const imports = [...source.matchAll(IMPORT)].map(([line, name = '', path = '']) => ({
    line,
    name,
    path,
  }))
  const next = imports.find(({ path }) => path > id)
  const last = imports.at(-1)
  if (last === undefined) throw new Error('rules/index.ts has no imports to put the rule among')

  const name = toExportName(id)
  const line = `import { ${name} } from './${id}.ts'`
  if (next === undefined) {
    return source
      .replace(last.line, `${last.line}\n${line}`)
      .replace(`  ${last.name},\n`, `  ${last.name},\n  ${name},\n`)
  }
  return source
    .replace(next.line, `${line}\n${next.line}`)
    .replace(`  ${next.name},\n`, `  ${name},\n  ${next.name},\n`)
}
