/** Apps of the demo whose story is the authority's: filed, pre-launched, rejected, taken down. */

import { approve, inMainland, launch, passFiling, preLaunch, submit } from './steps.ts'
import type { DemoApp } from './story.ts'

export const FILED_APPS: readonly DemoApp[] = [
  {
    name: '社区问答台',
    subject: inMainland('government', 'CN-GD'),
    categories: [{ first: '社交', second: '问答' }],
    stories: [
      {
        version: '1.0.0',
        description: '街道便民问答',
        fixture: 'garden-notes',
        startsDaysAgo: 11,
        steps: [submit, approve, preLaunch],
      },
    ],
  },
  {
    name: '青禾读书会',
    subject: inMainland('other', 'CN-SH'),
    categories: [{ first: '社交', second: '笔记' }],
    stories: [
      {
        version: '1.0.0',
        description: '共读笔记',
        fixture: 'garden-notes',
        startsDaysAgo: 9,
        steps: [
          submit,
          approve,
          {
            kind: 'rejectFiling',
            afterHours: 90,
            clauses: [],
            note: '登记证书已过有效期，请更新后重新提交。',
          },
        ],
      },
    ],
  },
  {
    name: '同城搭子',
    subject: inMainland('enterprise', 'CN-GD'),
    categories: [{ first: '社交', second: '熟人交友' }],
    stories: [
      {
        version: '4.1.0',
        description: '约球约跑',
        fixture: 'garden-notes',
        startsDaysAgo: 50,
        steps: [
          submit,
          approve,
          passFiling,
          launch,
          {
            kind: 'orderTakedown',
            afterHours: 1100,
            note: '接到举报，个人资料中有联系方式外显，请限期整改。',
            withinHours: 240,
          },
        ],
      },
    ],
  },
  {
    name: '短片集',
    subject: inMainland('enterprise', 'CN-BJ'),
    categories: [
      { first: '文娱', second: '视频广场' },
      { first: '社交', second: '笔记' },
    ],
    stories: [
      {
        version: '2.0.0',
        description: '用户投稿短片',
        fixture: 'garden-notes',
        startsDaysAgo: 60,
        steps: [
          submit,
          approve,
          passFiling,
          launch,
          {
            kind: 'orderTakedown',
            afterHours: 300,
            note: '传播未经许可的视听节目，请下架整改。',
            withinHours: 24,
          },
          { kind: 'takeDown', afterHours: 6 },
        ],
      },
    ],
  },
  {
    name: '菜谱速查',
    subject: inMainland('enterprise', 'CN-JS'),
    categories: [{ first: '工具', second: '信息查询' }],
    stories: [
      {
        version: '1.4.0',
        description: '离线菜谱',
        fixture: 'plain-tool',
        startsDaysAgo: 4,
        steps: [submit, approve],
      },
    ],
  },
]
