/**
 * `npm test`: installs what is missing and runs every `*.test.ts`.
 *
 * `npm test -- packages/text` runs only the tests whose path contains one of the words given.
 */

import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ensureConsoleBuilt } from './build-console.mjs'
import { ensureInstalled, ROOT, runAndWait, say, stop } from './install.mjs'
import { LOAD_TEST_LIMIT } from './test-limit.mjs'

const SKIPPED = new Set(['node_modules', 'dist', 'data'])

ensureInstalled()
ensureConsoleBuilt()

const wanted = process.argv.slice(2)
const files = ['packages', 'apps', 'tools', 'bench']
  .flatMap((folder) => testsUnder(join(ROOT, folder)))
  .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))
if (files.length === 0) stop(`没有匹配的测试 · no test matches ${wanted.join(' ')}`)

say(`运行 ${files.length} 个测试文件 · running ${files.length} test files …`)
const code = runAndWait([LOAD_TEST_LIMIT, '--test', '--test-concurrency=2', ...files])
if (code === 0 && wanted.length === 0 && !process.env.CI) {
  say('全部通过。接下来可以试试 npm start · all passed. Next: npm start')
}
process.exit(code)

function testsUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.has(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return testsUnder(path)
      return entry.name.endsWith('.test.ts') ? [relative(ROOT, path)] : []
    })
    .sort()
}
