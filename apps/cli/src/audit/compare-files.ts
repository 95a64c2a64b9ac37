/**
 * Does the work of `fangxing audit diff`: two outputs of audits, material by material.
 *
 * Takes the JSON of one audit or the lines of a batch. Exit 0 says that nothing became worse.
 */

import { readFile } from 'node:fs/promises'
import { compareAudits } from '@fangxing/assessment'
import { AppError } from '@fangxing/contract'
import { EXIT, type ExitCode } from '../failure/exit-code.ts'
import { writeWhole } from '../output/write-file.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { type FailedAudit, hasFailed, type KeptAudit, readLine } from './audit-line.ts'
import type { MaterialChange } from './material-change.ts'
import { renderChanges } from './render-changes.ts'

export interface CompareOptions {
  readonly format: 'text' | 'json' | 'html'
  readonly out?: string
}

export async function compareFiles(
  { before, after }: { readonly before: string; readonly after: string },
  { format, out }: CompareOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const changes = compareKept(await readAudits(before), await readAudits(after))
  const text = await render(changes, format, terminal)
  if (out === undefined) terminal.print(text)
  else await writeWhole(out, text)
  const isWorse = changes.some((one) => one.changes.some(({ direction }) => direction === 'worse'))
  return isWorse ? EXIT.findings : EXIT.clean
}

async function render(
  changes: readonly MaterialChange[],
  format: CompareOptions['format'],
  terminal: Terminal,
): Promise<string> {
  if (format === 'json') return JSON.stringify(changes.map(toPlain), null, 2)
  if (format === 'text') return renderChanges(changes, terminal)
  return (await import('./render-changes-html.ts')).renderChangesHtml(changes, terminal.language)
}

function toPlain({ name, before, after, changes }: MaterialChange) {
  return { name, before: before?.verdict ?? null, after: after?.verdict ?? null, changes }
}

/** Materials that are the same are left out; two single audits are compared whatever they are called. */
export function compareKept(
  before: readonly KeptAudit[],
  after: readonly KeptAudit[],
): readonly MaterialChange[] {
  const [was, is] = [before[0], after[0]]
  if (before.length === 1 && after.length === 1 && was && is) return compareOne(is.name, was, is)
  const earlier = new Map(before.map((audit) => [audit.name, audit]))
  const later = new Set(after.map(({ name }) => name))
  return [
    ...after.flatMap((audit) => compareOne(audit.name, earlier.get(audit.name) ?? null, audit)),
    ...before
      .filter(({ name }) => !later.has(name))
      .flatMap((audit) => compareOne(audit.name, audit, null)),
  ]
}

function compareOne(
  name: string,
  before: KeptAudit | null,
  after: KeptAudit | null,
): readonly MaterialChange[] {
  if (before === null || after === null) return [{ name, before, after, changes: [] }]
  const changes = compareAudits(before.rows, after.rows)
  return changes.length === 0 ? [] : [{ name, before, after, changes }]
}

async function readAudits(file: string): Promise<readonly KeptAudit[]> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const code = cause.code === 'ENOENT' ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE'
    throw new AppError(code, { file }, { cause })
  })
  const whole = readLine(text)
  const lines = whole === null ? text.split(/\r?\n/).filter((line) => line.trim() !== '') : []
  const read = whole === null ? lines.map(readLine) : [whole]
  const wrong = read.indexOf(null)
  if (wrong >= 0 || read.length === 0) {
    throw new AppError('MATERIAL_MALFORMED', { file, line: wrong + 1, because: 'not an audit' })
  }
  return read.filter((line): line is KeptAudit => line !== null && !isFailed(line))
}

function isFailed(line: KeptAudit | FailedAudit): line is FailedAudit {
  return hasFailed(line)
}
