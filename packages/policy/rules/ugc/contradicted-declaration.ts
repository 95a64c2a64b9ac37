/**
 * The declaration says that users publish nothing, or that nothing is checked, and the code shows
 * otherwise.
 *
 * Scene 0 means no user content; method 4 means no check. Both are claims to hold against entries.
 */

import { inapplicable, violationOrPass } from '@fangxing/contract'
import { seenEntry, submitted } from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const NO_USER_CONTENT = 0
const NO_CHECK = 4

const declaration = { scenes: [4], methods: [1], hasAuditTeam: false, description: '' }

export const contradictedDeclaration = defineRule({
  id: 'ugc/contradicted-declaration',
  clause: 'wechat-api/ugc-declare-scene',
  severity: 'review',
  title: say('用户内容声明与代码不符', 'The declaration on user content contradicts the code'),
  why: say(
    '声明不实会被驳回，也会让审核员漏看真正的发布入口。',
    'A wrong declaration is rejected, and hides the real entries from the reviewer.',
  ),
  fix: say(
    '按代码里的发布入口重新填写 ugc_declare 的 scene 和 method。',
    'Fill in scene and method of ugc_declare after the entries in the code.',
  ),
  needs: ['publishEntries', 'submission'],
  examples: [
    {
      name: say('声明不涉及用户内容，却有发帖', 'declared as no user content, with posting'),
      seen: {
        publishEntries: [seenEntry('text')],
        submission: { ...submitted(), ugcDeclaration: { ...declaration, scenes: [0] } },
      },
      expect: 'violation',
    },
    {
      name: say('声明了文本', 'declared as text'),
      seen: {
        publishEntries: [seenEntry('text')],
        submission: { ...submitted(), ugcDeclaration: declaration },
      },
      expect: 'pass',
    },
    {
      name: say('没有声明', 'nothing declared'),
      seen: { publishEntries: [seenEntry('text')], submission: submitted() },
      expect: 'inapplicable',
    },
  ],

  evaluate({ publishEntries, submission: { ugcDeclaration } }) {
    const [entry] = publishEntries
    if (ugcDeclaration === undefined || entry === undefined) return inapplicable
    const { scenes, methods } = ugcDeclaration
    const measured = `scene ${scenes.join(',')}; method ${methods.join(',')}`
    const at = `${entry.place.file}:${entry.place.line}`
    return violationOrPass([
      ...(scenes.includes(NO_USER_CONTENT)
        ? [
            {
              place: entry.place,
              message: say(
                `声明“不涉及用户生成内容”，但 ${at} 有发布入口。`,
                `Declared as without user content, but ${at} lets users publish.`,
              ),
              measured,
              limit: 'scene 1–5',
            },
          ]
        : []),
      ...(methods.includes(NO_CHECK)
        ? [
            {
              place: { kind: 'submission' as const, field: 'ugcDeclaration' },
              message: say(
                `声明“没有审核措施”，而 ${at} 有发布入口。`,
                `Declared as unchecked, while ${at} lets users publish.`,
              ),
              measured,
              limit: 'method 1–3',
            },
          ]
        : []),
    ])
  },
})
