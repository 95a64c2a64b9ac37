/** An individual may hold only the categories that the platform opens to individuals. */

import { inapplicable, violationOrPass } from '@fangxing/contract'
import { describeCategory, findCategories } from '../../books/wechat-categories.ts'
import { submitted, submittedBy, wechatManifest } from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const closedToIndividuals = defineRule({
  id: 'category/closed-to-individuals',
  clause: 'wechat-operation/5.7.1',
  severity: 'block',
  title: say('类目不对个人主体开放', 'The category is closed to individuals'),
  why: say(
    '个人主体没有社交、文娱、时政等类目，申请不下来，提供了就是超范围经营。',
    'Individuals hold no social, entertainment or political category; offering one goes beyond their range.',
  ),
  fix: say(
    '换成企业等组织主体，或去掉该类目对应的功能。',
    'Change to an enterprise or another organisation, or remove what the category stands for.',
  ),
  needs: ['manifest', 'submission'],
  examples: [
    {
      name: say('个人主体申报笔记', 'an individual declares notes'),
      seen: {
        manifest: wechatManifest,
        submission: submittedBy({ kind: 'individual' }, '社交-笔记'),
      },
      expect: 'violation',
    },
    {
      name: say('个人主体申报备忘录', 'an individual declares memos'),
      seen: {
        manifest: wechatManifest,
        submission: submittedBy({ kind: 'individual' }, '工具-备忘录'),
      },
      expect: 'pass',
    },
    {
      name: say('企业主体不受此限', 'an enterprise is not concerned'),
      seen: { manifest: wechatManifest, submission: submitted('社交-笔记') },
      expect: 'inapplicable',
    },
  ],

  evaluate({ manifest, submission }) {
    if (manifest.platform !== 'wechat' || submission.subject.kind !== 'individual') {
      return inapplicable
    }
    const closed = submission.categories.filter((category) => {
      const rows = findCategories(category)
      return rows.length > 0 && rows.every(({ openTo }) => !openTo.includes('individual'))
    })
    return violationOrPass(
      closed.map((category) => ({
        place: { kind: 'submission', field: 'categories' },
        message: say(
          `个人主体不能使用类目“${describeCategory(category)}”。`,
          `An individual may not hold “${describeCategory(category)}”.`,
        ),
        measured: `个人主体 individual · ${describeCategory(category)}`,
        limit: '组织主体 organisation',
      })),
    )
  },
})
