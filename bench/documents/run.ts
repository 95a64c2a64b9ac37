/**
 * `npm run documents -w bench [-- COUNTS… --save]`: near-duplicate search in the database at 10,000,
 * 100,000 and 1,000,000 documents: building, size, look-ups, recall of edited copies, false pairs.
 *
 * Needs `FANGXING_DATA_DIR`. `--save` keeps the run in `saved-run.json` and writes
 * `docs/near-duplicates.md`. A million take about half an hour on two shared cores.
 */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onFreshCluster } from '../storage/cluster.ts'
import { describeRun } from './describe-run.ts'
import { learnTexts, type MadeTexts } from './made-texts.ts'
import { createPool, type Measured, measureAt } from './measure.ts'

const COUNTS = [10_000, 100_000, 1_000_000]
const SAVED = join(import.meta.dirname, 'saved-run.json')
const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'near-duplicates.md')

const given = process.argv
  .slice(2)
  .filter((one) => /^\d+$/.test(one))
  .map(Number)
const counts = given.length > 0 ? given : COUNTS
const texts = learnTexts()
if (texts === null) {
  console.log('FANGXING_DATA_DIR names no folder with published titles: nothing to measure.')
} else {
  const run = await measureAll(texts)
  if (process.argv.includes('--save')) {
    writeFileSync(SAVED, `${JSON.stringify(run, null, 2)}\n`)
    writeFileSync(PAGE, describeRun(run))
  }
}

async function measureAll(made: MadeTexts): Promise<readonly Measured[]> {
  const run: Measured[] = []
  await onFreshCluster(async (storage, url) => {
    const pool = createPool(url)
    let from = 0
    for (const count of counts) {
      const measured = await measureAt({ storage, pool, made }, { from, count })
      console.log(JSON.stringify(measured, null, 2))
      run.push(measured)
      from = count
    }
    await pool.end()
  })
  return run
}
