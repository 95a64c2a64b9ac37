/** The words of the glossary for verdicts and severities, with the colour each is shown in. */

import type { Guard, PublishMedium, Severity, Verdict, Wording } from '@fangxing/contract'
import type { Style } from '../terminal/terminal.ts'

export interface Shown {
  readonly words: Wording
  readonly style: Style
}

export const VERDICTS: Readonly<Record<Verdict, Shown>> = {
  pass: { words: { zh: '通过', en: 'pass' }, style: 'green' },
  review: { words: { zh: '转人工', en: 'review' }, style: 'yellow' },
  reject: { words: { zh: '不通过', en: 'reject' }, style: 'red' },
}

/** What a violation of each severity means for the submission, in the order of weight. */
export const SEVERITIES: Readonly<Record<Severity, Shown>> = {
  block: { words: { zh: '会被驳回', en: 'will be rejected' }, style: 'red' },
  review: { words: { zh: '需人工确认', en: 'a person must look' }, style: 'yellow' },
  advise: { words: { zh: '建议', en: 'advice' }, style: 'cyan' },
}

export const UNDETERMINED: Shown = {
  words: { zh: '无法判断', en: 'cannot be told' },
  style: 'yellow',
}

export const MEDIA: Readonly<Record<PublishMedium, Wording>> = {
  text: { zh: '文字', en: 'text' },
  picture: { zh: '图片', en: 'picture' },
  video: { zh: '视频', en: 'video' },
  audio: { zh: '音频', en: 'audio' },
  nickname: { zh: '昵称', en: 'nickname' },
  avatar: { zh: '头像', en: 'avatar' },
  live: { zh: '直播', en: 'live stream' },
}

/** `style` is a class of the HTML report. */
export const GUARDS: Readonly<
  Record<Guard['kind'], { readonly words: Wording; readonly style: string }>
> = {
  guarded: { words: { zh: '已证实有检测', en: 'proved guarded' }, style: 'pass' },
  platform: { words: { zh: '平台检测', en: 'checked by the platform' }, style: 'pass' },
  unguarded: { words: { zh: '已证实无检测', en: 'proved unguarded' }, style: 'reject' },
  ineffective: { words: { zh: '检测不起作用', en: 'ineffective' }, style: 'reject' },
  unknown: { words: { zh: '无法判断', en: 'cannot be told' }, style: 'review' },
}
