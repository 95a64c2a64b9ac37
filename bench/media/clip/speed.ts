/**
 * How much faster than playing a clip is looked at: clips of ten seconds, a minute and ten minutes.
 *
 * One scene of 1280 × 720 with sound, repeated without encoding it again. Wall clock of this machine,
 * one run each: read the factors beside each other, not as promises.
 */

import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CLIP_FACTS, type ClipFact, findFfmpeg, observeClip } from '@fangxing/media'
import { drawScenes } from './scenes.ts'

const run = promisify(execFile)

export interface SpeedRow {
  readonly seconds: number
  readonly facts: string
  readonly wallSeconds: number
  /** Seconds of the clip for each second of the clock. */
  readonly factor: number
}

const LENGTHS = [10, 60, 600]
const FRAMES: readonly ClipFact[] = ['frames']
const WITHOUT_MODELS = CLIP_FACTS.filter(
  (fact) => !['frames', 'cover', 'subtitles', 'speech'].includes(fact),
)
const SETS: readonly { name: string; facts: readonly ClipFact[] }[] = [
  { name: '只读格式 · headers only', facts: [] },
  { name: '声音 · sound', facts: ['silent', 'loudness'] },
  { name: '黑场、定格、换场 · black, frozen, cuts', facts: ['black', 'frozen', 'sceneCuts'] },
  { name: '全部画面与声音事实 · all but frames and words', facts: WITHOUT_MODELS },
  { name: '取 8 帧，测画质、指纹、码 · 8 frames: quality, hash, codes', facts: FRAMES },
]

/** Null when this machine has no ffmpeg. */
export async function measureSpeed(
  log: (line: string) => void,
  lengths: readonly number[] = LENGTHS,
): Promise<readonly SpeedRow[] | null> {
  const ffmpeg = await findFfmpeg()
  if (!ffmpeg) return null
  const folder = await mkdtemp(join(tmpdir(), 'fangxing-speed-'))
  const rows: SpeedRow[] = []
  try {
    const master = await renderMaster(folder)
    for (const seconds of lengths) {
      const source = join(folder, `${seconds}.mp4`)
      const repeat = [
        '-stream_loop',
        '-1',
        '-i',
        master,
        '-t',
        String(seconds),
        '-c',
        'copy',
        source,
      ]
      await run('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...repeat])
      for (const { name, facts } of SETS) {
        const begunAt = performance.now()
        const pictures = { wanted: ['quality', 'hash', 'codes'] as const }
        await observeClip({ name: 'clip', source }, { ffmpeg, wanted: facts, pictures })
        const wallSeconds = (performance.now() - begunAt) / 1000
        rows.push({ seconds, facts: name, wallSeconds, factor: seconds / wallSeconds })
        log(
          `${seconds} s, ${name}: ${wallSeconds.toFixed(2)} s, ${(seconds / wallSeconds).toFixed(1)} ×`,
        )
      }
    }
    return rows
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function renderMaster(folder: string): Promise<string> {
  const [scene] = await drawScenes(folder)
  if (!scene) throw new Error('no scene was drawn')
  const path = join(folder, 'master.mp4')
  const encoders = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-c:a', 'aac']
  await run('ffmpeg', [
    ...[
      '-nostdin',
      '-v',
      'error',
      '-y',
      ...scene.input,
      '-f',
      'lavfi',
      '-i',
      'anoisesrc=c=pink:a=0.2',
    ],
    ...['-t', '10', '-vf', scene.camera, '-pix_fmt', 'yuv420p', ...encoders, path],
  ])
  return path
}
