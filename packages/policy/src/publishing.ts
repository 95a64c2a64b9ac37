/** How a publishing entry and its guard are called in a finding. */

import type { Guard, PublishMedium, Wording } from '@fangxing/contract'
import { say } from './say.ts'

export const MEDIUM: Readonly<Record<PublishMedium, Wording>> = {
  text: say('文字', 'text'),
  picture: say('图片', 'picture'),
  video: say('视频', 'video'),
  audio: say('音频', 'audio'),
  nickname: say('昵称', 'nickname'),
  avatar: say('头像', 'avatar'),
  live: say('直播', 'live stream'),
}

export const GUARD: Readonly<Record<Guard['kind'], Wording>> = {
  guarded: say('有检测', 'guarded'),
  platform: say('平台检测', 'checked by the platform'),
  unguarded: say('无检测', 'unguarded'),
  ineffective: say('检测不起作用', 'ineffective'),
  unknown: say('看不到', 'cannot be followed'),
}

/** `文字 text`: both languages in one short word, for what was measured. */
export function nameBoth({ zh, en }: Wording): string {
  return `${zh} ${en}`
}
