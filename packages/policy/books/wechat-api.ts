/** What WeChat's developer documents demand of a package or a submission: the clauses cited here. */

import { type Book, clausesOf } from '../src/book.ts'
import { say } from '../src/say.ts'

const { byRule, byProcess } = clausesOf('wechat-api')

export const wechatApi: Book = {
  id: 'wechat-api',
  title: say('微信小程序开发文档（节选）', 'WeChat developer documents (excerpt)'),
  edition: '2026-07-30',
  source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/',
  clauses: [
    byRule(
      'live-component',
      say(
        '暂只针对以下类目的小程序开放，需要先通过类目审核，再在小程序管理后台……自助开通该组件权限。',
        'The live components are open only to the listed categories, after the category has been approved.',
      ),
    ),
    byRule(
      'web-view',
      say(
        '承载网页的容器。……个人类型的小程序暂不支持使用。',
        'The web page container is not open to individuals.',
      ),
    ),
    byRule(
      'required-private-infos',
      say(
        '自 2022 年 7 月 14 日后发布的小程序，使用以下8个地理位置相关接口时，需要声明该字段，否则将无法正常使用。',
        'Since 2022-07-14 a mini-program that uses one of eight location interfaces must declare it, or the call does not work.',
      ),
    ),
    byRule(
      'required-background-modes',
      say(
        '申明需要后台运行的能力……audio: 后台音乐播放',
        'What runs in the background must be declared; audio is background playback.',
      ),
    ),
    byRule(
      'frozen-check',
      say(
        '1.0版本在2021年9月1日停止更新，请尽快更新至2.0',
        'Version 1.0 has not been updated since 2021-09-01; move to 2.0.',
      ),
    ),
    byRule(
      'ugc-declare',
      say(
        '当小程序第一次提交审核且类目包含社交-社区/论坛、社交-笔记、社交-问答其中之一时需填写 ugc_declare',
        'ugc_declare is required at the first submission when a category is forum, notes or questions.',
      ),
    ),
    byRule(
      'ugc-declare-scene',
      say(
        'scene：UGC场景 0 不涉及用户生成内容，1 用户资料，2 图片，3 视频，4 文本，5 其他',
        'scene: 0 no user content, 1 profile, 2 picture, 3 video, 4 text, 5 other.',
      ),
    ),
    byProcess(
      'one-audit',
      say('85009 已经有正在审核的版本', '85009: a version is under review already.'),
      say(
        '提审时由状态机拒绝，不看代码内容。',
        'The release life refuses the submission; the code is not looked at.',
      ),
    ),
  ],
}
