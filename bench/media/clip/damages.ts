/**
 * What can be wrong with a video or its sound: how the suite does it, and the number that must show it.
 *
 * A fact is measured as one number; from `mark` on the clip counts as damaged. The marks are what the
 * table in `docs/media/video.md` is about; rules that hold a clause against a clip take them from there.
 */

import type { SeenClip, Span } from '@fangxing/contract'

export interface Mark {
  /** The field of the clip. */
  readonly fact: string
  readonly mark: number
  readonly unit: string
  /** Undefined when it was not measured: then it counts as an error. */
  readonly measured: (clip: SeenClip) => number | undefined
}

const total = (spans: readonly Span[] | undefined) =>
  spans?.reduce((sum, { from, to }) => sum + to - from, 0)

export const MARKS = {
  blur: { fact: 'blur', mark: 2.5, unit: 'px', measured: ({ video }) => video?.blur },
  blocks: { fact: 'blockiness', mark: 0.02, unit: '', measured: ({ video }) => video?.blockiness },
  shake: { fact: 'shake', mark: 0.2, unit: '%', measured: ({ video }) => video?.shake },
  combs: {
    ...{ fact: 'interlacedShare', mark: 0.5, unit: '' },
    measured: ({ video }) => video?.interlacedShare,
  },
  stutter: {
    ...{ fact: 'repeatedShare', mark: 0.25, unit: '' },
    measured: ({ video }) => video?.repeatedShare,
  },
  black: { fact: 'black', mark: 0.5, unit: 's', measured: ({ video }) => total(video?.black) },
  frozen: { fact: 'frozen', mark: 1, unit: 's', measured: ({ video }) => total(video?.frozen) },
  cuts: {
    ...{ fact: 'sceneCuts', mark: 1, unit: 'cuts' },
    measured: ({ video }) => video?.sceneCuts?.length,
  },
  errors: {
    ...{ fact: 'decodeErrors', mark: 1, unit: 'messages' },
    measured: ({ video }) => video?.decodeErrors,
  },
  silent: { fact: 'silent', mark: 1, unit: 's', measured: ({ sound }) => total(sound?.silent) },
  quiet: {
    ...{ fact: 'loudness', mark: 40, unit: 'LU below full' },
    measured: ({ sound }) =>
      sound?.loudness === undefined ? undefined : -(sound.loudness ?? Number.NEGATIVE_INFINITY),
  },
  offset: {
    ...{ fact: 'soundOffset', mark: 0.2, unit: 's' },
    measured: ({ video }) => Math.abs(video?.soundOffset ?? 0),
  },
  stretched: {
    ...{ fact: 'pixelRatio', mark: 1.1, unit: 'ratio' },
    measured: ({ video }) => Math.max(video?.pixelRatio ?? 1, 1 / (video?.pixelRatio ?? 1)),
  },
} as const satisfies Record<string, Mark>

export interface Damage {
  readonly name: string
  readonly shows: keyof typeof MARKS
  /** Filters for the picture or the sound. */
  readonly picture?: string
  readonly sound?: string
  /** Encoder of the picture, in place of the usual one. */
  readonly encoder?: readonly string[]
  /** Between the two inputs, picture and sound. */
  readonly beforeSound?: readonly string[]
  /** Seconds at which another scene begins. */
  readonly cutAt?: number
  /** Changes the finished file. */
  readonly hurt?: (bytes: Buffer) => Buffer
}

/** Seconds of every clip. */
export const SECONDS = 3

export const DAMAGES: readonly Damage[] = [
  { name: '高斯模糊 σ 2', shows: 'blur', picture: 'gblur=2' },
  { name: '高斯模糊 σ 3', shows: 'blur', picture: 'gblur=3' },
  { name: '320 放大到 1280', shows: 'blur', picture: 'scale=320:-2,scale=1280:720:flags=bicubic' },
  { name: 'MPEG-4 q 20', shows: 'blocks', encoder: ['-c:v', 'mpeg4', '-q:v', '20'] },
  { name: 'MPEG-4 q 31', shows: 'blocks', encoder: ['-c:v', 'mpeg4', '-q:v', '31'] },
  { name: 'Motion JPEG q 31', shows: 'blocks', encoder: ['-c:v', 'mjpeg', '-q:v', '31'] },
  {
    name: '抖动 ±6 px',
    shows: 'shake',
    picture: jitter('12*(random(1)-0.5)', '12*(random(2)-0.5)'),
  },
  { name: '手颤 5 Hz 12 px', shows: 'shake', picture: jitter('12*sin(31*t)', '12*cos(29*t)') },
  { name: '隔行', shows: 'combs', picture: 'tinterlace=interleave_top,fps=25' },
  { name: '每秒 12 帧补成 25', shows: 'stutter', picture: 'fps=12,fps=25' },
  { name: '隔段停顿 0.2 s', shows: 'stutter', picture: "select='gt(mod(n,10),4)',fps=25" },
  { name: '黑场 1 s', shows: 'black', picture: black(1) },
  { name: '定格 1.6 s', shows: 'frozen', picture: 'loop=loop=40:size=1:start=20,trim=end=3' },
  { name: '换场', shows: 'cuts', cutAt: 1.5 },
  { name: '八处坏数据', shows: 'errors', hurt: (bytes) => scratched(bytes, 8) },
  { name: '截断', shows: 'errors', hurt: (bytes) => bytes.subarray(0, bytes.length * 0.7) },
  { name: '静音 1.4 s', shows: 'silent', sound: "volume=0:enable='between(t,1,2.4)'" },
  { name: '极轻', shows: 'quiet', sound: 'volume=-40dB' },
  { name: '声音晚 0.5 s', shows: 'offset', beforeSound: ['-itsoffset', '0.5'] },
  { name: '像素宽 4:3', shows: 'stretched', picture: 'setsar=4/3' },
]

function jitter(x: string, y: string): string {
  return `crop=1232:692:x='24+${x}':y='14+${y}',scale=1280:720`
}

function black(seconds: number): string {
  return `drawbox=x=0:y=0:w=iw:h=ih:t=fill:color=black:enable='between(t,1,${1 + seconds})'`
}

/** Runs of 400 bytes after the headers, evenly spread. */
function scratched(bytes: Buffer, places: number): Buffer {
  const hurt = Buffer.from(bytes)
  for (let place = 1; place <= places; place += 1) {
    const at = Math.floor((bytes.length * place) / (places + 1))
    hurt.fill(0x5a, at, at + 400)
  }
  return hurt
}
