/**
 * The table of damaged against clean clips, and the speed of looking; `docs/media/video.md` is made
 * from the last saved run of each.
 *
 * `npm run clips -w bench -- trials|speed|page [--save] [SCENE …]`. Trials of all scenes take a quarter
 * of an hour, the speed some minutes; `page` only writes.
 */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRun, saveRun } from '../runs.ts'
import { measureSpeed, type SpeedRow } from './speed.ts'
import { runTrials, type Tally } from './trials.ts'
import { writeVideoPage } from './video-page.ts'

const PAGE = join(import.meta.dirname, '..', '..', '..', 'docs', 'media', 'video.md')

const [what = 'trials', ...rest] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const isSaved = process.argv.includes('--save')

if (what === 'trials') keep('clip-trials', await runTrials(console.log, rest))
if (what === 'speed') keep('clip-speed', await measureSpeed(console.log))
const tallies = readRun<readonly Tally[]>('clip-trials')
const speed = readRun<readonly SpeedRow[]>('clip-speed')
if ((isSaved || what === 'page') && tallies && speed) {
  writeFileSync(PAGE, writeVideoPage(tallies, speed))
}

function keep(name: string, run: readonly unknown[] | null): void {
  if (run === null) throw new Error('ffmpeg 5.1 or later is not installed')
  if (isSaved) saveRun(name, run)
}
