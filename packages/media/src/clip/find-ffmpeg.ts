/**
 * Finds the ffmpeg and ffprobe of this machine, and says what theirs can do.
 *
 * Takes a folder, or looks in `PATH`; returns null when either program is missing or older than 5.1,
 * the first with the filters that are used here. A build may leave filters out: `filters` lists the
 * ones it has, so that a fact whose filter is missing is absent and the rest is still measured.
 * ffmpeg is not shipped: its common builds are under the GPL. Costs three short processes.
 */

import { join } from 'node:path'
import type { Wording } from '@fangxing/contract'
import { type Bounds, runBounded } from './run-bounded.ts'

export interface Ffmpeg {
  readonly ffmpeg: string
  readonly ffprobe: string
  /** As the program prints it, e.g. `5.1.9-0+deb12u1`. */
  readonly version: string
  readonly filters: ReadonlySet<string>
}

export const FFMPEG_MISSING: Wording = {
  zh: '本机没有 ffmpeg 5.1 或更新版本，无法查看视频与声音。请安装后重试（Debian、Ubuntu：apt-get install ffmpeg；macOS：brew install ffmpeg）。',
  en: 'This machine has no ffmpeg 5.1 or later, so videos and sounds cannot be looked at. Install it and try again (Debian, Ubuntu: apt-get install ffmpeg; macOS: brew install ffmpeg).',
}

const BOUNDS: Bounds = { maxMs: 20_000, maxMemoryBytes: 2 ** 31, maxOutputBytes: 2 ** 20 }

export async function findFfmpeg(folder?: string): Promise<Ffmpeg | null> {
  const named = (name: string) => (folder === undefined ? name : join(folder, name))
  const ffmpeg = named('ffmpeg')
  const ffprobe = named('ffprobe')
  const [own, probe] = [await print(ffmpeg, ['-version']), await print(ffprobe, ['-version'])]
  const version = /^ffmpeg version (\S+)/.exec(own ?? '')?.[1]
  if (version === undefined || probe === null || !isRecent(version)) return null
  const filters = toFilterNames((await print(ffmpeg, ['-hide_banner', '-filters'])) ?? '')
  return { ffmpeg, ffprobe, version, filters }
}

/** A build from the sources' tip has no number (`N-109…`, `git-2024-…`) and is taken as recent. */
export function isRecent(version: string): boolean {
  const [, major, minor] = /^n?(\d+)\.(\d+)/.exec(version) ?? []
  if (major === undefined) return /^(?:N-\d|git-20)/.test(version)
  return Number(major) > 5 || (Number(major) === 5 && Number(minor) >= 1)
}

/** Lines of `-filters`: three flags, the name, what goes in and out: ` T.. scdet  V->V  Detect…`. */
export function toFilterNames(listing: string): ReadonlySet<string> {
  const names = [...listing.matchAll(/^ [T.][S.][C.]? +(\w+) +[AVN|]+->[AVN|]+/gm)]
  return new Set(names.map(([, name = '']) => name))
}

async function print(program: string, args: readonly string[]): Promise<string | null> {
  const chunks: Buffer[] = []
  const ending = await runBounded({
    program,
    args,
    bounds: BOUNDS,
    readers: { 1: (chunk) => chunks.push(chunk) },
  })
  return ending.kind === 'exit' && ending.code === 0 ? Buffer.concat(chunks).toString('utf8') : null
}
