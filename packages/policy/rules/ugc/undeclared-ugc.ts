/**
 * Forum, notes and questions need `ugc_declare` with the first submission; without it the platform
 * answers 85094.
 *
 * Whether this is the first submission is not known here, so a missing declaration goes to a person.
 */

import { inapplicable, violationOrPass } from '@fangxing/contract'
import { describeCategory, findCategories } from '../../books/wechat-categories.ts'
import { submitted, wechatManifest } from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const declaration = { scenes: [4], methods: [1], hasAuditTeam: false, description: '' }

export const undeclaredUgc = defineRule({
  id: 'ugc/undeclared-ugc',
  clause: 'wechat-api/ugc-declare',
  severity: 'review',
  title: say('没有填写用户内容安全声明', 'The declaration on user content is missing'),
  why: say(
    '社区/论坛、笔记、问答类目首次提审必须带 ugc_declare，否则返回 85094。',
    'With forum, notes or questions the first submission must carry ugc_declare; without it the answer is 85094.',
  ),
  fix: say(
    '提审时填写 ugc_declare：发布场景、检测方式、是否有审核团队。',
    'Submit with ugc_declare: what users publish, how it is checked, whether there is a review team.',
  ),
  needs: ['manifest', 'submission'],
  examples: [
    {
      name: say('笔记类目，没有声明', 'notes, nothing declared'),
      seen: { manifest: wechatManifest, submission: submitted('社交-笔记') },
      expect: 'violation',
    },
    {
      name: say('笔记类目，已声明', 'notes, declared'),
      seen: {
        manifest: wechatManifest,
        submission: { ...submitted('社交-笔记'), ugcDeclaration: declaration },
      },
      expect: 'pass',
    },
    {
      name: say('交友类目不要求声明', 'dating needs no declaration'),
      seen: { manifest: wechatManifest, submission: submitted('社交-熟人交友') },
      expect: 'inapplicable',
    },
  ],

  evaluate({ manifest, submission }) {
    if (manifest.platform !== 'wechat') return inapplicable
    const demanding = submission.categories.filter((category) =>
      findCategories(category).some(({ ugcDeclared }) => ugcDeclared),
    )
    if (demanding.length === 0) return inapplicable
    const names = demanding.map(describeCategory).join('、')
    return violationOrPass(
      submission.ugcDeclaration === undefined
        ? [
            {
              place: { kind: 'submission', field: 'ugcDeclaration' },
              message: say(
                `类目 ${names} 首次提审要填写用户内容安全声明，这次没有填。`,
                `${names} needs the declaration on user content at the first submission; this one has none.`,
              ),
              measured: 'ugc_declare 未填写 missing',
              limit: '首次提审必填 required (85094)',
            },
          ]
        : [],
    )
  },
})
