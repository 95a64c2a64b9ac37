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

| documents | added a second | marking one, ms | rows, MiB | index of bands, MiB | texts, MiB | look-up p50, p95, ms | pages read | candidates | false pairs of ${last.falsePairs.asked} |
|---|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}

A look-up marks the text, asks the index once, compares 128 bytes for each candidate, and reads the
texts of at most ten. \`pages read\` are the 8 KiB pages of that one question. Times are of a busy machine:
while the million was added, ten to twenty programs waited for its two cores.

Copies that are found at a similarity of 0.5 or more, by what was done to them:

| edit | ${run.map(({ documents }) => documents.toLocaleString('en')).join(' | ')} |
|---|${run.map(() => '---|').join('')}
${edits.join('\n')}

What shares less than half of its pairs of characters with its source is below the profile's mark and
is not found: half of an article under half of another. A material of more than a thousand characters
is looked up in halves, thirds and quarters too, in the same question, so that whole articles that were
put together are found; what is copied in part only, of a longer article, is not.

${describeTenMillion(run)}
`
}

function describeSize(one: Measured): string {
  const { p50Ms, p95Ms, pages, candidates } = one.lookUp
  const { rows, bands, texts } = one.bytes
  return row([
    one.documents.toLocaleString('en'),
    String(Math.round(one.addedPerSecond)),
    one.markingMs.toFixed(2),
    ...[rows, bands, texts].map((bytes) => String(Math.round(bytes / MIB))),
    `${p50Ms.toFixed(1)}, ${p95Ms.toFixed(1)}`,
    pages.toFixed(0),
    candidates.toFixed(1),
    String(one.falsePairs.found),
  ])
}

/** What grows with the number of documents, and what with its logarithm. */
function describeTenMillion(run: readonly Measured[]): string {
  const last = run.at(-1)
  if (last === undefined) return ''
  const times = 10_000_000 / last.documents
  const bytes = (last.bytes.rows + last.bytes.bands) * times
  const candidates = last.lookUp.candidates * times
  return `## Ten million, worked out

Rows and index grow in step with the documents: ${Math.round(bytes / MIB / 1024)} GiB without the texts. A look-up reads 32
keys of the index, one page more each for every few hundred times as many keys, and one row for
each candidate. Candidates by chance grow in step: ${candidates.toFixed(0)} for ten million, where at most 2000 are
compared. So a look-up stays at a few hundred pages; it stays at milliseconds while the index of bands
fits the memory of the database, and takes one disk read for each page when it does not.`
}

function percent(share: number | undefined): string {
  return share === undefined ? '' : `${(share * 100).toFixed(1)} %`
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
