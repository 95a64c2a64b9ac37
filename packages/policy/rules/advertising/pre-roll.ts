/** On a page of video or audio, an advert before or over the player. */

import { inapplicable, undetermined, violationOrPass } from '@fangxing/contract'
import { tellBox } from '../../src/material/page.ts'
import { seenMaterial, seenRun } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const preRoll = defineRule({
  id: 'advertising/pre-roll',
  clause: 'baijiahao-2019/2.5.a',
  severity: 'block',
  title: say('播放前或播放中插广告', 'An advert before or during play'),
  why: say(
    '页面主要内容为视频或音频时，播放前和播放中不能插广告。',
    'On a page of video or audio no advert comes before or during play.',
  ),
  fix: say('请去掉前贴片和暂停广告。', 'Remove adverts before and over the player.'),
  needs: ['material', 'page'],
  examples: [
    {
      name: say('前贴片', 'before the film'),
      seen: {
        material: seenMaterial({ kind: 'video' }),
        page: [
          seenRun({
            players: [
              {
                kind: 'video',
                box: { x: 0, y: 0, width: 375, height: 211 },
                address: 'a.mp4',
                preRoll: true,
                overlaidAdvert: false,
              },
            ],
          }),
        ],
      },
      expect: 'violation',
    },
    {
      name: say('没有广告', 'none'),
      seen: {
        material: seenMaterial({ kind: 'video' }),
        page: [
          seenRun({
            players: [
              {
                kind: 'video',
                box: { x: 0, y: 0, width: 375, height: 211 },
                address: 'a.mp4',
                preRoll: false,
                overlaidAdvert: false,
              },
            ],
          }),
        ],
      },
      expect: 'pass',
    },
    {
      name: say('没有看到播放器', 'no player was seen'),
      seen: { material: seenMaterial({ kind: 'video' }), page: [seenRun()] },
      expect: 'undetermined',
    },
    {
      name: say('图文', 'an article'),
      seen: { material: seenMaterial(), page: [seenRun()] },
      expect: 'inapplicable',
    },
  ],

  evaluate({ material, page }) {
    if (material.kind !== 'video' && material.kind !== 'audio') return inapplicable
    const players = page.flatMap((run) => (run.players ?? []).map((player) => ({ run, player })))
    if (players.length === 0) {
      return undetermined(say('没有看到播放器。', 'No player was seen.'))
    }
    return violationOrPass(
      players
        .filter(({ player }) => player.preRoll || player.overlaidAdvert)
        .map(({ run, player }) =>
          tellBox(
            run,
            player.box,
            say('播放器前或播放器上有广告。', 'There is an advert before or over the player.'),
            player.preRoll ? 'pre-roll' : 'overlay',
          ),
        ),
    )
  },
})
