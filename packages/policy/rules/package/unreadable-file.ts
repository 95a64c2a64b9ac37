/**
 * Every file of the package can be read.
 *
 * What stands in an unreadable file was not looked at by any rule, so a person looks at it. It may
 * run all the same: a syntax newer than ours is unreadable too.
 */

import { violationOrPass } from '@fangxing/contract'
import { defineRule } from '../../src/rule.ts'
import { say, withoutStop } from '../../src/say.ts'

export const unreadableFile = defineRule({
  id: 'package/unreadable-file',
  clause: 'wechat-rejection/3.3.1',
  severity: 'review',
  title: say('有文件读不出来', 'A file cannot be read'),
  why: say(
    '读不出来的文件没有经过任何规则检查，也可能根本不能运行。',
    'No rule has looked at such a file, and it may not run at all.',
  ),
  fix: say(
    '修正该文件的语法或编码；若确认能运行，请在提审说明里写明。',
    'Correct its syntax or encoding; if it does run, say so in the submission.',
  ),
  needs: ['unreadableFiles'],
  examples: [
    {
      name: say('脚本有语法错误', 'a script with a syntax error'),
      seen: {
        unreadableFiles: [
          { file: 'pages/a/a.js', because: say('第 3 行语法错误', 'syntax error in line 3') },
        ],
      },
      expect: 'violation',
    },
    {
      name: say('全部读得出来', 'everything can be read'),
      seen: { unreadableFiles: [] },
      expect: 'pass',
    },
  ],

  evaluate({ unreadableFiles }) {
    return violationOrPass(
      unreadableFiles.map(({ file, because }) => ({
        place: { kind: 'file', file, line: 1, column: 1 },
        message: say(
          `读不出来：${withoutStop(because).zh}。`,
          `It cannot be read: ${withoutStop(because).en}.`,
        ),
        measured: file,
      })),
    )
  },
})
