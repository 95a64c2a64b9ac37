/** The common reasons for rejection: only the clauses that a rule here cites, and their neighbours. */

import { type Book, clausesOf } from '../src/book.ts'
import { say } from '../src/say.ts'

const { byRule, byRuleOf, byPerson } = clausesOf('wechat-rejection')

export const wechatRejection: Book = {
  id: 'wechat-rejection',
  title: say('微信小程序平台常见拒绝情形（节选）', 'Common reasons for rejection (excerpt)'),
  edition: '2026-07-30',
  source: 'https://developers.weixin.qq.com/miniprogram/product/reject.html',
  clauses: [
    byRule(
      '2.1.1',
      say(
        '小程序服务类目所对应的页面中的核心内容必须与该类目一致。',
        'The core content of a page must agree with its category.',
      ),
    ),
    byRule(
      '3.1.2',
      say(
        '小程序所提供的所有服务类目功能，必须在小程序首页得到体现，即在小程序首页必须能直达或者经过2次点击到达所有……服务类目页面',
        'Every function of the declared categories shows on the first page: it is reached there, or by two taps from there.',
      ),
    ),
    byRule(
      '3.1.3',
      say(
        '小程序实际所提供的服务不得属于尚未开放的服务范围。不应超出小程序平台已开放的类目库范围。',
        'The service must lie within the categories that the platform has opened.',
      ),
    ),
    byRule(
      '3.2.1',
      say(
        '小程序的页面内容中，存在诱导类行为，包括但不限于诱导分享……要求用户分享、添加、关注或下载后才可操作的程序……都将会被拒绝',
        'Pages that press people to share, add, follow or download, or that work only afterwards, are refused.',
      ),
    ),
    byRule(
      '3.2.4',
      say(
        '小程序的页面内容中，不能存在测试类内容；示例：算命，抽签，星座运势等。',
        'Pages hold no tests for fun, such as fortune telling, lots or horoscopes.',
      ),
    ),
    byRule(
      '3.2.8',
      say(
        '含有发布、传送、传播、储存违反国家法律法规的……信息内容的，将会被拒绝',
        'Content that breaks the law is rejected.',
      ),
    ),
    byRuleOf(
      '3.2.11',
      say(
        '小程序的服务提供者必须提供过滤不当内容的措施。示例：设置对发布色情、赌博等涉嫌违法违规的词汇进行过滤提示的措施。',
        'The provider must have a filter for improper content, for instance one that stops words of pornography or gambling.',
      ),
      'wechat-filing-2022/3.1',
    ),
    byRule(
      '3.3.1',
      say(
        '提交的小程序须是一个完成品，要求可以打开，可以运行，且不可以是一个测试版。示例：不可运行、存在崩溃、闪退、按钮没有响应、文字表述不完整等。',
        'What is submitted must be finished: it opens, it runs, and it is no test version.',
      ),
    ),
    byPerson(
      '3.3.4',
      say(
        '若小程序中存在账号体系，需提供测试号，包含账号和密码（可以体验所有功能）。',
        'With an account system, a test account that reaches every function must be supplied.',
      ),
      say(
        '测试号随提审说明提供，由审核员登录验证。',
        'The account comes with the submission; a reviewer signs in with it.',
      ),
    ),
    byRule(
      '3.5.2',
      say(
        '禁止视频、音乐、语音等多媒体的自动播放',
        'Video, music and speech must not play by themselves.',
      ),
    ),
  ],
}
