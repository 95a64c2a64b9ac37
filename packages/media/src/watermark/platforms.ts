/**
 * Content platforms whose mark in a picture says where it was taken from, with the words they write.
 *
 * Data: an operator's list may replace it. Words are compared in lower case and without spaces.
 */

export interface Platform {
  readonly id: string
  readonly words: readonly string[]
}

export const PLATFORMS: readonly Platform[] = [
  { id: 'douyin', words: ['抖音', 'douyin', 'tiktok'] },
  { id: 'kuaishou', words: ['快手', 'kuaishou'] },
  { id: 'xiaohongshu', words: ['小红书', 'xiaohongshu'] },
  { id: 'weibo', words: ['微博', 'weibo'] },
  { id: 'wechat', words: ['视频号', '公众号', '微信号'] },
  { id: 'bilibili', words: ['bilibili', '哔哩哔哩', 'b站'] },
  { id: 'toutiao', words: ['头条号', '今日头条', 'toutiao', '悟空问答'] },
  { id: 'xigua', words: ['西瓜视频', 'ixigua'] },
  { id: 'weishi', words: ['微视'] },
  { id: 'huoshan', words: ['火山小视频', '抖音火山版'] },
  { id: 'zhihu', words: ['知乎', 'zhihu'] },
  { id: 'baijiahao', words: ['百家号', '好看视频', '全民小视频'] },
  { id: 'qq', words: ['企鹅号', '腾讯视频', '腾讯新闻', 'qq空间'] },
  { id: 'iqiyi', words: ['爱奇艺', 'iqiyi'] },
  { id: 'youku', words: ['优酷', 'youku'] },
  { id: 'sohu', words: ['搜狐号', '搜狐视频', 'sohu'] },
  { id: 'netease', words: ['网易号', '网易新闻'] },
  { id: 'pipixia', words: ['皮皮虾', '最右'] },
  { id: 'dewu', words: ['得物'] },
  { id: 'douban', words: ['豆瓣'] },
  { id: 'youtube', words: ['youtube'] },
  { id: 'instagram', words: ['instagram'] },
  {
    id: 'stock-picture',
    words: [
      '视觉中国',
      '图虫',
      '千图网',
      '包图网',
      '摄图网',
      '昵图网',
      '花瓣',
      'shutterstock',
      'gettyimages',
      'istock',
    ],
  },
  { id: 'watermark-camera', words: ['水印相机'] },
]

export function findPlatform(
  text: string,
  platforms: readonly Platform[] = PLATFORMS,
): string | undefined {
  const plain = text.toLowerCase().replaceAll(/\s/g, '')
  return platforms.find(({ words }) => words.some((word) => plain.includes(word)))?.id
}
