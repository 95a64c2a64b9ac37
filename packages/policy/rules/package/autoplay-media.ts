/** Videos and sounds start when somebody starts them. */

import { inapplicable, violationOrPass } from '@fangxing/contract'
import { seenElement } from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const PLAYERS = new Set(['video', 'audio'])

export const autoplayMedia = defineRule({
  id: 'package/autoplay-media',
  clause: 'wechat-rejection/3.5.2',
  severity: 'advise',
  title: say('视频或音频自动播放', 'A video or a sound plays by itself'),
  why: say(
    '平台禁止多媒体自动播放，审核时打开页面就能发现。',
    'The platform forbids media that play by themselves; a reviewer sees it on opening the page.',
  ),
  fix: say('去掉 autoplay，由用户点击播放。', 'Remove autoplay and let people start it.'),
  needs: ['elements'],
  examples: [
    {
      name: say('自动播放', 'plays by itself'),
      seen: { elements: [seenElement('video', 'pages/a/a.wxml', { autoplay: '' })] },
      expect: 'violation',
    },
    {
      name: say('静音的背景动画', 'a mute moving background'),
      seen: {
        elements: [seenElement('video', 'pages/a/a.wxml', { autoplay: 'true', muted: 'true' })],
      },
      expect: 'pass',
    },
    {
      name: say('由代码决定', 'decided by code'),
      seen: { elements: [seenElement('video', 'pages/a/a.wxml', { autoplay: '{{wifi}}' })] },
      expect: 'pass',
    },
    { name: say('没有播放器', 'no player'), seen: { elements: [] }, expect: 'inapplicable' },
  ],

  evaluate({ elements }) {
    const players = elements.filter(({ tag }) => PLAYERS.has(tag))
    if (players.length === 0) return inapplicable
    return violationOrPass(
      players
        .filter(({ attributes }) => isOn(attributes.autoplay) && !isOn(attributes.muted))
        .map(({ tag, place }) => ({
          place,
          message: say('打开页面就会播放。', 'It plays as soon as the page opens.'),
          measured: `<${tag} autoplay>`,
        })),
    )
  },
})

/** Written without a value, or as true; what code decides is not known here. */
function isOn(value: string | undefined): boolean {
  return value !== undefined && /^(|true|autoplay|muted|\{\{\s*true\s*\}\})$/.test(value.trim())
}
