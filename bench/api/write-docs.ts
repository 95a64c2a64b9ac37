/**
 * `node bench/api/write-docs.ts`: makes `docs/api.md` from the last saved runs, so that no figure in it
 * is typed by hand. Each command of its first table makes one, with `--save`.
 */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cost } from './cost.ts'
import type { Paced } from './latency.ts'
import type { MemoryFigures } from './memory.ts'
import type { MixedFigures } from './mixed.ts'
import type { Ratio } from './ratio.ts'
import type { RatioFigures } from './run.ts'
import { type RunName, readRun, type Saved } from './saved.ts'
import type { SoakFigures } from './soak.ts'

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'api.md')

const INTRODUCTION = `# 内容检测接口有多快 · How fast the content-safety API is

\`msg_sec_check\` with everything on: 100 characters, 20,000 listed words, the classifier, quotas, one text in
twenty with a listed word, and every check on disk before its answer. Measured beside a bare Fastify echo
with as many processes, on cores that load, server and database share; how and why, is in
[0131](decisions/0131-speed-is-measured-beside-an-echo.md); how checks are kept, in
[0180](decisions/0180-plain-passes-are-kept-in-blocks.md); what stands ahead of the framework, in
[0225](decisions/0225-text-checks-come-in-ahead.md), ahead of Node's HTTP, in
[0251](decisions/0251-plain-requests-are-read-from-the-socket.md).

| command | what it says |
|---|---|
| \`npm run bar api\` | real clients, official vectors, kill -9, and the ratio to the echo, in short |
| \`npm run cost -w bench\` | processor time for each check, with parts left out |
| \`npm run api -w bench\` | the ratio at 1, 16 and 128 connections, 20,000 and 100,000 words; latency at shares of the most |
| \`npm run memory -w bench\` | a million checks: live objects, disk, searches |
| \`npm run mixed -w bench\` | texts, pictures and media together |
| \`npm run soak -w bench -- 1800\` | kill -9 under load, for so many seconds |
| \`node bench/api/write-docs.ts\` | this page, from the last runs with \`--save\` |

What a machine does besides only ever adds: *wanting* says how many programs wanted to run at the end of
a run, its own three to five among them. Above that, times are worse than the server's own, and ratios
too, since an echo waits for nobody else.`

const END = `## What falls short

* With one connection the answer waits for a flush of the disk, which no echo does: 8 KB written and
  flushed by itself take 0.1 to 0.2 ms on the machine of these figures, about as long as the
  whole echo, before PostgreSQL has done anything. That ratio is promised nowhere; with 16 connections a
  write has six checks and not fifty, so most of each is the write.
* Searching by user looks at the heads of all blocks of the time that is asked about: 12,000 for a
  million checks that came eighty at a time, more where fewer come together
  ([0228](decisions/0228-four-checks-are-a-block.md)). Hundreds of millions want \`from\` and \`until\`.
* A check that is a row of its own costs PostgreSQL as much as twenty in a block: a community in which
  more than one text in twenty is stopped or doubted is slower than these figures.
* Half of the echo's speed is promised with 20,000 words and has little air: single runs read 0.50 to 0.60. With
  100,000 they read 0.47 to 0.51 in turns with the shorter list.
* A slowest hundredth below 20 ms at four fifths of the most holds with 20,000 words while nothing stalls; with 100,000
  it is a little above. What stalls, on the machine of
  these figures: its own speed, the kernel when it writes changed files (every 30 seconds), new log files of the
  database, \`autovacuum\`, and a major collection in each process every 40 to 50 seconds
  ([0261](decisions/0261-numbers-that-never-come-again.md)); the echo, which writes nothing, is often no better.
* The soak is of the code of this page; its second half shared the machine with other work. The others are older.
* Figures of a quiet machine are what \`npm run bar api\` prints there; this page was made on whatever
  was free.`

const parts = [
  INTRODUCTION,
  section<readonly Cost[]>('cost', 'Where the microseconds go', describeCost),
  section<RatioFigures>('ratio', 'Beside an echo', describeRatios),
  section<MemoryFigures>('memory', 'A million checks', describeMemory),
  section<MixedFigures>('mixed', 'Mixed load', describeMixed),
  section<SoakFigures>('soak', 'Soak with kill -9', describeSoak),
  END,
]
writeFileSync(
  PAGE,
  `<!-- Made by node bench/api/write-docs.ts from docs/wechat/runs/. -->\n\n${parts.join('\n\n')}\n`,
)

function section<Figures>(
  name: RunName,
  title: string,
  describe: (figures: Figures) => string,
): string {
  const run: Saved<Figures> | null = readRun(name)
  if (run === null)
    return `## ${title}\n\nNot run yet: \`npm run ${scriptOf(name)} -w bench -- --save\`.`
  return `## ${title}\n\n${describe(run.figures)}\n\n${run.cores} cores, ${run.wanting} wanting.`
}

