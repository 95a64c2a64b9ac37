/**
 * Short clips for tests, rendered by the ffmpeg of this machine into a folder that goes with the file.
 *
 * `skip` is the reason for skipping tests where there is none, and false where there is.
 */

import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { promisify } from 'node:util'
import { type Ffmpeg, findFfmpeg } from '../src/clip/find-ffmpeg.ts'

const run = promisify(execFile)
const found = await findFfmpeg()

export const skip = found === null && 'ffmpeg 5.1 or later is not installed'

/** Only inside a test that `skip` lets run. */
export function ffmpegHere(): Ffmpeg {
  if (!found) throw new Error('ffmpeg is not installed')
  return found
}

let folder: string | undefined

/** A path in the folder of this test file. */
export function pathOf(name: string): string {
  folder ??= mkdtempSync(join(tmpdir(), 'fangxing-rendered-'))
  return join(folder, name)
}

/** Runs ffmpeg; the last argument is the name of the file it writes, whose path is given back. */
export async function render(...args: readonly string[]): Promise<string> {
  const path = pathOf(args.at(-1) ?? '')
  await run('ffmpeg', ['-v', 'error', '-y', ...args.slice(0, -1), path])
  return path
}

/** `lavfi` sources as inputs. */
export function from(...sources: readonly string[]): readonly string[] {
  return sources.flatMap((source) => ['-f', 'lavfi', '-i', source])
}

export const H264: readonly string[] = [
  '-pix_fmt',
  'yuv420p',
  '-c:v',
  'libx264',
  '-preset',
  'ultrafast',
]

after(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
})
