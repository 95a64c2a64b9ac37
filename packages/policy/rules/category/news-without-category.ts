/**
 * Reports on current politics need the category for it.
 *
 * Only words can be seen in a package, and the reports come from a server: a word of current
 * politics is a finding for a person, 新闻 alone leaves open whose news it is.
 */

import { inapplicable, pass, undetermined, violationOrPass } from '@fangxing/contract'
import { declaresAny, withoutCategory } from '../../src/category.ts'
import { seenPage, submitted, wechatManifest } from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'
import { findWordSigns } from '../../src/signs.ts'

const CURRENT_POLITICS = /时政|时事|国内新闻|国际新闻|军事新闻|新闻联播|突发新闻|外交动态/
/** News of the company itself is not a news report in the sense of the clause. */
const NEWS = /(?<!公司|企业|集团|校园|学校|行业|产品|活动|院内|系内)(新闻|头条|要闻)/

const POLITICS = new Set(['时政信息-时政信息'])

const NEEDED = ['时政信息-时政信息']

export const newsWithoutCategory = defineRule({
  id: 'category/news-without-category',
  clause: 'wechat-filing-2022/1.4',
  severity: 'review',
  title: say(
    '像是发布时政新闻，但没有时政信息类目',
    'Current politics, it seems, without the category for it',
  ),
  why: say(
    '时政类报道要有时政信息类目和新闻许可证，并先报备。',
    'Reports on current politics need the category, a news licence, and filing first.',
  ),
  fix: say(
    '添加时政信息类目；不涉及时政的行业资讯用资讯-信息资讯或文娱-资讯广场。',
    'Add 时政信息; trade news without politics belongs to 资讯-信息资讯 or 文娱-资讯广场.',
  ),
  needs: ['manifest', 'pages', 'texts', 'submission'],
  answeredBy: NEEDED,
  examples: [
    {
      name: say('时政要闻栏目', 'a column of current politics'),
      seen: {
        manifest: wechatManifest,
        pages: [seenPage('pages/news/news', '时政要闻')],
        texts: [],
        submission: submitted('资讯-信息资讯'),
      },
      expect: 'violation',
    },
    {
      name: say('已有时政信息类目', 'with the category'),
      seen: {
        manifest: wechatManifest,
        pages: [seenPage('pages/news/news', '时政要闻')],
        texts: [],
        submission: submitted('时政信息-时政信息'),
      },
      expect: 'pass',
    },
    {
      name: say('公司新闻', 'news of the company'),
      seen: {
        manifest: wechatManifest,
        pages: [seenPage('pages/about/news', '公司新闻')],
        texts: [],
        submission: submitted('商业服务-会展服务'),
      },
      expect: 'inapplicable',
    },
    {
      name: say('只写了“新闻”', 'just “news”'),
      seen: {
        manifest: wechatManifest,
        pages: [seenPage('pages/news/news', '新闻')],
        texts: [],
        submission: submitted('工具-信息查询'),
      },
      expect: 'undetermined',
    },
  ],

  evaluate({ manifest, pages, texts, submission }) {
    if (manifest.platform !== 'wechat') return inapplicable
    const signs = findWordSigns(CURRENT_POLITICS, pages, texts)
    const [news] = findWordSigns(NEWS, pages, texts)
    if (signs.length === 0 && news === undefined) return inapplicable
    if (declaresAny(submission, POLITICS)) return pass
    if (signs.length === 0 && news !== undefined) {
      return undetermined(
        say(
          `${news.place.file}:${news.place.line} 的${news.what}看不出是否涉及时政。`,
          `${news.place.file}:${news.place.line} has ${news.what}; whether it concerns politics cannot be told.`,
        ),
      )
    }
    return violationOrPass(
      withoutCategory(
        signs,
        submission,
        NEEDED,
        say(
          '这里像是时政新闻，但没有时政信息类目。',
          'This looks like current politics, and the category for it is not declared.',
        ),
      ),
    )
  },
})
