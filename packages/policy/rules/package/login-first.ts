/**
 * The first page lets people see the service before it asks them to sign in.
 *
 * By the path of the first registered page. A program for staff only may do so and says it there, so
 * it is told, not judged.
 */

import { inapplicable, violationOrPass } from '@fangxing/contract'
import { seenPage } from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** A part of the path that names signing in. */
const SIGN_IN = /(^|[/_-])(login|signin|sign-in|auth|authorize|register)([/_-]|$)/i

export const loginFirst = defineRule({
  id: 'package/login-first',
  clause: 'wechat-rejection/3.1.2',
  severity: 'advise',
  title: say('首页就是登录页', 'The first page is a page to sign in'),
  why: say(
    '首页要能看到所提供的服务；一打开就强制登录，是常见的拒绝理由。',
    'The first page must show the service; to demand signing in at once is a common reason for refusal.',
  ),
  fix: say(
    '首页先展示服务，用到时再登录；仅限特定人员使用的，在首页写明范围。',
    'Show the service first and ask to sign in when it is needed; if it is for certain people only, say so there.',
  ),
  needs: ['pages'],
  examples: [
    {
      name: say('打开就是登录', 'signing in comes first'),
      seen: { pages: [seenPage('pages/login/login'), seenPage('pages/index/index')] },
      expect: 'violation',
    },
    {
      name: say('登录页在后面', 'signing in comes later'),
      seen: { pages: [seenPage('pages/index/index'), seenPage('pages/login/login')] },
      expect: 'pass',
    },
    { name: say('没有页面', 'no pages'), seen: { pages: [] }, expect: 'inapplicable' },
  ],

  evaluate({ pages }) {
    const [first] = pages
    if (first === undefined) return inapplicable
    return violationOrPass(
      SIGN_IN.test(first.path)
        ? [
            {
              place: first.place,
              message: say(
                `第一个页面是 ${first.path}，用户先要登录。`,
                `The first page is ${first.path}: people must sign in before they see anything.`,
              ),
              measured: first.path,
            },
          ]
        : [],
    )
  },
})
