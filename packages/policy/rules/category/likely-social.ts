/**
 * Signs that together look like users who read each other ask for a social category.
 *
 * An entry with likes, comments and the faces of others, or a board by another name. What one word
 * proves belongs to the rule `category/social-without-category`.
 */

import { seenElement, seenEntry, seenText, submitted, wechatManifest } from '../../src/examples.ts'
import { IMPLYING_KINDS, likelyCategory } from '../../src/implied/likely-rule.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'
import { socialWithoutCategory } from './social-without-category.ts'

const NEEDED = ['社交-社区/论坛', '社交-笔记', '社交-问答']
const ANSWERING = new Set([...NEEDED, '社交-陌生人交友', '社交-熟人交友', '社交-婚恋'])

const SCREEN = 'pages/wall/wall.wxml'
const wall = {
  manifest: wechatManifest,
  pages: [],
  texts: [seenText('发送留言', SCREEN)],
  elements: [seenElement('image', SCREEN, { src: '{{item.avatarUrl}}' })],
  apiCalls: [],
  hosts: [],
  publishEntries: [seenEntry('text')],
}

export const likelySocial = defineRule({
  id: 'category/likely-social',
  clause: 'wechat-filing-2022/1.1',
  severity: 'review',
  title: say(
    '像是用户内容社区，但没有社交类目',
    'Looks like user content, without a social category',
  ),
  why: say(
    '审核员看到用户互相可见的内容，会要求补充社交类目并报备。',
    'A reviewer who sees users reading each other asks for a social category, which is filed.',
  ),
  fix: say(
    '若他人能看到，按功能添加社交类目；若只有运营者看到，请在提审说明里写明。',
    'If others see it, add a social category; if only the operator does, say so in the submission.',
  ),
  needs: IMPLYING_KINDS,
  answeredBy: NEEDED,
  examples: [
    {
      name: say('留言和他人头像', 'messages and the faces of others'),
      seen: { ...wall, submission: submitted('工具-办公') },
      expect: 'violation',
    },
    {
      name: say('已有笔记类目', 'with the notes category'),
      seen: { ...wall, submission: submitted('社交-笔记') },
      expect: 'pass',
    },
    {
      name: say('只有留言，没有别人', 'messages, and nobody else'),
      seen: { ...wall, elements: [], submission: submitted('工具-办公') },
      expect: 'inapplicable',
    },
  ],

  evaluate: (seen) => likelyCategory(seen, socialWithoutCategory, NEEDED, ANSWERING),
})