function scriptOf(name: RunName): string {
  return name === 'ratio' ? 'api' : name
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function describeCost(costs: readonly Cost[]): string {
  const rows = costs.map(({ name, server, database }) => [
    name,
    `${server.toFixed(1)} µs`,
    `${database.toFixed(1)} µs`,
  ])
  return `Processor time for each answer, at 128 connections; of the rounds the cheapest.

${table(['', 'server', 'PostgreSQL'], rows)}`
}

function describeRatios({ tables, recording, flushes, seconds, rounds }: RatioFigures): string {
  const rows = tables.flatMap(({ words, ratios }) =>
    ratios.map((ratio) => [`${words}`, ...cells(ratio)]),
  )
  const head = ['words', 'connections', 'echo', 'server', 'ratio', 'p50', 'p99']
  const calm = tables.flatMap(({ words, latencies }) =>
    latencies.flatMap(({ share, echo, server }) => [
      [`echo at ${share}`, ...pacedCells(echo)],
      [`server at ${share}, ${words} words`, ...pacedCells(server)],
    ]),
  )
  const cost =
    recording === null
      ? []
      : [
          `One process each: ${recording.with.server.perSecond.toFixed(0)}/s recorded and ${recording.without.server.perSecond.toFixed(0)}/s not: ratios ${recording.with.ratio.toFixed(2)} and ${recording.without.ratio.toFixed(2)}.`,
        ]
  return [
    `The middle of ${rounds} rounds of ${seconds} s.`,
    table(head, rows),
    ...cost,
    'Latency, each at a share of its own most, which is measured anew before each, and the disk of the database with nothing else to do (8 KB each):',
    table(
      ['', 'at', 'p50', 'p99', 'longest', 'failed'],
      [
        ...calm,
        [
          'a flush of the disk',
          '',
          `${flushes.p50} ms`,
          `${flushes.p99} ms`,
          `${flushes.longest} ms`,
          '',
        ],
      ],
    ),
  ].join('\n\n')
}

function pacedCells({ rate, p50, p99, longest, failed }: Paced): readonly string[] {
  return [`${rate}/s`, ...[p50, p99, longest].map((ms) => `${ms} ms`), `${failed}`]
}

function cells({ connections, echo, server, ratio }: Ratio): readonly string[] {
  return [
    `${connections}`,
    `${echo.perSecond.toFixed(0)}/s`,
    `${server.perSecond.toFixed(0)}/s`,
    ratio.toFixed(2),
    `${server.p50} ms`,
    `${server.p99} ms`,
  ]
}

function describeMemory({ checks, heaps, disk, searches }: MemoryFigures): string {
  const kept = disk.map(({ table: name, count, mib }) => [name, `${count}`, `${mib} MiB`])
  const found = searches.map(({ name, p50, longest, found: count }) => [
    name,
    `${p50.toFixed(1)} ms`,
    `${longest.toFixed(1)} ms`,
    `${count}`,
  ])
  return `Live objects after a collection, at every tenth of ${checks} checks:
${heaps.map((heap) => heap.toFixed(1)).join(', ')} MiB.

${table(['on disk', 'checks', 'with indexes'], kept)}

Then searched, fifty a page:

${table(['search', 'middle', 'longest', 'found'], found)}`
}

function describeMixed({ loads, atEnd, aMinuteLater }: MixedFigures): string {
  const rows = loads.map(({ name, perSecond, p50, p99, failed }) => [
    name,
    `${perSecond.toFixed(0)}/s`,
    `${p50} ms`,
    `${p99} ms`,
    `${failed}`,
  ])
  return `*Mixed* is 90 % texts, 9 % pictures that are answered at once and looked at by the real engine, and
1 % media that are answered by push.

${table(['load', 'answered', 'p50', 'p99', 'failed'], rows)}

Results pushed when the load ended: ${atEnd}; a minute later: ${aMinuteLater}. The media are five addresses, and
while three tasks for one of them wait a fourth is refused: fifteen at a time are all that there can be.`
}

function describeSoak(report: SoakFigures): string {
  const { seconds, checks, perSecond, missing, tasks, unanswered, repeated, failed, heap } = report
  const [first, last] = heap.map((bytes) => (bytes / 2 ** 20).toFixed(1))
  return `${seconds} s at four fifths of what goes, the server killed half-way: ${checks} checks acknowledged
(${perSecond.toFixed(0)}/s), ${missing} missing; ${tasks} media tasks, ${unanswered} without a pushed result,
${repeated} pushed twice. ${failed} requests had no answer while nobody listened. Live objects of the second
server: ${first} MiB at its start, ${last} MiB at the end.`
}
