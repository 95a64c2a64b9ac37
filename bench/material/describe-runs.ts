/** The saved runs of the material benches as parts of `docs/material.md`. */

import { findClause } from '@fangxing/policy'
import type { GrowthRun, ProgramsRun, PublicRun, TalliesRun } from './runs.ts'

export function describeTallies({ tallies }: TalliesRun): string {
  return `## Pages of ours

Made by \`node bench/material/tallies.ts --save\`: the rows of each page by outcome, of 112.

| page | breaks the book | needs a person | passes | does not apply |
|---|---|---|---|---|
${tallies.map(({ name, broken, person, passes, inapplicable }) => `| \`${name}\` | ${broken} | ${person} | ${passes} | ${inapplicable} |`).join('\n')}`
}

export function describePublic({
  sources,
  verdicts,
  halfSeen,
  middle,
  clauses,
}: PublicRun): string {
  const pages = Object.values(sources).reduce((sum, count) => sum + count, 0)
  const named = Object.entries(sources).map(([source, count]) => `${source} (${count})`)
  return `## Public pages of others

Made by \`node bench/material/count-public.ts\` from an audit of ${pages} Chinese pages of news, blogs and
public offices that stand as test pages in open-source projects: ${named.join(', ')}. They are not in this
repository. They were saved without their style sheets, scripts and pictures and opened without a network,
so nothing is said of their pictures and every question of layout is a person's; of ${halfSeen} pages a part was not
seen at all (they go elsewhere by themselves, end beyond sixty screens, or could not be entered).

No page came with a form. Rejected ${verdicts.reject ?? 0}, for a person ${verdicts.review ?? 0}, passed ${verdicts.pass ?? 0}, not opened ${verdicts.failed ?? 0}. The middle page breaks
${middle.broken} rows, leaves ${middle.person} to a person, passes ${middle.passes}, and ${middle.inapplicable} do not apply.

| clause | | pages that break it | pages of which something seen asks a person |
|---|---|---|---|
${clauses.map((clause) => describeCount(clause)).join('\n')}

Addresses (8.8.4) and accounts (8.8.1) that stand in the text are what the book bars by the letter, also where they
name a public office or the site itself; \`ownHosts\` of a profile takes one's own out.`
}

function describeCount({ clauseId, broken, asked }: PublicRun['clauses'][number]): string {
  const number = clauseId.slice(clauseId.indexOf('/') + 1)
  return `| ${number} | ${findClause(clauseId)?.words.zh ?? ''} | ${broken} | ${asked} |`
}

export function describeGrowth({ rows, throughput, lighthouse }: GrowthRun): string {
  const two = (value: number) => value.toFixed(1)
  return `## What a look costs

Made by \`node bench/material/growth.ts --save\` on a machine of two cores that others used at the same time:
seconds on the clock are upper bounds, processor time and memory (PSS, sampled) are those of the browser.
One look opens a page on two phone screens and watches it for six seconds on each.

| screens | cards | seconds | processor s | peak MB | screens looked at | facts missing |
|---|---|---|---|---|---|---|
${rows.map((row) => `| ${row.screens} | ${row.cards} | ${two(row.seconds)} | ${two(row.cpuSeconds)} | ${row.peakMb} | ${row.looked} | ${row.missing} |`).join('\n')}

A page is scrolled for at most seven tenths of the time of its run; the screens that were not reached by
then are missing, and the audit asks a person.

| warm browsers | pages a minute | processor s | peak MB |
|---|---|---|---|
${throughput.map((row) => `| ${row.browsers} | ${two(row.pagesPerMinute)} | ${two(row.cpuSeconds)} | ${row.peakMb} |`).join('\n')}
${describeLighthouse(lighthouse, rows[0])}`
}

function describeLighthouse(
  lighthouse: GrowthRun['lighthouse'],
  first: GrowthRun['rows'][number] | undefined,
): string {
  if (lighthouse === null || first === undefined)
    return '\nLighthouse could not be had in this run.'
  const { seconds, audits, cpuSeconds, peakMb } = lighthouse
  const ratio = (ours: number, theirs: number) => (ours / theirs).toFixed(2)
  return `
Lighthouse (performance off, ${audits} audits, its own Node process counted) on the page of one screen in the
same run: ${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} processor s, ${peakMb} MB. A look (the browser
alone: our own process, which reads the screenshots, is not in the last two figures) takes
${ratio(first.seconds, seconds)} of its seconds, ${ratio(first.cpuSeconds, cpuSeconds)} of its processor time and ${ratio(first.peakMb, peakMb)} of its memory.`
}

const WORDS: Readonly<Record<string, string>> = {
  whole: 'drawn whole',
  sample: 'drawn, with samples for what a server sends',
  box: 'drawn, with boxes for plugins, canvas, foreign pages',
  template: 'a template that the compiler refuses',
  'code failed': 'drawn as far as the code ran: it threw',
  empty: 'nothing on the screen',
}

export function describePrograms({ programs, notDrawn, pages, counts }: ProgramsRun): string {
  return `## Pages of real mini-programs

Made by \`node bench/material/draw-programs.ts FOLDER 8 --save\` on ${programs} open-source mini-programs that
are not in this repository; ${notDrawn} of them are written in forms that take a compiler of their own (Taro,
uni-app, or no \`app.json\`) and are refused. Of the others the first eight pages, ${pages} in all, opened
without a query and without a network:

| pages | |
|---|---|
${Object.entries(WORDS)
  .map(([kind, words]) => `| ${counts[kind] ?? 0} | ${words} |`)
  .join('\n')}

Only the first line can pass a row of the audit; of all others what is missing is listed.`
}
