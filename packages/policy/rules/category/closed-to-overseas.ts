/** An overseas subject may hold only the categories of the overseas table. */

import { inapplicable, violationOrPass } from '@fangxing/contract'
import { describeCategory, findCategories } from '../../books/wechat-categories.ts'
import { submitted, submittedBy, wechatManifest } from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const closedToOverseas = defineRule({
  id: 'category/closed-to-overseas',
  clause: 'wechat-operation/5.7.1',
  severity: 'block',
  title: say('类目不对境外主体开放', 'The category is closed to overseas subjects'),
  why: say(
    '境外主体另有一张类目表，没有社交、文娱、时政。',
    'Overseas subjects have a table of their own, without social, entertainment or politics.',
  ),
  fix: say(
    '从境外主体的类目表里选择，或用境内主体提供该服务。',
    'Choose from the overseas table, or offer the service through a domestic subject.',
  ),
  needs: ['manifest', 'submission'],
  examples: [
    {
      name: say('境外企业申报直播', 'an overseas enterprise declares live streams'),
      seen: {
        manifest: wechatManifest,
        submission: submittedBy({ overseas: true }, '社交-直播'),
      },
      expect: 'violation',
    },
    {
      name: say('境外企业申报跨境电商', 'an overseas enterprise declares cross-border trade'),
      seen: {
        manifest: wechatManifest,
        submission: submittedBy({ overseas: true }, '跨境电商-玩具'),
      },
      expect: 'pass',
    },
    {
      name: say('境内企业不受此限', 'a domestic enterprise is not concerned'),
      seen: { manifest: wechatManifest, submission: submitted('社交-直播') },
      expect: 'inapplicable',
    },
  ],

  evaluate({ manifest, submission }) {
    if (manifest.platform !== 'wechat' || !submission.subject.overseas) return inapplicable
    const closed = submission.categories.filter((category) => {
      const rows = findCategories(category)
      return rows.length > 0 && rows.every(({ openTo }) => !openTo.includes('overseas'))
    })
    return violationOrPass(
      closed.map((category) => ({
        place: { kind: 'submission', field: 'categories' },
        message: say(
          `境外主体不能使用类目“${describeCategory(category)}”。`,
          `An overseas subject may not hold “${describeCategory(category)}”.`,
        ),
        measured: `境外主体 overseas · ${describeCategory(category)}`,
        limit: '境内组织主体 domestic organisation',
      })),
    )
  },
})
