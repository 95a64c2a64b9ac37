/**
 * The tallies of damaged and clean clips, and the speed, as the page that documents the marks.
 *
 * Pure: the same results give the same page.
 */

import type { SpeedRow } from './speed.ts'
import type { Tally } from './trials.ts'

export function writeVideoPage(tallies: readonly Tally[], speed: readonly SpeedRow[]): string {
  return `${HEAD}${markTable(tallies)}${DAMAGE_HEAD}${damageTable(tallies)}${wrongList(tallies)}${SPEED_HEAD}${speedTable(speed)}`
}

const HEAD = `<!-- Written by: npm run clips -w bench -- page -->

# 视频与声音：阈值有多准 · How good the marks for video and sound are

每个事实都是一个数。规则从“标记”起算作问题；下表说明在套件自己渲染的片段上，这个标记错多少。
片段 1280×720、3 秒，用 npm run clips -w bench -- trials --save 重新测。干净的各看两遍（H.264 crf 21 与 crf 30），损坏的每种一遍。没有一个场景是真实拍摄，
所以真实素材上的误差会更大：数字用来发现改坏了什么，不用来承诺。

Every fact is a number, and a rule counts from its mark on. The tables say how often that is wrong on
clips that the suite renders: 1280 × 720, three seconds, the clean ones as two encoders leave them. None
of the scenes was filmed, so expect more errors on real material; the figures show what a change breaks.

已知看不出的：叠着清晰字幕或角标的模糊画面（字的轮廓是清晰的）；缩放过的隔行画面；几乎不动的画面里的停顿。
Known not to be seen: a soft picture with sharp words over it (the edges of the words are sharp); woven
frames that were scaled afterwards; stutter where hardly anything moves.

`

function markTable(tallies: readonly Tally[]): string {
  const rows = tallies
    .filter(({ isDamaged }) => !isDamaged)
    .map((clean) => {
      const { fact, mark, unit } = clean.mark
      const damaged = tallies.filter((one) => one.isDamaged && one.mark.fact === fact)
      const clips = damaged.reduce((sum, one) => sum + one.clips, 0)
      const missed = damaged.reduce((sum, one) => sum + one.wrong, 0)
      return `| \`${fact}\` | ≥ ${mark}${unit === '' ? '' : ` ${unit}`} | ${clean.wrong} / ${clean.clips} | ${missed} / ${clips} | ${range(clean)} |\n`
    })
  return `| 事实 fact | 标记 mark | 误报 false alarms | 漏报 missed | 干净片段 clean: 最小 · 中位 · 最大 |\n|---|---|---|---|---|\n${rows.join('')}`
}

const DAMAGE_HEAD = `
## 每种损坏 · Each damage

| 损坏 damage | 事实 fact | 漏报 missed | 最小 · 中位 · 最大 |
|---|---|---|---|
`

function damageTable(tallies: readonly Tally[]): string {
  return tallies
    .filter(({ isDamaged }) => isDamaged)
    .map(
      (row) =>
        `| ${row.name} | \`${row.mark.fact}\` | ${row.wrong} / ${row.clips} | ${range(row)} |\n`,
    )
    .join('')
}

function range({ least, median, most }: Tally): string {
  return [least, median, most].map((value) => Number(value.toPrecision(3))).join(' · ')
}

/** The scenes that were on the wrong side, so that nobody has to look for them. */
function wrongList(tallies: readonly Tally[]): string {
  if (tallies.length === 0) return '\n还没有存下一次测量。No run has been saved.\n'
  const rows = tallies.filter(({ wrong }) => wrong > 0)
  if (rows.length === 0) return '\n没有一个片段落在错的一边。No clip fell on the wrong side.\n'
  const lines = rows.map(
    ({ name, mark, wrongScenes }) => `* ${name} (\`${mark.fact}\`): ${wrongScenes.join(', ')}\n`,
  )
  return `\n落在错的一边的场景 · scenes on the wrong side:\n\n${lines.join('')}`
}

const SPEED_HEAD = `
## 速度 · Speed

写下此页的机器上一次测得，比播放快多少倍。One run on the machine that wrote this page; how many times
faster than playing.

| 片长 length | 事实 facts | 用时 wall | 倍数 factor |
|---|---|---|---|
`

function speedTable(speed: readonly SpeedRow[]): string {
  return speed
    .map(
      ({ seconds, facts, wallSeconds, factor }) =>
        `| ${seconds} s | ${facts} | ${wallSeconds.toFixed(2)} s | ${factor.toFixed(1)} × |\n`,
    )
    .join('')
}
