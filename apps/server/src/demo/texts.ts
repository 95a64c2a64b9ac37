/** Texts that users of the demo's apps might write, for every answer a check can give. */

export interface DemoText {
  readonly app: string
  readonly scene: number
  readonly content: string
  readonly nickname?: string
}

const OF_NOTES = '园圃日记'
const OF_FORUM = '邻里论坛'
const OF_MEETING = '同城搭子'

export const DEMO_TEXTS: readonly DemoText[] = [
  { app: OF_NOTES, scene: 2, content: '绣球要不要剪枝？看叶芽，别急。' },
  { app: OF_NOTES, scene: 3, content: '阳台番茄第三年，终于结果了，分享一下配土。' },
  { app: OF_NOTES, scene: 2, content: '楼主的月季开得真好，求品种名' },
  { app: OF_NOTES, scene: 2, content: '想要扦插苗的加 薇🌸信 私聊' },
  { app: OF_NOTES, scene: 1, content: '爱种花的老周', nickname: '老周的园子' },
  { app: OF_NOTES, scene: 2, content: '本店翡翠代购，支持鉴定' },
  { app: OF_FORUM, scene: 3, content: '三号楼电梯周六检修，大家提前安排。' },
  { app: OF_FORUM, scene: 3, content: '有没有一起拼车去火车站的邻居' },
  { app: OF_FORUM, scene: 3, content: '在家兼职，轻松月入过万，私信领取' },
  { app: OF_FORUM, scene: 2, content: '专业代开发票，量大从优' },
  { app: OF_FORUM, scene: 2, content: '物业又涨价了，想听听大家的意见' },
  { app: OF_FORUM, scene: 3, content: '刷 单 返 利，日结不拖欠' },
  { app: OF_FORUM, scene: 2, content: '反诈提醒：谨防刷单骗局，不要转账。' },
  { app: OF_MEETING, scene: 1, content: '周末爬山，慢速，欢迎新手' },
  { app: OF_MEETING, scene: 4, content: '打羽毛球三缺一，八点老地方' },
  { app: OF_MEETING, scene: 4, content: '上门援交，安全可靠' },
  { app: OF_MEETING, scene: 4, content: '加我微信，拉你进群' },
  { app: OF_MEETING, scene: 2, content: '你这个人真是脑残' },
  { app: OF_MEETING, scene: 4, content: '网络赌博平台，首充送三倍' },
  { app: OF_MEETING, scene: 1, content: '公众号同名，记录跑步' },
]

/** What the demo's operator has listed beside the starter lexicon. */
export const DEMO_TERMS = [
  { text: '翡翠代购', label: 10001, level: 'block', note: '多次投诉' },
  { text: '拼团砍价', label: 10001, level: 'review', note: '先看语境' },
  { text: '内部价', label: 10001, level: 'hint', note: '只统计' },
] as const
