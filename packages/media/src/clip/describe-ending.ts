/**
 * Why a run of ffmpeg gave nothing, in words for people.
 *
 * The program's own last line is not passed on: it names the file on this machine.
 */

import type { Wording } from '@fangxing/contract'
import type { Ending } from './run-bounded.ts'

export function describeEnding(ending: Ending): Wording {
  switch (ending.kind) {
    case 'exit':
      return {
        zh: '文件无法解码：不是已知的视频或声音格式，或者已损坏。',
        en: 'The file could not be decoded: it is no known kind of video or sound, or it is damaged.',
      }
    case 'stopped':
      return STOPS[ending.by]
    case 'not started':
      return { zh: 'ffmpeg 无法启动。', en: 'ffmpeg could not be started.' }
  }
}

const STOPS: Readonly<Record<Extract<Ending, { kind: 'stopped' }>['by'], Wording>> = {
  time: { zh: '解码超过时间上限，已停止。', en: 'Decoding took longer than the limit.' },
  output: { zh: '解码输出超过上限，已停止。', en: 'Decoding gave more than the limit.' },
  caller: { zh: '检测已取消。', en: 'It was cancelled.' },
  'memory or cpu': {
    zh: '解码进程异常结束：超过内存或 CPU 上限，或被此文件弄崩。',
    en: 'The decoder ended early: out of memory or CPU time, or brought down by this file.',
  },
}
