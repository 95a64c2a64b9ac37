/** The page of figures, from a saved run. */

import type { Measured } from './measure.ts'

const MIB = 1024 * 1024

export function describeRun(run: readonly Measured[]): string {
  const last = run.at(-1)
  if (last === undefined) return ''
  const rows = run.map(describeSize)
  const edits = last.recall.map(({ edit }) =>
    row([
      edit,
      ...run.map(({ recall }) => percent(recall.find((one) => one.edit === edit)?.share)),
    ]),
  )
  return `# Near-duplicates: figures

Made by \`npm run documents -w bench -- --save\`: articles of 200 to 800 characters that nobody wrote,
in the embedded PostgreSQL, on a machine that others use too. Only ratios travel to another machine.

| documents | added a second | marking one, ms | rows, MiB | index of bands, MiB | index of passages, MiB | texts, MiB | look-up p50, p95, ms | pages read | candidates | false pairs of ${last.falsePairs.asked} |
|---|---|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}

A look-up marks the text, asks for what shares a band and compares 128 bytes for each candidate, asks
for what shares three keys of passages, and reads the texts of at most twenty. \`pages read\` are the
8 KiB pages of those two questions: they stay, and the database itself needs 0.2 ms of a processor for
the one by passage. Times are of a machine for whose two cores ten to twenty programs waited, more of
them from column to column; only pages and sizes can be compared.

Copies that are found at a similarity of 0.5 or more, by what was done to them:

| edit | ${run.map(({ documents }) => documents.toLocaleString('en')).join(' | ')} |
|---|${run.map(() => '---|').join('')}
${edits.join('\n')}

What shares less than half of its pairs of characters with its source is below the profile's mark; it
is found by its passages, when sixty letters or more stand in both word for word. A material of more
than a thousand characters is looked up in halves, thirds and quarters too, so that whole articles that
were put together are found although every tenth letter is another. What nobody finds: a short part in
which every twentieth letter or more was replaced, and what stands behind the first twenty thousand
letters of a document. Documents that were added by a version without passages have none until they
are added again.

A million were measured before there were passages: rows 444 MiB, index of bands 1189 MiB, texts
1506 MiB, a look-up 5.8 ms (p95 37.3 ms) with 147 pages and 16.5 candidates, no false pair of 500. Rows
and the index of passages grow in step, as between the columns above.

${describeTenMillion(run)}
`
}

function describeSize(one: Measured): string {
  const { p50Ms, p95Ms, pages, candidates } = one.lookUp
  const { rows, bands, passages, texts } = one.bytes
  return row([
    one.documents.toLocaleString('en'),
    String(Math.round(one.addedPerSecond)),
    one.markingMs.toFixed(2),
    ...[rows, bands, passages, texts].map((bytes) => String(Math.round(bytes / MIB))),
    `${p50Ms.toFixed(1)}, ${p95Ms.toFixed(1)}`,
    pages.toFixed(0),
    candidates.toFixed(1),
    String(one.falsePairs.found),
  ])
}

/** Candidates by chance, measured before there were passages, which bring none. */
const AT_A_MILLION = 16.5

/** What grows with the number of documents, and what with its logarithm. */
function describeTenMillion(run: readonly Measured[]): string {
  const last = run.at(-1)
  if (last === undefined) return ''
  const times = 10_000_000 / last.documents
  const bytes = (last.bytes.rows + last.bytes.bands + last.bytes.passages) * times
  const candidates = AT_A_MILLION * 10
  return `## Ten million, worked out

Rows and index grow in step with the documents: ${Math.round(bytes / MIB / 1024)} GiB without the texts. A look-up reads 32
keys of one index and some five for each hundred letters of the other, one page more each for every few hundred times as many keys, and one row for
each candidate. Candidates by chance grow in step: ${candidates.toFixed(0)} for ten million, where at most 2000 are
compared. So a look-up stays at a few hundred pages; it stays at milliseconds while both indexes
fit the memory of the database, and takes one disk read for each page when they do not.`
}

function percent(share: number | undefined): string {
  return share === undefined ? '' : `${(share * 100).toFixed(1)} %`
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
