/**
 * `npm run check`: format, lint, layer table, docs, types, tests. CI runs this very script, with
 * `--without-tests` since it runs `npm test` beside it.
 *
 * Every static step runs even when one before it failed, so that one run shows all there is to
 * mend; the tests come last and only when the rest holds.
 */

import { join } from 'node:path'
import { ensureInstalled, ROOT, runAndWait, say } from './install.mjs'

ensureInstalled()

const bin = (...parts) => join(ROOT, 'node_modules', ...parts)
const tool = (name) => join(ROOT, 'tools', name)

const STEPS = [
  ['格式与静态检查 · format and lint', [bin('@biomejs', 'biome', 'bin', 'biome'), 'ci', '.']],
  ['分层 · layers', [tool('check-layers.ts')]],
  ['文档 · docs', [tool('check-docs.ts')]],
  ['规则文档 · rule pages', [tool('generate-rule-docs.ts'), '--check']],
  ['类型 · types', [bin('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json']],
  [
    '纯包的类型 · types of the pure packages',
    [bin('typescript', 'bin', 'tsc'), '-p', 'tsconfig.pure.json'],
  ],
  [
    '控制台的类型 · types of the console',
    [bin('typescript', 'bin', 'tsc'), '-p', 'apps/console/tsconfig.json'],
  ],
]

const failed = STEPS.filter(([title, args]) => {
  say(title)
  return runAndWait(args) !== 0
})
if (failed.length > 0) {
  for (const [title] of failed) say(`未通过 · failed: ${title}`)
  process.exit(1)
}
if (process.argv.includes('--without-tests')) process.exit(0)
process.exit(runAndWait([tool('test.mjs')]))
