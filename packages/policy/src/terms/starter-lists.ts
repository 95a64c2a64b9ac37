/**
 * The words of the starter lexicon by family and level, separated by white space.
 *
 * Kept short on purpose: words that a moderator would name without looking anything up.
 */

/** Leading users away: contact details, groups, agents. Innocent between friends, so a person decides. */
export const ADVERT = {
  review: `
加微信 加我微信 加个微信 加v信 加vx 加薇信 加qq 加我qq 扫码进群 扫码加我
私信领取 私聊领取 招代理 招收代理 诚招代理 日结 日赚 兼职日结
在家兼职 轻松月入 躺赚 买粉 刷粉 刷赞 刷好评
`,
  hint: `
公众号 微信号 加群 点击链接 扫描二维码 优惠券群
`,
}

export const GAMBLING = {
  block: `
网络赌博平台 在线赌场 线上赌场 真人百家乐 百家乐开户 赌场开户 博彩网站 博彩平台
赌球网站 外围赌球 六合彩特码 六合彩内幕 时时彩计划群 彩票内幕号 包赢计划群
棋牌上下分 老虎机上分 麻将作弊器 
`,
  review: `
赌博 赌球 博彩 百家乐 六合彩 时时彩 老虎机 上分下分
`,
}

export const FRAUD = {
  block: `
刷单返利 刷单兼职 代开发票 出售发票 办假证 办理假证 代办假文凭 出售银行卡 收购银行卡
出租银行卡 收购电话卡 跑分平台 跑分赚钱 花呗套现 白条套现
黑户贷款 无视征信放款 强开花呗 克隆手机卡 复制手机卡 手机监听软件 盗号软件 出售考试答案
助考包过
`,
  review: `
刷单 信用卡套现 稳赚不赔 代考 论文代写 内部荐股 带单老师 荐股群 高仿手表 解冻费 保证金返还
`,
}

export const PORNOGRAPHY = {
  block: `
色情直播 成人视频网站 黄色视频网站 包夜服务 上门援交 上门约炮 裸聊加我
`,
  review: `
裸聊 约炮 招嫖 援交 一夜情 特殊服务 大尺度直播 无码视频 情色
`,
}

/** Abuse depends on who says it to whom, so a person decides. */
export const ABUSE = {
  review: `
傻逼 煞笔 操你妈 草泥马 贱人 脑残 死全家 滚你妈 臭婊子
`,
}

/** Trade in drugs and weapons. The bare names occur in news and warnings, so a person decides. */
export const TRADE = {
  block: `
出售冰毒 购买冰毒 冰毒出售 出售大麻 大麻出售 出售k粉 摇头丸出售 迷奸药 听话水 迷药购买
出售枪支 购买枪支 枪支出售 气枪出售 气枪配件 子弹出售 出售弹药 出售炸药 炸弹制作教程
雷管出售 出售管制刀具 电击棍出售 麻醉枪出售
`,
  review: `
冰毒 大麻 海洛因 摇头丸 仿真枪 气枪 弓弩 管制刀具
`,
}
