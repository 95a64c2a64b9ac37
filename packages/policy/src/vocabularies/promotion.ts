/**
 * Words of the trades that section 8.3 and 3.1.3 name, by vocabulary.
 *
 * The first line of `collectibles`, `sexualHealth`, `remedies` and `shares` is the book's own list;
 * the others are spellings of the same. Separated by white space.
 */

export const PROMOTION = {
  /** Clause 8.3.1. */
  collectibles: `
鉴定 评估 收购 估价
高价回收 私下交易 古董变现 藏品拍卖 快速出手
`,
  /** Clause 8.3.2, first half. */
  sexualHealth: `
男科 妇科 壮阳 强精 缩阴 早泄 补肾
延时喷剂 固精 阳痿 增大增粗
`,
  /** Clause 8.3.2, second half: recommendations nobody can verify. */
  remedies: `
脱发 减肥药 瘦身药 丰胸 胎儿性别
生发 祖传秘方 药到病除 根治 一针见效 包治百病
`,
  /** What makes a health word ordinary: it is told by a profession, as knowledge. */
  medicine: `
医院 医生 主任医师 门诊 临床 研究 指南 症状 诊断 就医 遵医嘱 疾控 医学
`,
  /** Clause 8.3.3. */
  shares: `
实盘解析 带盘操作 轻松解套
荐股 推荐牛股 牛股推荐 内幕消息 跟单 稳赚不赔 涨停板预测 老师带单 翻倍牛股 免费诊股
`,
  /** Clause 3.1.3: trades of high risk. */
  riskyGoods: `
成人用品 情趣用品 飞机杯 避孕套 壮阳药 延时喷剂 保健药品 保健品 处方药 抗生素 减肥药
管制刀具 弹簧刀 匕首 甩棍 电击器 弩箭 电子烟 香烟 烟丝
`,
} as const
