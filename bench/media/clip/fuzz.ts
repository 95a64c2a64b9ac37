/**
 * Damaged videos and sounds of many containers, put through the observer one after the other.
 *
 * `node bench/media/clip/fuzz.ts [COUNT]`, 200 by default. Small clips of eight containers are cut,
 * overwritten, shifted or doubled at random places, the same in every run. Each must end as facts or as
 * reasons; afterwards no temporary file and no child may be left. Exits 1 when one does not hold.
 */

import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findFfmpeg, observeClip } from '@fangxing/media'
import { seeded } from '../studio.ts'

const run = promisify(execFile)

const CONTAINERS = [
  'clip.mp4',
  'clip.mkv',
  'clip.flv',
  'clip.ts',
  'clip.avi',
  'clip.mov',
  'tone.mp3',
  'tone.ogg',
]
const MAX_MS = 20_000

export interface ClipFuzz {
  readonly files: number
  /** Of which something could be seen or heard. */
  readonly seen: number
  readonly thrown: number
  readonly slowestMs: number
  readonly filesLeft: number
  readonly childrenLeft: number
}

/** Null when this machine has no ffmpeg. */
export async function fuzzClips(
  count: number,
  log: (line: string) => void,
): Promise<ClipFuzz | null> {
  const ffmpeg = await findFfmpeg()
  if (!ffmpeg) return null
  const folder = mkdtempSync(join(tmpdir(), 'fangxing-clip-fuzz-'))
  const before = new Set(temporaries())
  let [seen, thrown, slowestMs] = [0, 0, 0]
  try {
    const originals = await Promise.all(CONTAINERS.map((name) => render(join(folder, name))))
    for (let index = 0; index < count; index += 1) {
      const source = damage(originals[index % originals.length] ?? Buffer.alloc(0), index)
      const begunAt = performance.now()
      try {
        const pictures = { wanted: ['hash'] as const }
        const limits = { maxMs: MAX_MS, frames: 1 }
        const clip = await observeClip(
          { name: String(index), source },
          { ffmpeg, pictures, limits },
        )
        if (clip.video || clip.sound) seen += 1
      } catch (error) {
        thrown += 1
        log(`${index}: ${String(error)}`)
      }
      slowestMs = Math.max(slowestMs, performance.now() - begunAt)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const filesLeft = temporaries().filter((name) => !before.has(name)).length
  return { files: count, seen, thrown, slowestMs, filesLeft, childrenLeft: countChildren() }
}

function temporaries(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => /^fangxing-(?:clip-|speech-)/.test(name))
}

/** Of this process; 0 where the system does not tell. */
function countChildren(): number {
  try {
    const listed = execFileSync('ps', ['-o', 'pid=,comm=', '--ppid', String(process.pid)])
    return listed
      .toString()
      .split('\n')
      .filter((line) => line.includes('ff')).length
  } catch {
    return 0
  }
}

async function render(path: string): Promise<Buffer> {
  const isSound = path.includes('tone')
  const picture = isSound ? [] : ['-f', 'lavfi', '-i', 'testsrc2=s=160x90:d=1']
  const encoder = isSound ? [] : ['-pix_fmt', 'yuv420p', '-c:v', 'libx264', '-preset', 'ultrafast']
  const sound = ['-f', 'lavfi', '-i', 'sine=d=1']
  await run('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...picture, ...sound, ...encoder, path])
  return readFileSync(path)
}

function damage(bytes: Buffer, seed: number): Buffer {
  const random = seeded(seed)
  const at = () => Math.floor(random() * bytes.length)
  const hurt = Buffer.from(bytes)
  const kind = Math.floor(random() * 4)
  if (kind === 0) return hurt.subarray(0, at())
  if (kind === 1) return Buffer.concat([hurt.subarray(0, at()), hurt.subarray(at())])
  if (kind === 2) return Buffer.concat([hurt, hurt.subarray(at()), hurt])
  const places = 1 + Math.floor(random() * 40)
  // Headers lie at the beginning, and they lead furthest astray.
  for (let place = 0; place < places; place += 1) {
    const where = random() < 0.5 ? Math.floor(random() * Math.min(600, hurt.length)) : at()
    hurt[where] = Math.floor(random() * 256)
  }
  return hurt
}

if (import.meta.main) {
  const report = await fuzzClips(Number(process.argv[2] ?? 200), console.log)
  if (report === null) throw new Error('ffmpeg 5.1 or later is not installed')
  console.log(report)
  const { thrown, filesLeft, childrenLeft } = report
  process.exit(thrown + filesLeft + childrenLeft === 0 ? 0 : 1)
}
