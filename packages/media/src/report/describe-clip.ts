/**
 * What was seen and heard in a clip, one sentence a fact, for people: with the number, its unit and the
 * seconds it belongs to.
 *
 * Facts that were not asked for are left out, missing ones come last with their reason. Pure. Says what
 * is there, not whether that is allowed.
 */

import type { SeenClip, SoundFacts, Span, VideoFacts, Wording } from '@fangxing/contract'

export function describeClip({ type, bytes, video, sound, missing }: SeenClip): readonly Wording[] {
  const size = bytes === undefined ? '' : `, ${Math.ceil(bytes / 1024)} KB`
  return [
    ...(type === undefined ? [] : [same(`${type}${size}`)]),
    ...(video ? [...describeShape(video), ...describeSpans(video), ...describeLook(video)] : []),
    ...(video ? describeWords(video) : []),
    ...(sound ? describeSound(sound) : []),
    ...missing.map(({ fact, because }) => ({
      zh: `未检测 ${fact}：${because.zh}`,
      en: `not seen, ${fact}: ${because.en}`,
    })),
  ]
}

function describeShape({ width, height, framesPerSecond, duration, pixelRatio }: VideoFacts) {
  const rate = framesPerSecond === undefined ? '' : `, ${round(framesPerSecond)} fps`
  const length = duration === undefined ? '' : `, ${round(duration)} s`
  const lines = [same(`${width}×${height}${rate}${length}`)]
  if (pixelRatio !== undefined && Math.abs(pixelRatio - 1) > 0.01) {
    lines.push({
      zh: `像素不是方的：宽高比 ${round(pixelRatio)}`,
      en: `pixels are not square: ${round(pixelRatio)} times as wide as high`,
    })
  }
  return lines
}

function describeSpans({ black, frozen, sceneCuts }: VideoFacts): readonly Wording[] {
  const cuts = sceneCuts?.map(toClock).join(' ')
  return [
    ...inSpans('黑场', 'black', black),
    ...inSpans('定格', 'frozen', frozen),
    ...(cuts ? [{ zh: `换场 ${cuts}`, en: `cuts at ${cuts}` }] : []),
  ]
}

function describeLook(video: VideoFacts): readonly Wording[] {
  const numbers: [zh: string, en: string, value: number | undefined, unit: string][] = [
    ['轮廓宽', 'edges rise over', video.blur, ' px'],
    ['块效应', 'blockiness', video.blockiness, ''],
    ['抖动', 'shake', video.shake, '%'],
    ['隔行帧占', 'woven frames', video.interlacedShare, ''],
    ['重复帧占', 'repeated frames', video.repeatedShare, ''],
    ['解码错误', 'decoding errors', video.decodeErrors, ''],
    ['声音晚于画面', 'sound starts after the picture by', video.soundOffset, ' s'],
    [
      '封面与最近一帧相差',
      'the cover differs from the nearest frame by',
      video.cover?.distance,
      '/256',
    ],
  ]
  return numbers.flatMap(([zh, en, value, unit]) =>
    value === undefined
      ? []
      : [{ zh: `${zh} ${round(value)}${unit}`, en: `${en} ${round(value)}${unit}` }],
  )
}

function describeWords({ subtitles }: VideoFacts): readonly Wording[] {
  if (!subtitles) return []
  const kinds = {
    track: { zh: '字幕轨', en: 'subtitle track' },
    'burnt-in': { zh: '画面内字幕', en: 'burnt-in subtitles' },
    none: { zh: '没有字幕', en: 'no subtitles' },
  }
  const { zh, en } = kinds[subtitles.kind]
  const words = subtitles.words.map(({ from, text }) => `${toClock(from)} ${text}`).join(' / ')
  return words === '' ? [{ zh, en }] : [{ zh: `${zh}：${words}`, en: `${en}: ${words}` }]
}

function describeSound({ streams, silent, loudness, speech }: SoundFacts): readonly Wording[] {
  if (streams === 0) return [{ zh: '没有声音轨', en: 'no sound track' }]
  const lines: Wording[] = [...inSpans('静音', 'silent', silent)]
  if (loudness === null) lines.push({ zh: '听不到任何声音', en: 'nothing is audible' })
  if (typeof loudness === 'number') {
    lines.push({ zh: `响度 ${round(loudness)} LUFS`, en: `loudness ${round(loudness)} LUFS` })
  }
  if (speech) {
    const words = speech.words.map(({ from, text }) => `${toClock(from)} ${text}`).join(' / ')
    lines.push({
      zh: `语音（${speech.language}）：${words}`,
      en: `speech (${speech.language}): ${words}`,
    })
  }
  return lines
}

function inSpans(zh: string, en: string, spans: readonly Span[] | undefined): readonly Wording[] {
  if (!spans || spans.length === 0) return []
  const told = spans.map(({ from, to }) => `${toClock(from)}–${toClock(to)}`).join(' ')
  return [{ zh: `${zh} ${told}`, en: `${en} ${told}` }]
}

function same(text: string): Wording {
  return { zh: text, en: text }
}

/** `1:07.4`: minutes, seconds, tenths. */
export function toClock(seconds: number): string {
  const tenths = Math.round(seconds * 10)
  const rest = ((tenths % 600) / 10).toFixed(1).padStart(4, '0')
  return `${Math.floor(tenths / 600)}:${rest}`
}

function round(value: number): string {
  return Number(value.toPrecision(3)).toString()
}
