/**
 * A clip as a strip of time: what is black, frozen or silent, where it is cut, what is said and when.
 *
 * In: what was seen; out: SVG text, 1000 units wide, one row for each kind, seconds below. Pure.
 * Everything that comes from the clip is escaped. Null when the length is not known.
 */

import type { ClipStretch, SeenClip, Span, SpokenWords } from '@fangxing/contract'
import { toClock } from './describe-clip.ts'
import { escapeMarkup } from './draw-picture.ts'

interface Row {
  readonly label: string
  readonly colour: string
  readonly spans: readonly (Span & { readonly text?: string })[]
}

const WIDTH = 1000
const LEFT = 130
const ROW = 30
const TEXT = 13
/** About so many marks of time. */
const MARKS = 10
const STEPS = [0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600]
/** Seconds for which a moment is drawn, of a thousand. */
const MOMENT = 3

export function drawClip(seen: SeenClip): string | null {
  const duration = seen.video?.duration ?? seen.sound?.duration
  if (duration === undefined || duration <= 0) return null
  const rows = rowsOf(seen, duration)
  const height = (rows.length + 1) * ROW
  const place = (second: number) =>
    (LEFT + (Math.min(second, duration) / duration) * (WIDTH - LEFT - 10)).toFixed(1)
  const drawn = rows.map((row, index) => drawRow(row, index, place))
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" font-size="${TEXT}">` +
    `<title>${escapeMarkup(seen.name)}</title>${drawAxis(duration, height, place)}${drawn.join('')}</svg>`
  )
}

function rowsOf({ video, sound }: SeenClip, duration: number): readonly Row[] {
  const moment = (at: number) => ({ from: at, to: at + (duration * MOMENT) / 1000 })
  const all: (Row | false | undefined)[] = [
    video?.frames && {
      label: '取帧 frames',
      colour: '#8a94a6',
      spans: video.frames.map(({ at }) => moment(at)),
    },
    video?.sceneCuts && {
      label: '换场 cuts',
      colour: '#1463d6',
      spans: video.sceneCuts.map(moment),
    },
    video?.black && { label: '黑场 black', colour: '#111111', spans: video.black },
    video?.frozen && { label: '定格 frozen', colour: '#e07b00', spans: video.frozen },
    ...(video?.stretches ? stretchRows(video.stretches) : []),
    video?.subtitles && wordRow('字幕 subtitles', '#0a8f3c', video.subtitles.words),
    sound?.silent && { label: '静音 silent', colour: '#d4001a', spans: sound.silent },
    sound?.speech && wordRow('语音 speech', '#6b3fa0', sound.speech.words),
  ]
  return all.filter((row) => row !== undefined && row !== false)
}

/** A number for each stretch: where it is soft, where it shakes. */
function stretchRows(stretches: readonly ClipStretch[]): readonly Row[] {
  const facts = [
    { label: '轮廓宽 blur, px', fact: 'blur' },
    { label: '抖动 shake, %', fact: 'shake' },
  ] as const
  return facts.map(({ label, fact }) => ({
    label,
    colour: '#5b6577',
    spans: stretches.flatMap(({ from, to, [fact]: value }) =>
      value === undefined ? [] : [{ from, to, text: Number(value.toPrecision(2)).toString() }],
    ),
  }))
}

function wordRow(label: string, colour: string, words: readonly SpokenWords[]): Row {
  return { label, colour, spans: words }
}

function drawRow(
  { label, colour, spans }: Row,
  index: number,
  place: (second: number) => string,
): string {
  const top = index * ROW
  const bars = spans.map(({ from, to, text }) => {
    const told = escapeMarkup(
      `${toClock(from)}–${toClock(to)}${text === undefined ? '' : ` ${text}`}`,
    )
    const [left, width] = [place(from), Math.max(2, Number(place(to)) - Number(place(from)))]
    const words = text === undefined ? '' : drawWords(text, left, top, width)
    return `<g><title>${told}</title><rect x="${left}" y="${top + 6}" width="${width.toFixed(1)}" height="${ROW - 12}" fill="${colour}" fill-opacity="${text === undefined ? 1 : 0.2}"/>${words}</g>`
  })
  return `<text x="0" y="${top + ROW / 2 + 5}" fill="#222">${label}</text>${bars.join('')}`
}

/** As many characters as the bar has room for; Latin ones and digits are narrower. */
function drawWords(text: string, left: string, top: number, width: number): string {
  let room = width - 6
  const characters = [...text]
  const fits = characters.findIndex((character) => {
    room -= TEXT * (character.charCodeAt(0) < 0x2e80 ? 0.6 : 1)
    return room < 0
  })
  const short = fits < 0 ? text : `${characters.slice(0, Math.max(0, fits - 1)).join('')}…`
  return `<text x="${Number(left) + 3}" y="${top + ROW / 2 + 5}" fill="#222">${escapeMarkup(short)}</text>`
}

function drawAxis(duration: number, height: number, place: (second: number) => string): string {
  const step = STEPS.find((one) => duration / one <= MARKS) ?? 1800
  const marks = Array.from({ length: Math.floor(duration / step) + 1 }, (_, index) => index * step)
  return marks
    .map((at) => {
      const line = `<path d="M${place(at)} 0V${height - ROW + 4}" stroke="#e3e6ea"/>`
      return `${line}<text x="${place(at)}" y="${height - 8}" fill="#666" text-anchor="middle">${toClock(at).replace('.0', '')}</text>`
    })
    .join('')
}
