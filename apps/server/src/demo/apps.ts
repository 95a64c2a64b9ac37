/**
 * The apps of the demo and what happened to each: a story per version, told in hours.
 *
 * Every state that a release can reach by the native interface is the end of some story. Names,
 * people and texts are made up; the packages are the repository's own small mini-programs.
 */

import type { Category, Subject } from '@fangxing/contract'

interface Grounds {
  readonly clauses: readonly string[]
  readonly note: string
}

export type Decision = { readonly kind: 'approve' } | ({ readonly kind: 'reject' } & Grounds)

export type Step =
  | Decision
  | { readonly kind: 'submit' | 'withdraw' | 'preLaunch' | 'launch' | 'takeDown' }
  | { readonly kind: 'passFiling'; readonly note: string }
  | ({ readonly kind: 'rejectFiling' } & Grounds)
  | { readonly kind: 'orderTakedown'; readonly note: string; readonly withinHours: number }

export interface Story {
  readonly version: string
  readonly description: string
  /** A folder of `fixtures/miniprograms`. */
  readonly fixture: string
  readonly startsDaysAgo: number
  /** Each so many hours after the one before. Pre-launch comes when it is due, whatever is written. */
  readonly steps: readonly (Step & { readonly afterHours: number })[]
}

export interface DemoApp {
  readonly name: string
  readonly subject: Subject
  readonly categories: readonly Category[]
  readonly stories: readonly Story[]
}

const submit = { kind: 'submit', afterHours: 1 } as const
const approve = { kind: 'approve', afterHours: 5 } as const
const passFiling = { kind: 'passFiling', afterHours: 70, note: '材料齐全，同意' } as const
const preLaunch = { kind: 'preLaunch', afterHours: 1 } as const
const launch = { kind: 'launch', afterHours: 20 } as const

function inMainland(kind: Subject['kind'], region: string): Subject {
  return { kind, overseas: false, region }
}

export const DEMO_APPS: readonly DemoApp[] = [
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
