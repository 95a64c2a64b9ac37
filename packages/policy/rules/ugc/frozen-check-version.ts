/**
 * The first version of the check interfaces has not been updated since 2021-09-01.
 *
 * Reports each call in the old shape. `imgSecCheck` has no second version; what replaces it is
 * `mediaCheckAsync`, although the filing note of 2022 still names it, hence only advice.
 */

import { inapplicable, violationOrPass } from '@fangxing/contract'
import { placeIn } from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const place = placeIn('cloudfunctions/check/index.js', 7)

export const frozenCheckVersion = defineRule({
  id: 'ugc/frozen-check-version',
  clause: 'wechat-api/frozen-check',
  severity: 'advise',
  title: say('用的是已停止更新的 1.0 版检测接口', 'A check interface in its frozen first version'),
  why: say(
    '1.0 版 2021-09-01 起不再更新，识别不了后来的违规内容。',
    'Version 1.0 has stood still since 2021-09-01 and misses what came later.',
  ),
  fix: say(
    'msgSecCheck、mediaCheckAsync 传 version: 2、scene 和 openid；imgSecCheck 换成 mediaCheckAsync。',
    'Pass version: 2, scene and openid to msgSecCheck and mediaCheckAsync; replace imgSecCheck by mediaCheckAsync.',
  ),
  needs: ['contentChecks'],
  examples: [
    {
      name: say('只传 content', 'only content is passed'),
      seen: { contentChecks: [{ api: 'msgSecCheck', version: 1, place }] },
      expect: 'violation',
    },
    {
      name: say('传了 version: 2', 'version: 2 is passed'),
      seen: { contentChecks: [{ api: 'msgSecCheck', version: 2, place }] },
      expect: 'pass',
    },
    {
      name: say('没有调用检测', 'no check is called'),
      seen: { contentChecks: [] },
      expect: 'inapplicable',
    },
  ],

  evaluate({ contentChecks }) {
    if (contentChecks.length === 0) return inapplicable
    return violationOrPass(
      contentChecks
        .filter(({ version }) => version === 1)
        .map(({ api, place }) => ({
          place,
          message:
            api === 'imgSecCheck'
              ? say('imgSecCheck 没有 2.0 版。', 'imgSecCheck has no second version.')
              : say(`${api} 没有传 version: 2。`, `${api} is called without version: 2.`),
          measured: `${api} 1.0`,
          limit: '2.0',
        })),
    )
  },
})
