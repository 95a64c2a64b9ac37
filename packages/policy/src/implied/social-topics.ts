/**
 * What is filed: users who read, meet and watch each other, live streams, videos, radio, politics.
 *
 * Words are those of labels and buttons. A word that also stands on forms to the operator is weak.
 */

import { both, call, either, element, entry, host, label, path, section, words } from './clue.ts'
import type { Topic } from './topic.ts'

const CONTENT = ['text', 'picture', 'video', 'audio'] as const

/** `{{item.avatar}}` beside an item of a list; `{{userInfo.avatarUrl}}` is the user's own. */
const OTHERS =
  /\{\{(?!\s*(?:user|my|me|self|login|app|global)\w*\.)[^}]*\.(?:\w*avatar\w*|head_?img\w*|face|nick_?name|author\w*)\b/i

const authors = element((_tag, attributes) =>
  Object.entries(attributes).some(
    ([name, value]) => !/^(bind|catch|data-|class|style|wx:|@|v-)/.test(name) && OTHERS.test(value),
  ),
)

const players = element((tag) => tag === 'video')
const chooseVideo = call(/\.(chooseVideo|saveVideoToPhotosAlbum)$/)
const background = call(/\.(getBackgroundAudioManager|playBackgroundAudio)$/)

/** Rooms in which the other side is the operator or a machine. */
const CHAT_PAGE = /(^|[/_-])(chat|chatroom|im|conversation|message)s?([/_-]|$)/i

export const socialTopics: readonly Topic[] = [
  {
    anyOf: ['社交-社区/论坛', '社交-笔记', '社交-问答'],
    needs: entry(CONTENT),
    strong: [
      words(
        /论坛|发帖|帖子|贴吧|圈子|^动态$|(最新|热门|好友|关注|校园|社区)动态|动态(详情|广场|列表)|树洞|表白墙|问答|提问|笔记广场|发(表|布)(动态|帖子|笔记)/,
      ),
      words(
        /失物招领|寻物启事|跳蚤市场|二手(市场|交易|闲置)|校园发布|发布(列表|广场)|留言(板|墙)|弹幕|^社区$|(微|校园|兴趣)社区|社区(首页|广场|帖子)|楼主/,
      ),
      words(/评论区|(全部|最新|热门|精彩)评论|发(表|布)评论/),
    ],
    weak: [
      label(/评论|留言|回复/),
      label(/点赞|粉丝|关注(?!公众号|我们)|^赞$/),
      label(/^(立即|我要|确认)?发布$|我的发布|发布者|发表|说点什么|写点什么|晒一晒|有趣的事/),
      authors,
    ],
  },
  {
    anyOf: ['社交-陌生人交友', '社交-熟人交友'],
    strong: [words(/交友|附近的人|聊天室|私信|私聊|配对成功|心动/)],
    weak: [
      path('chat', 'chatroom', 'im', 'conversation', 'conversations'),
      words(/聊天|好友|会话|群聊|添加好友/),
      either(
        host(/(easemob|rongcloud|ronghub|netease\.im|im\.qq\.com|goeasy|jpush|jiguang|leancloud)/),
        call(/\.connectSocket$/),
      ),
      entry(CONTENT, CHAT_PAGE),
    ],
  },
  {
    anyOf: ['社交-直播', '社交-直播表演'],
    strong: [
      element((tag) => tag === 'live-pusher' || tag === 'live-player'),
      both(section(/直播/), either(players, host(/live|rtmp|hls/))),
    ],
    weak: [words(/直播间|正在直播|开始直播|主播/), path('live', 'zhibo'), section(/直播/)],
  },
  {
    anyOf: ['文娱-其他视频', '文娱-视频广场'],
    needs: either(players, chooseVideo),
    strong: [
      words(
        /短视频|视频(列表|中心|专区|广场|推荐)|影视|剧集|追剧|短剧|番剧|综艺|看电影|(上传|拍摄?|发布?)视频|^MV$/,
      ),
      section(/^视频$/),
      path('video', 'videos', 'vod', 'mv'),
      element((tag, attributes) => tag === 'video' && /danmu/.test(Object.keys(attributes).join())),
      both(players, either(chooseVideo, entry(['video']))),
    ],
    weak: [],
  },
  {
    anyOf: ['文娱-电台'],
    needs: background,
    strong: [words(/电台|广播(电台|节目|剧)|播客|音频节目|\bFM\b/)],
    weak: [path('fm', 'radio', 'djradio'), words(/节目|收听|主播/)],
  },
  {
    anyOf: ['时政信息-时政信息'],
    strong: [words(/时政|时事|国内新闻|国际新闻|军事新闻|新闻联播|突发新闻|外交动态/)],
    weak: [],
  },
]
