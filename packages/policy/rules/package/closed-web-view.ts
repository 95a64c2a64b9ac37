/** The web page container is not open to individuals. */

import { inapplicable, violationOrPass } from '@fangxing/contract'
import { onePerFile } from '../../src/category.ts'
import { seenElement, submitted, submittedBy, wechatManifest } from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const view = seenElement('web-view', 'pages/web/web.wxml', { src: 'https://example.com' })

export const closedWebView = defineRule({
  id: 'package/closed-web-view',
  clause: 'wechat-api/web-view',
  severity: 'block',
  title: say('个人主体使用了网页容器', 'An individual uses the web page container'),
  why: say(
    'web-view 不对个人主体开放，页面打不开；网页内容审核也看不到。',
    'web-view is closed to individuals, so the page does not open; and nobody can review what it loads.',
  ),
  fix: say(
    '用原生页面代替网页，或换成企业等组织主体。',
    'Replace the web page by native pages, or change to an organisation.',
  ),
  needs: ['manifest', 'elements', 'submission'],
  examples: [
    {
      name: say('个人主体', 'an individual'),
      seen: {
        manifest: wechatManifest,
        elements: [view],
        submission: submittedBy({ kind: 'individual' }),
      },
      expect: 'violation',
    },
    {
      name: say('企业主体', 'an enterprise'),
      seen: { manifest: wechatManifest, elements: [view], submission: submitted() },
      expect: 'pass',
    },
    {
      name: say('没有网页容器', 'no web page container'),
      seen: {
        manifest: wechatManifest,
        elements: [seenElement('view', 'pages/a/a.wxml')],
        submission: submittedBy({ kind: 'individual' }),
      },
      expect: 'inapplicable',
    },
  ],

  evaluate({ manifest, elements, submission: { subject } }) {
    const views = onePerFile(elements.filter(({ tag }) => tag === 'web-view'))
    if (manifest.platform !== 'wechat' || views.length === 0) return inapplicable
    return violationOrPass(
      subject.kind === 'individual'
        ? views.map(({ place, attributes }) => ({
            place,
            message: say('个人主体不能使用 web-view。', 'An individual may not use web-view.'),
            measured: `个人主体 individual · <web-view src="${attributes.src ?? ''}">`,
            limit: '组织主体 organisation',
          }))
        : [],
    )
  },
})
