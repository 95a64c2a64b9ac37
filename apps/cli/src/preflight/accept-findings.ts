/** Applies what a team accepts to an assessment, and keeps its files in order when asked to. */

import type { ProgramAssessment } from '@fangxing/assessment'
import type { PackageFiles } from '@fangxing/contract'
import {
  prunedBaseline,
  pruneSettings,
  readBaseline,
  writeBaseline,
} from '../accept/acceptance-files.ts'
import { BASELINE_FILE, toBaseline } from '../accept/baseline.ts'
import { type Acceptance, holdBack } from '../accept/hold-back.ts'
import { findOpenFindings } from '../accept/open-findings.ts'
import { readSuppressions } from '../accept/suppressions.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface AcceptOptions {
  /** A file, or `true` for the usual one. */
  readonly baseline?: string | true
  readonly writeBaseline?: string | true
  readonly prune?: boolean
}

export interface AcceptedAssessment {
  readonly assessment: ProgramAssessment
  readonly acceptance: Acceptance
}

export async function acceptFindings(
  assessment: ProgramAssessment,
  files: PackageFiles,
  options: AcceptOptions,
  today: string,
): Promise<AcceptedAssessment> {
  const suppressions = readSuppressions(files)
  const baseline =
    options.baseline === undefined ? undefined : await readBaseline(nameOf(options.baseline))
  const acceptance = holdBack(assessment.judgements, { suppressions, baseline, files, today })
  const { judgements, held } = acceptance
  if (held.length === 0) return { assessment, acceptance }
  const { decideVerdict } = await import('@fangxing/assessment')
  return {
    assessment: { ...assessment, judgements, verdict: decideVerdict(judgements) },
    acceptance,
  }
}

/** Writes what is left as the baseline. The number of findings in it. */
export async function keepBaseline(
  { judgements }: ProgramAssessment,
  file: string | true,
  terminal: Terminal,
): Promise<void> {
  const findings = judgements.flatMap(findOpenFindings)
  await writeBaseline(nameOf(file), toBaseline(findings))
  terminal.complain(
    terminal.words({
      zh: `已写入基线 ${nameOf(file)}：${findings.length} 处。以后用 --baseline 只看新的。`,
      en: `Wrote the baseline ${nameOf(file)} with ${findings.length} findings. With --baseline only later ones are told.`,
    }),
  )
}

export async function prune(
  acceptance: Acceptance,
  files: PackageFiles,
  folder: string | undefined,
  options: AcceptOptions,
  terminal: Terminal,
): Promise<void> {
  const suppressions = folder === undefined ? 0 : await pruneSettings(folder, files, acceptance)
  let findings = 0
  if (options.baseline !== undefined) {
    const file = nameOf(options.baseline)
    await writeBaseline(file, prunedBaseline(await readBaseline(file), acceptance))
    findings = acceptance.gone.reduce((sum, { count }) => sum + count, 0)
  }
  terminal.complain(
    terminal.words({
      zh: `已清理：压制 ${suppressions} 条，基线 ${findings} 处。`,
      en: `Pruned ${suppressions} suppressions and ${findings} findings of the baseline.`,
    }),
  )
}

function nameOf(file: string | true): string {
  return file === true ? BASELINE_FILE : file
}
