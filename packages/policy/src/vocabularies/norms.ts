/**
 * Words that lead to the clauses of section 8, by vocabulary: enough to show a person the place.
 *
 * None of them decides alone. Politics has no vocabulary here: who runs an instance brings that.
 * Separated by white space.
 */

export const NORMS_WORDS = {
  /** Clause 8.1.5: names of outlets. A mention is no copy, so a person decides. */
  foreignMedia: `
路透社 美联社 法新社 共同社 彭博社 纽约时报 华盛顿邮报 华尔街日报 泰晤士报 时代周刊 经济学人
`,
  /** How rumours ask to be passed on: 8.2. */
  rumourStyle: `
紧急扩散 速速转发 赶紧转 转给家人 不转不是 内部消息 电视台都播了 央视都曝光了 国家已经确认
专家不敢说 看完赶紧告诉 为了家人转
`,
  disasters: `
地震 海啸 洪水 溃坝 泥石流 台风 火山爆发 山体滑坡 特大暴雨
`,
  attacks: `
恐怖袭击 爆炸案 人体炸弹 劫机 砍人事件
`,
  crimes: `
抢孩子 偷孩子 人贩子 割肾 迷晕 拍花 绑架 入室抢劫 失踪女孩
`,
  foods: `
致癌 有毒 塑料大米 假鸡蛋 打针西瓜 吃了会死 不能一起吃 食物相克 避孕药黄瓜
`,
  celebrities: `
去世 病逝 离婚 出轨 被捕 吸毒被抓 隐婚 跳楼
`,
  /** Clause 8.5.1. */
  ghosts: `
鬼神 妖怪转世 转世投胎 鬼附体 鬼上身 附体 冤魂 借尸还魂 显灵 托梦 阴间 阎王 前世今生 撞邪
`,
  /** Clause 8.5.2. */
  witchcraft: `
巫术 符水 画符治病 喝符水 驱鬼 跳大神 作法 符咒 开光治病 神婆 下降头 消灾解难
`,
  /** Clause 8.7.1. */
  sexTrade: `
约炮 招嫖 嫖娼 援交 裸聊 色情网站 黄色网站 上门服务 包夜 同城交友约 成人直播
`,
  /** Clause 8.7.2. */
  sexual: `
做爱 性爱 高潮 床戏 情欲 呻吟 春药 自慰 挑逗 胸器 激情视频
`,
  /** Clause 8.7.3. */
  sexualViolence: `
性虐 捆绑调教 性奴 强奸 轮奸 迷奸 性暴力
`,
  /** Clause 8.7.4. */
  gore: `
虐猫 虐狗 虐待动物 肢解 分尸 剥皮 开膛 血肉模糊 血腥 活埋
`,
  /** Clause 8.11.0. */
  weapons: `
炸药 雷管 炸弹制作 枪支 弹药 仿真枪 气枪 冰毒 海洛因 大麻 摇头丸 麻古 制毒
`,
  /** Clause 8.11.1. */
  contraband: `
假币 代开发票 出售发票 走私 办证刻章 刻章 代办身份证 代办信用卡 手机复制卡 复制卡 人体器官
卖肾 非法烟草 假烟 银行卡出售 收购银行卡 假证
`,
  /** Clause 8.11.2. */
  knives: `
管制刀具 弩 弓弩 警用 警棍 电击棍 甩棍 手铐 防刺服 弹簧刀
`,
  /** Clause 8.11: a wish to trade. */
  trading: `
出售 购买 求购 现货 批发 低价 转让 回收 货源 联系方式 同城交易 发货 私聊
`,
  /** Clause 8.12.1. */
  teasing: `
湿身 走光 露底 撩人 大尺度 性感撩 尺度太大 男人看了 忍不住看 诱惑写真 香艳
`,
  /** Clause 8.12.2. */
  indecency: `
当街脱 公共场合不雅 车震 地铁不雅 不雅视频 裸奔 当众亲热
`,
  /** Clause 8.12.3. */
  insults: `
傻逼 煞笔 操你妈 草泥马 贱人 死全家 滚你妈 臭婊子 狗娘养的 人渣
`,
} as const
