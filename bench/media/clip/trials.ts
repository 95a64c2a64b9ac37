/**
 * Renders clean and damaged clips, looks at them, and counts on which side of its mark each falls.
 *
 * Every scene is watched clean, as a careful and as a stingy encoder leave it, and once for each
 * damage. A clean clip from the mark on is a false alarm, a damaged one below it is missed; what was
 * not measured is counted on the wrong side. Everything lies in one folder, which is removed.
 */

import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { SeenClip } from '@fangxing/contract'
import { type ClipFact, type Ffmpeg, findFfmpeg, observeClip } from '@fangxing/media'
import { DAMAGES, type Damage, MARKS, type Mark, SECONDS } from './damages.ts'
import { drawScenes, type Scene } from './scenes.ts'

const run = promisify(execFile)

export interface Tally {
  readonly name: string
  readonly mark: Mark
  readonly isDamaged: boolean
  readonly clips: number
  readonly wrong: number
  /** Names of the scenes on the wrong side, in order. */
  readonly wrongScenes: readonly string[]
  readonly least: number
  readonly median: number
  readonly most: number
}

type Log = (line: string) => void

const USUAL = encoder(21)
/** What a clean clip may have been through. */
const CLEAN = [
  { name: 'H.264 crf 21', encoder: USUAL },
  { name: 'H.264 crf 30', encoder: encoder(30) },
]
/** Bursts like syllables, pauses like breath. */
const SOUND = "anoisesrc=c=pink:r=44100:seed=4,volume='0.5*gt(sin(13*t),-0.4)':eval=frame"
const FACTS: readonly ClipFact[] = [
  ...(['black', 'frozen', 'sceneCuts', 'blur', 'blockiness', 'shake'] as const),
  ...(['interlacedShare', 'repeatedShare', 'decodeErrors', 'silent', 'loudness'] as const),
]

function encoder(crf: number): readonly string[] {
  return ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', String(crf)]
}

/** `names` of scenes shorten it; none stands for all. Null when this machine has no ffmpeg. */
export async function runTrials(
  log: Log,
  names: readonly string[] = [],
): Promise<readonly Tally[] | null> {
  const ffmpeg = await findFfmpeg()
  if (!ffmpeg) return null
  const folder = await mkdtemp(join(tmpdir(), 'fangxing-trials-'))
  try {
    const all = await drawScenes(folder)
    const scenes = all.filter(({ name }) => names.length === 0 || names.includes(name))
    const masters = new Map<string, string>()
    for (const scene of scenes) masters.set(scene.name, await renderMaster(scene, folder))
    return [
      ...(await tallyClean(ffmpeg, masters, log)),
      ...(await tallyDamaged(ffmpeg, masters, log)),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function tallyClean(ffmpeg: Ffmpeg, masters: ReadonlyMap<string, string>, log: Log) {
  const seen: { scene: string; clip: SeenClip }[] = []
  for (const [scene, master] of masters) {
    for (const { name, encoder: used } of CLEAN) {
      const clip = await watch(ffmpeg, await render(master, { encoder: used }))
      seen.push({ scene: `${scene} (${name})`, clip })
    }
    log(`${scene}: clean`)
  }
  return Object.values(MARKS).map((mark) => tally(`未损坏 ${mark.fact}`, mark, false, seen))
}

async function tallyDamaged(ffmpeg: Ffmpeg, masters: ReadonlyMap<string, string>, log: Log) {
  const tallies: Tally[] = []
  const paths = [...masters.values()]
  for (const damage of DAMAGES) {
    const seen: { scene: string; clip: SeenClip }[] = []
    for (const [index, [scene, master]] of [...masters].entries()) {
      const next = paths[(index + 1) % paths.length]
      seen.push({ scene, clip: await watch(ffmpeg, await render(master, damage, next)) })
    }
    const row = tally(damage.name, MARKS[damage.shows], true, seen)
    log(
      `${row.name}: ${row.clips - row.wrong} of ${row.clips} found${row.wrong ? `, not ${row.wrongScenes.join(', ')}` : ''}`,
    )
    tallies.push(row)
  }
  return tallies
}

function tally(
  name: string,
  mark: Mark,
  isDamaged: boolean,
  seen: readonly { scene: string; clip: SeenClip }[],
): Tally {
  const measured = seen.map(({ scene, clip }) => ({ scene, value: mark.measured(clip) }))
  const wrong = measured.filter(({ value }) =>
    isDamaged ? (value ?? 0) < mark.mark : (value ?? Number.POSITIVE_INFINITY) >= mark.mark,
  )
  const values = measured.flatMap(({ value }) => value ?? []).toSorted((one, other) => one - other)
  return {
    ...{ name, mark, isDamaged, clips: seen.length, wrong: wrong.length },
    wrongScenes: wrong.map(({ scene }) => scene),
    least: values[0] ?? Number.NaN,
    median: values[Math.floor(values.length / 2)] ?? Number.NaN,
    most: values.at(-1) ?? Number.NaN,
  }
}

/** Nearly without loss, so that every damage begins from the same pixels. */
async function renderMaster({ name, input, camera }: Scene, folder: string): Promise<string> {
  const path = join(folder, `master-${name.replaceAll(' ', '-')}.mp4`)
  const length = ['-t', String(SECONDS)]
  await ffmpegRun(...input, ...length, '-vf', camera, '-pix_fmt', 'yuv420p', ...encoder(12), path)
  return path
}

async function render(master: string, damage: Partial<Damage>, next = master): Promise<string> {
  const isTransport = damage.hurt !== undefined
  const path = master.replace('master-', 'clip-').replace('.mp4', isTransport ? '.ts' : '.mkv')
  const cut = damage.cutAt === undefined ? [] : ['-i', next]
  const picture = damage.picture ?? 'null'
  const graph =
    cut.length > 0 ? `[0:v][2:v]overlay=enable='gte(t,${damage.cutAt})'[v]` : `[0:v]${picture}[v]`
  const format = damage.encoder?.includes('mjpeg') ? 'yuvj420p' : 'yuv420p'
  await ffmpegRun(
    ...['-i', master, ...(damage.beforeSound ?? []), '-f', 'lavfi', '-i', SOUND, ...cut],
    ...[
      '-filter_complex',
      `${graph};[1:a]${damage.sound ?? 'anull'}[a]`,
      '-map',
      '[v]',
      '-map',
      '[a]',
    ],
    ...[
      '-t',
      String(SECONDS),
      '-pix_fmt',
      format,
      ...(damage.encoder ?? USUAL),
      '-c:a',
      'aac',
      path,
    ],
  )
  if (damage.hurt) await writeFile(path, damage.hurt(await readFile(path)))
  return path
}

async function watch(ffmpeg: Ffmpeg, path: string): Promise<SeenClip> {
  return await observeClip({ name: path, source: path }, { ffmpeg, wanted: FACTS })
}

async function ffmpegRun(...args: readonly string[]): Promise<void> {
  await run('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...args])
}
