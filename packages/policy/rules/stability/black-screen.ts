/** Six seconds after opening nearly everything is black. */

import { defineScreenRule } from '../../src/material/screen-rule.ts'
import { say } from '../../src/say.ts'

/** The share and the luma of ffmpeg's black detection. */
const MOST_SHARE = 0.98
const BLACK_LUMA = 25

export const blackScreen = defineScreenRule({
  id: 'stability/black-screen',
  clause: 'baijiahao-2019/1.1.c',
  title: say('黑屏', 'A black screen'),
  why: say('条款不允许黑屏。', 'The clause bars it.'),
  mostShare: MOST_SHARE,
  isWrong: ({ dominantShare, dominantLuma }) =>
    dominantShare >= MOST_SHARE && dominantLuma <= BLACK_LUMA,
  message: say('打开六秒后仍是黑屏。', 'Six seconds after opening the screen is still black.'),
  question: say('再次打开还是黑屏吗？', 'Is it black when opened again?'),
  example: { dominantShare: 1, dominantLuma: 0, characters: 0, pictures: 0 },
})
