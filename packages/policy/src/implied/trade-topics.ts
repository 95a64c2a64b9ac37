/**
 * What is not filed but still needs its category: shops, medicine, news of a trade, machine answers.
 *
 * Only what the labels of a program can show; the true scope of a trade is a person's matter.
 */

import { call, label, path, section, words } from './clue.ts'
import type { Topic } from './topic.ts'

/** Any second-level category of the first one named answers. */
export const ANY = '*'

const background = call(
  /\.(getBackgroundAudioManager|playBackgroundAudio|createInnerAudioContext)$/,
)

export const tradeTopics: readonly Topic[] = [
  {
    anyOf: ['深度合成-AI问答'],
    strong: [words(/\bGPT|ChatGPT|大模型|AI(问答|助手|对话|聊天)|智能问答|文心一言|通义千问/i)],
    weak: [],
  },
  {
    anyOf: ['深度合成-AI绘画', '深度合成-AI创作'],
    strong: [words(/AI(绘画|作画|画图|写作|创作)|文生图|图生图/i)],
    weak: [],
  },
  {
    anyOf: ['商家自营-*', '电商平台-电商平台'],
    strong: [words(/购物车|立即购买|加入购物车|去结算|商品(详情|列表|分类)/)],
    weak: [
      path('shop', 'mall', 'store', 'goods', 'cart', 'product'),
      words(/商城|商品|下单|优惠券/),
      path('order', 'orders'),
    ],
  },
  {
    anyOf: ['资讯-信息资讯', '文娱-资讯广场'],
    strong: [label(/资讯|要闻|头条|新闻(?!发布会)/)],
    weak: [path('news', 'article', 'articles'), words(/文章|阅读量|专题/)],
  },
  {
    anyOf: ['文娱-音乐'],
    needs: background,
    strong: [words(/歌单|歌词|专辑|歌手|单曲|音乐/)],
    weak: [],
  },
  {
    anyOf: ['医疗服务-*'],
    strong: [words(/预约挂号|门诊|问诊|科室|就诊/)],
    weak: [],
  },
  {
    anyOf: ['教育服务-*'],
    strong: [words(/在线课程|课程(详情|列表|表)|课表|题库|成绩查询|选课/)],
    weak: [],
  },
  {
    anyOf: ['餐饮服务-*'],
    strong: [words(/点餐|外卖|堂食|取餐|菜品/)],
    weak: [],
  },
  {
    anyOf: ['生活服务-求职/招聘'],
    strong: [words(/招聘|求职|投递简历|我的简历/)],
    weak: [],
  },
  {
    anyOf: ['旅游服务-*'],
    strong: [words(/酒店预订|民宿|景点门票|旅行社/)],
    weak: [],
  },
  {
    anyOf: ['金融业-*'],
    strong: [words(/贷款|理财产品|基金(定投|净值)|股票行情/)],
    weak: [],
  },
  {
    // There is no such category for a mini-program: games are another kind of program.
    anyOf: [],
    strong: [section(/游戏|2048|斗地主|五子棋|消消乐/)],
    weak: [],
  },
]
