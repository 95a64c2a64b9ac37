/**
 * Short valid videos and sounds, made by the ffmpeg of this machine; none where there is none.
 */

import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findFfmpeg } from '@fangxing/media'
import type { Seed } from './seeds.ts'

const PICTURE = ['-f', 'lavfi', '-i', 'testsrc2=s=96x64:r=10:d=1']
const SOUND = ['-f', 'lavfi', '-i', 'sine=d=1']
const KINDS: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['clip.mp4', [...PICTURE, ...SOUND, '-c:v', 'libx264', '-preset', 'ultrafast']],
  ['clip.avi', [...PICTURE, '-c:v', 'mpeg4']],
  ['clip.flv', [...PICTURE, ...SOUND, '-c:v', 'flv', '-ar', '22050']],
  ['sound.wav', SOUND],
  ['sound.mp3', SOUND],
]

export async function renderClipSeeds(): Promise<readonly Seed[]> {
  if (!(await findFfmpeg())) return []
  const folder = await mkdtemp(join(tmpdir(), 'fangxing-seeds-'))
  try {
    const seeds: Seed[] = []
    for (const [name, args] of KINDS) {
      const path = join(folder, name)
      await promisify(execFile)('ffmpeg', ['-v', 'error', '-y', ...args, path])
      seeds.push({ name, bytes: await readFile(path) })
    }
    return seeds
  } finally {
    await rm(folder, { recursive: true })
  }
}
