/**
 * What must be seen to decide a clause of the material audit, and how far a machine can go with it.
 */

import type { Wording } from '@fangxing/contract'
import { say } from '../../src/say.ts'

export const EVIDENCE = {
  src: say('页面源码或代码包', 'the source of the page'),
  dom: say('浏览器里的几何与状态', 'geometry and state in a browser'),
  trace: say('性能轨迹', 'a performance trace'),
  shot: say('连续截图', 'screenshots over time'),
  net: say('网络请求', 'network requests'),
  img: say('图片指标', 'measures of pictures'),
  vid: say('视频指标', 'measures of video'),
  aud: say('音频指标', 'measures of audio'),
  ocr: say('图中文字', 'words in pictures'),
  qr: say('图中二维码', 'codes in pictures'),
  txt: say('文本规则', 'text rules'),
  clf: say('分类模型或外部内容安全服务', 'a classifier or an outside content-safety engine'),
  dup: say('近重复索引', 'an index of near duplicates'),
  date: say('发布日期', 'publication dates'),
  man: say('作者的声明', "the author's declarations"),
} as const satisfies Record<string, Wording>

export type Evidence = keyof typeof EVIDENCE

/** How far a machine can go once the evidence is there. */
export const REACH = {
  measure: say('有了证据，机器可以直接判定', 'with the evidence a machine decides'),
  'measure or score': say(
    '核心情形机器可以判定，边缘情形打分',
    'with the evidence a machine decides the core and scores the edge',
  ),
  score: say(
    '机器按可调的阈值打分，临界的交给人',
    'a machine scores against a tunable limit, and people see the borderline',
  ),
  'score or model': say(
    '打分或用模型，中间分数交给人',
    'a score or a model, and people see the middle',
  ),
  model: say(
    '要靠模型或外部服务，中间分数交给人',
    'needs a model or an outside engine, and people see the middle',
  ),
  'model, then person': say('模型只负责找出来，由人决定', 'a model finds, a person decides'),
} as const satisfies Record<string, Wording>

export type Reach = keyof typeof REACH
