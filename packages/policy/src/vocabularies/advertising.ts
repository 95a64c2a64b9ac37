/**
 * Words by which adverts and promotion give themselves away, by vocabulary.
 *
 * Separated by white space; found through the same disguises as terms of a lexicon. A word alone
 * proves nothing: the rule that reads a vocabulary says what has to stand beside it.
 */

export const ADVERTISING = {
  /** Clause 2.3.b: words that only want to be tapped. */
  luring: `
点击领取 点我领取 戳这里 戳我 点这里 立即点击 点击下方 点开有惊喜 点击进入 点击查看答案
猛戳 点击有惊喜 快点我 不点后悔
`,
  /** Clause 2.3.c: borrowed authority. */
  official: `
系统提示 系统通知 官方通知 官方提示 官方认证 安全中心提示 平台官方 百度官方 账号异常 系统检测到
`,
  /** Clause 2.3.d: a message that nobody sent. */
  notices: `
您有一条新消息 你有一条新消息 您有1条新消息 你有1条新消息 条未读消息 未读消息 新的好友请求
有人向你打招呼 附近有人 对方已接受 您有一个包裹
`,
  /** Clause 2.3.g. */
  lottery: `
抽奖 红包 大转盘 幸运大奖 砸金蛋 刮刮乐 拆红包 领现金 0元购 0元领 免费抽 中奖
`,
  /** Clause 2.3.h. */
  scanning: `
扫码 扫一扫 扫描二维码 扫描下方 长按识别 识别二维码 扫下方二维码
`,
  /** Clause 8.8.1: following an account elsewhere. */
  accounts: `
公众号 微信公众号 关注微信 加微信 微信号 加v信 视频号 订阅号 微博账号 抖音号 快手号 小红书号
`,
  /** Clause 8.8.3, 7.b, 7.d: a wish to sell beside a way to be reached. */
  selling: `
咨询 购买 下单 订购 联系我 联系客服 加我 招代理 代理加盟 招商 包邮 优惠价 特价 批发 厂家直销
量大从优 货到付款 预约 报名 免费试用 领取资料
`,
  /** Clause 8.13.2: what leads back to other issues. */
  recap: `
往期回顾 往期精彩 精彩回顾 往期推荐 推荐阅读 历史文章 往期文章 相关阅读 热门文章
`,
  /** Clause 6.c: by-lines of somebody else. */
  bylines: `
来源： 来源: 本报讯 本报记者 转载自 转自 原标题 新华社电 责任编辑 文章来源
`,
} as const
