/**
 * The operating rules of WeChat mini-programs: only the clauses that a rule here cites.
 *
 * The rules are far longer; a clause joins this list together with what decides it.
 */

import { type Book, clausesOf } from '../src/book.ts'
import { say } from '../src/say.ts'

const { byRule, byRuleOf, byPerson } = clausesOf('wechat-operation')

export const wechatOperation: Book = {
  id: 'wechat-operation',
  title: say('微信小程序平台运营规范（节选）', 'WeChat mini-program operating rules (excerpt)'),
  edition: '2026-07-30',
  source: 'https://developers.weixin.qq.com/miniprogram/product/',
  clauses: [
    byRule(
      '5.7.1',
      say(
        '主体未开放类目：微信小程序实际提供的服务，超出其主体类型所支持的类目范围，包括但不限于：个人主体提供的服务，超出个人主体小程序开放的类目范围。',
        'The service goes beyond the categories that are open to its kind of subject, for instance to an individual.',
      ),
    ),
    byRuleOf(
      '5.7.3',
      say(
        '内容展示类目不符：小程序发布展示相关内容，未申请通过相关类目，包括但不限于：发布展示信息资讯、文娱、社交等信息。',
        'Content of news, entertainment or social kind is shown without the category for it.',
      ),
      'wechat-filing-2022/1.1',
    ),
    byRuleOf(
      '5.18.1',
      say(
        'UGC平台类小程序……平台未对用户发布内容设置违法违规内容过滤机制。',
        'A platform of user content without a filter for unlawful content.',
      ),
      'wechat-filing-2022/3.1',
    ),
    byPerson(
      '5.18.2',
      say(
        '昵称测试/算命类UGC小程序，小程序内可任意输入敏感违规内容，无安全过滤的。',
        'Name tests and fortune telling that take any input without a filter.',
      ),
      say(
        '只回显给本人的输入在代码里不是发布入口，要由人判断它会不会被截图传播。',
        'Input that is only echoed to its author is no publishing entry in code; a person judges whether it spreads as a picture.',
      ),
    ),
    byRule(
      '5.19',
      say(
        '小程序提交审核的版本应与小程序实际发布、上线运营的版本一致。开发者不得通过技术或其他方式，绕开、规避或对抗微信小程序平台的审核及监管规则',
        'The version under review must be the version in operation; review must not be evaded.',
      ),
    ),
    byRule(
      '10.2',
      say(
        '应设置过滤违法、违规等不当信息内容的机制，通过使用内容安全API接口、人工审核等机制做好内容把关，保证用户产生内容符合信息安全的规定。',
        'There must be a filter for unlawful or improper content, by the content-safety interface, human review or the like.',
      ),
    ),
    byRule(
      '10.4',
      say(
        '微信小程序服务提供者对小程序内容安全承担主要责任，严格管理，保证对外展示的内容合规、可靠',
        'The provider bears the main responsibility that what is shown is lawful and reliable.',
      ),
    ),
    byPerson(
      '10.5',
      say(
        '接入微信平台安全能力后，小程序服务者也需要建立内容安全巡查机制，定期开展自查自清',
        'Having wired in the interface, the provider must still patrol the content regularly.',
      ),
      say(
        '巡查制度是运营者的工作，代码里看不到。',
        'Patrolling is work of the operator and leaves no trace in the code.',
      ),
    ),
  ],
}
