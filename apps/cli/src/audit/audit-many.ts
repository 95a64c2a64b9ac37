/**
 * Audits many materials, one after the other, and writes one line for each.
 *
 * The output is the progress: a run that was killed goes on behind the last whole line. Without a
 * file the lines go to standard output. A failure to open one material does not stop the others.
 */

import { EXIT, type ExitCode } from '../failure/exit-code.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { hasFailed, readLine, toFailedLine, toLine } from './audit-line.ts'
import { type Counts, countLine, describeCounts, startCounts } from './count-lines.ts'
import type { FoundMaterial } from './find-materials.ts'
import type { AuditEngines } from './open-engines.ts'
import { type LinesFile, openLines } from './open-lines.ts'

export interface ManyOptions {
  readonly out: string | undefined
  readonly restart: boolean
}

export async function auditMany(
  materials: readonly FoundMaterial[],
  engines: AuditEngines,
  { out, restart }: ManyOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const lines = out === undefined ? printed(terminal) : await openLines(out, restart)
  const counts = startCounts()
  for (const line of lines.earlier) countLine(counts, line)
  const done = new Set(lines.earlier.map(({ name }) => name))
  if (done.size > 0) terminal.complain(terminal.words(goesOn(done.size)))
  try {
    for (const [nth, material] of materials.entries()) {
      if (done.has(material.name)) continue
      done.add(material.name)
      const text = await auditNext(material, engines)
      await lines.write(text)
      tell(text, { nth: nth + 1, all: materials.length }, counts, terminal)
    }
  } finally {
    await lines.close()
  }
  terminal.complain(describeCounts(counts, terminal))
  if (counts.failed > 0) return EXIT.failure
  return counts.review + counts.reject > 0 ? EXIT.findings : EXIT.clean
}

const goesOn = (done: number) => ({
  zh: `接着上次继续，已有 ${done} 份。`,
  en: `Going on: ${done} are done already.`,
})

function printed(terminal: Terminal): LinesFile {
  return {
    earlier: [],
    write: async (line) => terminal.print(line),
    close: async () => {},
  }
}

async function auditNext({ name, open }: FoundMaterial, engines: AuditEngines): Promise<string> {
  try {
    return toLine(name, await engines.audit(await open()))
  } catch (error) {
    const line = toFailedLine(name, error)
    if (line === null) throw error
    return line
  }
}

function tell(
  text: string,
  { nth, all }: { readonly nth: number; readonly all: number },
  counts: Counts,
  { complain, words }: Terminal,
): void {
  const line = readLine(text)
  if (line === null) return
  countLine(counts, line)
  const said = hasFailed(line) ? line.error.code : words(VERDICT_WORDS[line.verdict])
  complain(`${nth}/${all} ${said} · ${line.name}`)
}

const VERDICT_WORDS = {
  pass: { zh: '通过', en: 'pass' },
  review: { zh: '转人工', en: 'for a person' },
  reject: { zh: '不通过', en: 'reject' },
} as const
