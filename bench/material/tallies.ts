/**
 * `node bench/material/tallies.ts [--save]`: the materials of `fixtures/materials`, audited, their rows
 * counted by outcome.
 */

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { assessMaterial } from '@fangxing/assessment'
import type { Outcome } from '@fangxing/contract'
import { startMediaPool } from '@fangxing/media'
import { startPageEngine } from '@fangxing/page'
import { baijiahaoProfile, starterTerms } from '@fangxing/policy'
import { allowAddresses, observeMaterial } from '@fangxing/server'
import { compileLexicon, loadShippedModel } from '@fangxing/text'
import { openForm, openPage } from '../../apps/cli/src/audit/open-material.ts'
import { saveRun, type TalliesRun } from './runs.ts'
import { writeDocs } from './write-docs.ts'

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'materials')
const AUDITED_AT = Date.UTC(2026, 10, 22)

const page = await startPageEngine({ egress: { allows: () => false } })
const media = await startMediaPool({ workers: 1 })
const lexicon = compileLexicon(starterTerms)
const { classifier } = await loadShippedModel()
const tallies = []
for (const name of (await readdir(FIXTURES)).sort()) tallies.push(await tally(name))
await media.close()
await page.close()
const run: TalliesRun = { tallies }
console.log(tallies)
if (process.argv.includes('--save')) {
  saveRun('tallies', run)
  writeDocs()
}

async function tally(name: string): Promise<TalliesRun['tallies'][number]> {
  const folder = join(FIXTURES, name)
  const form = await openForm(join(folder, 'material.json'))
  const source = await openPage(folder, 'index.html', form)
  const engines = { addresses: allowAddresses([]), page, media }
  const options = { profile: baijiahaoProfile, auditedAt: AUDITED_AT }
  const observed = await observeMaterial(source, engines, options)
  const { rows } = assessMaterial(observed.seen, { lexicon, classifier, engines: [] })
  const count = (kind: Outcome['kind']) =>
    rows.filter(({ outcome }) => outcome.kind === kind).length
  return {
    name: `fixtures/materials/${name}`,
    broken: count('violation'),
    person: count('undetermined'),
    passes: count('pass'),
    inapplicable: count('inapplicable'),
  }
}
