/**
 * What users publish for others needs a social category.
 *
 * A publishing entry together with a page or label on which others read it (论坛, 发帖, 问答 …)
 * proves the function. An entry alone may be a form to the operator, so a person looks at it.
 * Nickname and avatar alone are a profile, not publishing.
 */

import {
  inapplicable,
  type PublishEntry,
  pass,
  undetermined,
  violationOrPass,
} from '@fangxing/contract'
import { declaresAny, withoutCategory } from '../../src/category.ts'
import {
  seenEntry,
  seenPage,
  seenText,
  submitted,
  submittedBy,
  wechatManifest,
} from '../../src/examples.ts'
import { MEDIUM, nameBoth } from '../../src/publishing.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'
import { findWordSigns } from '../../src/signs.ts'

/**
 * Words for a place where users read each other. 评论 and 留言 alone also stand on contact forms, 动态
 * alone also means dynamic, and 朋友圈 stands on every button that shares.
 */
const SHARED =
  /论坛|发帖|帖子|贴吧|圈子|^动态$|(最新|热门|好友|关注|校园|社区)动态|动态(详情|广场|列表)|树洞|表白墙|问答|提问|笔记广场|发(表|布)(动态|帖子|笔记)/

/** Words for comments that others read. In a shop they are reviews of goods, which prove nothing here. */
const COMMENTS = /评论区|(全部|最新|热门|精彩)评论|发(表|布)评论/
const SHOPS = new Set(['商家自营', '电商平台'])

/** Whichever of these is held, publishing between users is reviewed under it. */
const SOCIAL = new Set([
  '社交-社区/论坛',
  '社交-笔记',
  '社交-问答',
  '社交-陌生人交友',
  '社交-熟人交友',
  '社交-婚恋',
])
const NEEDED = ['社交-社区/论坛', '社交-笔记', '社交-问答']

const CONTENT = new Set<PublishEntry['medium']>(['text', 'picture', 'video', 'audio'])

const forum = seenPage('pages/forum/index', '校园论坛')

export const socialWithoutCategory = defineRule({
  id: 'category/social-without-category',
  clause: 'wechat-filing-2022/1.1',
  severity: 'block',
  title: say(
    '用户可以发布内容给他人看，但没有社交类目',
    'Users publish to others without a social category',
  ),
  why: say(
    '内容和类目不一致，代码审核不通过；社交类目首次提审还要报备约七天。',
    'Content and category disagree, so the code review fails; and a social category is filed, about seven days.',
  ),
  fix: say(
    '按功能添加社交-社区/论坛、社交-笔记或社交-问答，一次加齐，避免二次报备。',
    'Add 社交-社区/论坛, 社交-笔记 or 社交-问答, all that you need at once, so that nobody waits twice.',
  ),
  needs: ['manifest', 'pages', 'texts', 'publishEntries', 'submission'],
  answeredBy: NEEDED,
  examples: [
    {
      name: say('论坛页加发帖入口，类目只有工具', 'a forum with posting, declared as a tool'),
      seen: {
        manifest: wechatManifest,
        pages: [forum],
        texts: [],
        publishEntries: [seenEntry('text')],
        submission: submitted('工具-信息查询'),
      },
      expect: 'violation',
    },
    {
      name: say('同一程序，已有社区类目', 'the same program with the forum category'),
      seen: {
        manifest: wechatManifest,
        pages: [forum],
        texts: [],
        publishEntries: [seenEntry('text')],
        submission: submitted('社交-社区/论坛'),
      },
      expect: 'pass',
    },
    {
      name: say('只有意见反馈表单', 'only a feedback form'),
      seen: {
        manifest: wechatManifest,
        pages: [seenPage('pages/feedback/index', '意见反馈')],
        texts: [],
        publishEntries: [seenEntry('text')],
        submission: submitted('工具-办公'),
      },
      expect: 'undetermined',
    },
    {
      name: say('个人主体的评论区', 'a comment area of an individual'),
      seen: {
        manifest: wechatManifest,
        pages: [],
        texts: [seenText('全部评论', 'pages/read/read.wxml')],
        publishEntries: [seenEntry('text')],
        submission: submittedBy({ kind: 'individual' }, '工具-信息查询'),
      },
      expect: 'violation',
    },
  ],

  evaluate({ manifest, pages, texts, publishEntries, submission }) {
    if (manifest.platform !== 'wechat') return inapplicable
    const entries = publishEntries.filter(({ medium }) => CONTENT.has(medium))
    const [entry] = entries
    if (entry === undefined) return inapplicable
    if (declaresAny(submission, SOCIAL)) return pass

    const isShop = submission.categories.some(({ first }) => SHOPS.has(first))
    const [sign] = [
      ...findWordSigns(SHARED, pages, texts),
      ...(isShop ? [] : findWordSigns(COMMENTS, pages, texts)),
    ]
    if (sign === undefined) {
      return undetermined(
        say(
          `${entry.place.file}:${entry.place.line} 有发布入口，看不出发布后他人能否看到，也没有社交类目。`,
          `${entry.place.file}:${entry.place.line} lets users publish; whether others see it cannot be told, and no social category is declared.`,
        ),
      )
    }
    return violationOrPass(
      withoutCategory(
        entries.map(({ place, medium }) => ({
          place,
          what: `${nameBoth(MEDIUM[medium])} + ${sign.what}`,
        })),
        submission,
        NEEDED,
        say(
          '用户在这里发布的内容他人可见，但没有社交类目。',
          'Others see what users publish here, and no social category is declared.',
        ),
      ),
    )
  },
})
