/** The text of a rule that is still to be written, and of its test. Both compile; the tests fail. */

/** `<family>/<violation>`, each in kebab-case. */
export function isRuleId(id: string): boolean {
  return /^[a-z]+(-[a-z]+)*\/[a-z]+(-[a-z]+)*$/.test(id)
}

/** `forcedSharing` for `sharing/forced-sharing`: the name that the file exports. */
export function toExportName(id: string): string {
  return id
    .slice(id.indexOf('/') + 1)
    .replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

export function draftRule(id: string): string {
  return `/** Say in one sentence what is reported, and what is left to a person. */

import { undetermined } from '@fangxing/contract'
import { seenText } from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const ${toExportName(id)} = defineRule({
  id: '${id}',
  clause: 'book/number',
  severity: 'advise',
  title: say('一句话说出违规点', 'The violation as a phrase'),
  why: say('为什么不行。', 'Why it is wrong.'),
  fix: say('怎么改。', 'What to do.'),
  needs: ['texts'],
  examples: [
    {
      name: say('一个违规的例子', 'a violation'),
      seen: { texts: [seenText('违规')] },
      expect: 'violation',
    },
    {
      name: say('最像它、但没有问题的例子', 'its innocent neighbour'),
      seen: { texts: [seenText('没有问题')] },
      expect: 'pass',
    },
  ],

  evaluate() {
    return undetermined(say('这条规则还没有写。', 'This rule is not written yet.'))
  },
})
`
}

export function draftTest(id: string): string {
  const name = toExportName(id)
  return `import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seenText } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { ${name} } from './${id.slice(id.indexOf('/') + 1)}.ts'

const cases: [name: string, text: string, expect: string][] = [
  ['right at the limit', '…', 'violation'],
  ['one beyond the limit', '…', 'pass'],
]

for (const [name, text, expect] of cases) {
  test(\`\${name} → \${expect}\`, () => {
    assert.equal(judgeBy(${name}, { texts: [seenText(text)] }).kind, expect)
  })
}
`
}
