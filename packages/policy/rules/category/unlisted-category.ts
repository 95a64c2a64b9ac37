/**
 * A declared category that stands in no table, under its name of today or an older one.
 *
 * The tables move and ours has a date, so a person looks: the name may be wrong, or our table old.
 */

import { inapplicable, violationOrPass } from '@fangxing/contract'
import { categories, describeCategory, findCategories } from '../../books/wechat-categories.ts'
import { baiduManifest, submitted, wechatManifest } from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const unlistedCategory = defineRule({
  id: 'category/unlisted-category',
  clause: 'wechat-rejection/3.1.3',
  severity: 'review',
  title: say('申报的类目不在开放类目表里', 'The declared category is in no table'),
  why: say(
    '类目名对不上，就判断不了要不要报备、要什么资质。',
    'Without a matching name nobody can tell whether it is filed and which licences it needs.',
  ),
  fix: say(
    '按平台当前的类目表更正名称；若是新开放的类目，请运营者更新类目表。',
    "Use the name of the platform's table of today; if the category is new, the operator updates the table.",
  ),
  needs: ['manifest', 'submission'],
  examples: [
    {
      name: say('不存在的类目', 'a category that does not exist'),
      seen: { manifest: wechatManifest, submission: submitted('社交-漂流瓶') },
      expect: 'violation',
    },
    {
      name: say('报备说明里的旧名', 'an older name from the filing note'),
      seen: { manifest: wechatManifest, submission: submitted('文娱-视频') },
      expect: 'pass',
    },
    {
      name: say('百度小程序不适用', 'a Baidu program is not concerned'),
      seen: { manifest: baiduManifest, submission: submitted('教育-其他') },
      expect: 'inapplicable',
    },
  ],

  evaluate({ manifest, submission }) {
    if (manifest.platform !== 'wechat' || submission.categories.length === 0) return inapplicable
    return violationOrPass(
      submission.categories
        .filter((category) => findCategories(category).length === 0)
        .map((category) => ({
          place: { kind: 'submission', field: 'categories' },
          message: say(
            `类目“${describeCategory(category)}”不在 ${categories.edition} 版的类目表里。`,
            `“${describeCategory(category)}” is not in the table of ${categories.edition}.`,
          ),
          measured: describeCategory(category),
          limit: `${categories.edition} 版类目表，${categories.rows.length} 个类目 categories`,
        })),
    )
  },
})
