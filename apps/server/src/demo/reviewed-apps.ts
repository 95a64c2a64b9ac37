/** Apps of the demo whose story ends with the platform's own review. */

import { approve, inMainland, launch, passFiling, submit } from './steps.ts'
import type { DemoApp } from './story.ts'

export const REVIEWED_APPS: readonly DemoApp[] = [
  {
    name: '园圃日记',
    subject: inMainland('enterprise', 'CN-YN'),
    categories: [{ first: '社交', second: '笔记' }],
    stories: [
      {
        version: '1.0.0',
        description: '写下种花记录，看看别人的园子',
        fixture: 'garden-notes',
        startsDaysAgo: 40,
        steps: [submit, approve, passFiling, launch],
      },
      {
        version: '1.1.0',
        description: '笔记可以配图',
        fixture: 'garden-notes',
        startsDaysAgo: 12,
        steps: [submit, approve, launch],
      },
      {
        version: '1.2.0',
        description: '修改了首页排序',
        fixture: 'garden-notes',
        startsDaysAgo: 0.4,
        steps: [submit],
      },
    ],
  },
  {
    name: '邻里论坛',
    subject: inMainland('enterprise', 'CN-ZJ'),
    categories: [{ first: '社交', second: '社区/论坛' }],
    stories: [
      {
        version: '0.9.0',
        description: '小区论坛内测版',
        fixture: 'open-forum',
        startsDaysAgo: 3,
        steps: [submit],
      },
      {
        version: '0.9.1',
        description: '准备接入内容检测',
        fixture: 'open-forum',
        startsDaysAgo: 1,
        steps: [],
      },
    ],
  },
  {
    name: '山货小铺',
    subject: inMainland('enterprise', 'CN-SC'),
    categories: [{ first: '商家自营', second: '食品饮料' }],
    stories: [
      {
        version: '2.3.0',
        description: '晒图评价',
        fixture: 'own-backend-shop',
        startsDaysAgo: 6,
        steps: [
          submit,
          {
            kind: 'reject',
            afterHours: 8,
            clauses: ['wechat-operation/10.2'],
            note: '评价可以晒图，请说明后台如何检测图片，并附拦截截图。',
          },
        ],
      },
    ],
  },
  {
    name: '单位换算',
    subject: inMainland('individual', 'CN-HB'),
    categories: [{ first: '工具', second: '信息查询' }],
    stories: [
      {
        version: '1.0.0',
        description: '长度与重量换算',
        fixture: 'plain-tool',
        startsDaysAgo: 30,
        steps: [submit, approve, launch],
      },
      {
        version: '1.1.0',
        description: '增加温度换算',
        fixture: 'plain-tool',
        startsDaysAgo: 2,
        steps: [submit, { kind: 'withdraw', afterHours: 3 }],
      },
    ],
  },
  {
    name: '一小时电台',
    subject: inMainland('enterprise', 'CN-GD'),
    categories: [{ first: '文娱', second: '电台' }],
    stories: [
      {
        version: '3.0.0',
        description: '深夜读书节目上线',
        fixture: 'radio-hour',
        startsDaysAgo: 3,
        steps: [submit, approve],
      },
    ],
  },
]
