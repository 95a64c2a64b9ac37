/** Six seconds after opening the screen is one colour, without words or pictures. */

import { defineScreenRule } from '../../src/material/screen-rule.ts'
import { say } from '../../src/say.ts'

/** Ours, at four bits a channel: noise of anti-aliasing stays below. */
const MOST_SHARE = 0.995
/** Darker is a black screen. */
const BLACK_LUMA = 25

export const whiteScreen = defineScreenRule({
  id: 'stability/white-screen',
  clause: 'baijiahao-2019/1.1.d',
  title: say('白屏', 'A blank screen'),
  why: say(
    '条款不允许白屏；六秒是平台自己的测法。',
    'The clause bars it; six seconds is the platform’s own measure.',
  ),
  mostShare: MOST_SHARE,
  isWrong: ({ dominantShare, dominantLuma, characters, pictures }) =>
    dominantShare >= MOST_SHARE && dominantLuma > BLACK_LUMA && characters === 0 && pictures === 0,
  message: say('打开六秒后仍是白屏。', 'Six seconds after opening the screen is still blank.'),
  question: say('再次打开还是白屏吗？', 'Is it blank when opened again?'),
  example: { dominantShare: 1, dominantLuma: 255, characters: 0, pictures: 0 },
})
