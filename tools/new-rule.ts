/**
 * `node tools/new-rule.ts sharing/forced-sharing`: drafts a rule, its test, and its line in the index.
 *
 * The draft compiles and its tests fail until it is written. Refuses an id that is not
 * `<family>/<violation>` in kebab-case, and never overwrites a file.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { addToIndex } from './rule-draft/add-to-index.ts'
import { draftRule, draftTest, isRuleId } from './rule-draft/draft-rule.ts'

const RULES = join(import.meta.dirname, '..', 'packages', 'policy', 'rules')

const id = process.argv[2] ?? ''
const refusal = refuse(id)
if (refusal === null) write(id)
else {
  console.error(refusal)
  process.exitCode = 2
}

function refuse(id: string): string | null {
  if (!isRuleId(id)) {
    return `“${id}” 不是规则编号，例如 sharing/forced-sharing · is no rule id, e.g. sharing/forced-sharing`
  }
  return existsSync(join(RULES, `${id}.ts`)) ? `${id} 已经存在 · exists already` : null
}

function write(id: string): void {
  const index = join(RULES, 'index.ts')
  const withRule = addToIndex(readFileSync(index, 'utf8'), id)
  mkdirSync(dirname(join(RULES, id)), { recursive: true })
  writeFileSync(join(RULES, `${id}.ts`), draftRule(id), { flag: 'wx' })
  writeFileSync(join(RULES, `${id}.test.ts`), draftTest(id), { flag: 'wx' })
  writeFileSync(index, withRule)
  console.log(`packages/policy/rules/${id}.ts
packages/policy/rules/${id}.test.ts
packages/policy/rules/index.ts
接着 · next: node --test packages/policy/rules/${id}.test.ts packages/policy/rules/every-rule.test.ts`)
}
