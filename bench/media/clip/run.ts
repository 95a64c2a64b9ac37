/**
 * The table of damaged against clean clips and the speed of looking, printed; with `--save` the page
 * `docs/media/video.md` is written from them.
 *
 * `npm run clips -w bench -- [--save] [--speed] [SCENE …]`. All scenes take a quarter of an hour.
 */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { measureSpeed } from './speed.ts'
import { runTrials } from './trials.ts'
import { writeVideoPage } from './video-page.ts'

const PAGE = join(import.meta.dirname, '..', '..', '..', 'docs', 'media', 'video.md')

const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const has = (flag: string) => process.argv.includes(flag)

const speed = has('--speed') || has('--save') ? await measureSpeed(console.log) : []
const tallies = has('--speed')
  ? []
  : await runTrials(console.log, names.length > 0 ? names : undefined)
if (tallies === null || speed === null) {
  console.error('ffmpeg 5.1 or later is not installed')
  process.exit(2)
}
const page = writeVideoPage(tallies, speed)
if (has('--save')) writeFileSync(PAGE, page)
else console.log(page)
