/**
 * Words that are left over from making the program: a test, a placeholder, a function to come.
 *
 * Only whole labels and clear phrases count: 测试 alone in a sentence may be what the program is for.
 */

import { inapplicable, violationOrPass } from '@fangxing/contract'
import { onePerFile } from '../../src/category.ts'
import { seenPage, seenText } from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'
import { findWordSigns } from '../../src/signs.ts'

/** A whole label, or a phrase that has no other use. */
const LEFT_OVER =
  /^(测试|test|demo|占位|hello,? ?world!?|weui|lorem ipsum.*|x{3,}|a{3,}|1{3,}|asdf?)$|功能?(正在)?(开发中|建设中|暂未开放|待开发)|^敬请期待|测试(数据|版本|内容|页面|账号|一下)|这里是(标题|内容|描述)|占位(符|文字|图)/i

export const testContent = defineRule({
  id: 'package/test-content',
  clause: 'wechat-rejection/3.3.1',
  severity: 'advise',
  title: say('留有测试或占位内容', 'Test or placeholder content is left'),
  why: say(
    '提交的须是完成品，测试字样和未完成的功能是常见的拒绝理由。',
    'What is submitted must be finished; test words and functions to come are common reasons for refusal.',
  ),
  fix: say(
    '换成真实内容，去掉没有做完的入口，再提审。',
    'Put real content in its place, remove entries that are not finished, then submit.',
  ),
  needs: ['pages', 'texts'],
  examples: [
    {
      name: say('功能开发中', 'a function to come'),
      seen: { pages: [], texts: [seenText('该功能开发中', 'pages/a/a.js')] },
      expect: 'violation',
    },
    {
      name: say('听力测试是功能本身', 'a hearing test is the function'),
      seen: { pages: [seenPage('pages/a/a', '听力测试')], texts: [] },
      expect: 'pass',
    },
    { name: say('没有文字', 'no words'), seen: { pages: [], texts: [] }, expect: 'inapplicable' },
  ],

  evaluate({ pages, texts }) {
    if (pages.length === 0 && texts.length === 0) return inapplicable
    return violationOrPass(
      onePerFile(findWordSigns(LEFT_OVER, pages, texts)).map(({ place, what }) => ({
        place,
        message: say('这里像是测试或占位内容。', 'This looks like test or placeholder content.'),
        measured: what,
      })),
    )
  },
})
