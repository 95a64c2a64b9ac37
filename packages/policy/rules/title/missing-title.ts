/** Everything but user content, tools and services has a title. */

import { inapplicable, type MaterialKind, violationOrPass } from '@fangxing/contract'
import { seenMaterial } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const TITLED: readonly MaterialKind[] = ['article', 'gallery', 'video', 'audio', 'answer']

export const missingTitle = defineRule({
  id: 'title/missing-title',
  clause: 'baijiahao-2019/4.a',
  severity: 'block',
  title: say('没有标题', 'There is no title'),
  why: say(
    '除 UGC 类资源外，文章、视频或音频等资源必须有标题。',
    'Article, video and audio must have a title; only user content may lack one.',
  ),
  fix: say('请补上标题。', 'Give it a title.'),
  needs: ['material'],
  examples: [
    {
      name: say('文章没有标题', 'an article without one'),
      seen: { material: seenMaterial({ title: null }) },
      expect: 'violation',
    },
    {
      name: say('只有空格', 'nothing but spaces'),
      seen: { material: seenMaterial({ title: '  ' }) },
      expect: 'violation',
    },
    { name: say('有标题', 'a title'), seen: { material: seenMaterial() }, expect: 'pass' },
    {
      name: say('点评没有标题', 'a review without one'),
      seen: { material: seenMaterial({ kind: 'ugc', title: null }) },
      expect: 'inapplicable',
    },
  ],

  evaluate({ material }) {
    if (!TITLED.includes(material.kind)) return inapplicable
    if ((material.title ?? '').trim() !== '') return violationOrPass([])
    return violationOrPass([
      {
        place: { kind: 'text', field: 'title', start: 0, end: 0 },
        message: say('这份素材没有标题。', 'This material has no title.'),
        measured: '0',
      },
    ])
  },
})
