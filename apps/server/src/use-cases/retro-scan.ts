/**
 * The rules of today over every version that serves: what would be held against it now.
 *
 * In shadow only the results are written. For real, a version that is worse than at its review is
 * opened for re-examination by a person; the machine alone takes nothing down. The job goes on where
 * it was interrupted, and each version is kept once. See docs/decisions/0073.
 */

import { AppError, type Assessment, type Judgement } from '@fangxing/contract'
import type { Actor } from '@fangxing/release'
import type { Release, RetroOutcome, RetroScan, RuleChange } from '@fangxing/storage'
import { AssessorClosed } from '../assessor/index.ts'
import type { Ports } from '../ports.ts'
import { assessRelease } from './assess-release.ts'
import { cause } from './cause.ts'
import { MACHINE } from './machine.ts'

export const RETRO_SCAN = 'retro-scan'

export async function startRetroScan(
  ports: Ports,
  { shadow, actor }: { readonly shadow: boolean; readonly actor: Actor },
): Promise<RetroScan> {
  const startedAt = ports.clock.now()
  const scan = await ports.storage.retroScans.start({ shadow, startedBy: actor.name, startedAt })
  await ports.storage.jobs.send(toJob(scan.id))
  return scan
}

/** Hands scans whose job was lost to the queue again; asking twice costs nothing. */
export async function recallRetroScans(ports: Ports): Promise<void> {
  for (const id of await ports.storage.retroScans.unfinished()) {
    await ports.storage.jobs.send(toJob(id))
  }
}

/** Looks at one version after the other until none is left. */
export async function runRetroScan(ports: Ports, scanId: string): Promise<void> {
  const { retroScans, releases } = ports.storage
  const scan = await retroScans.find(scanId)
  if (scan === null) return
  for (;;) {
    const releaseId = await retroScans.next(scanId)
    if (releaseId === null) break
    const release = await releases.find(releaseId)
    const outcome = release === null ? failedBy('RELEASE_NOT_FOUND') : await look(ports, release)
    const reopened = !scan.shadow && release !== null && (await reopen(ports, release, outcome))
    await retroScans.keep(scanId, { releaseId, ...outcome, reopened })
  }
  await retroScans.finish(scanId, ports.clock.now())
}

function toJob(scanId: string) {
  return { name: RETRO_SCAN, payload: { scanId }, key: scanId }
}

async function look(ports: Ports, release: Release): Promise<RetroOutcome> {
  const submission = release.life.submissions.at(-1)
  if (submission === undefined) return failedBy('EVENT_NOT_ALLOWED')
  const stored = await ports.storage.releases.assessment(release.id, submission.auditId)
  try {
    const { assessment } = await assessRelease(ports, release, submission)
    return compare(stored?.assessment ?? null, assessment)
  } catch (error) {
    // This server stops: the job comes back.
    if (error instanceof AssessorClosed) throw error
    ports.log(`error RETRO_SCAN releaseId=${release.id} ${String(error)}`)
    return failedBy(error instanceof AppError ? error.code : 'INTERNAL')
  }
}

/** Worse: a rule that stops a version or calls a person holds something that it did not hold then. */
export function compare(stored: Assessment | null, now: Assessment): RetroOutcome {
  const before = kindsOf(stored?.judgements ?? [])
  const after = kindsOf(now.judgements)
  const changes: RuleChange[] = [...new Set([...before.keys(), ...after.keys()])]
    .map((ruleId) => ({
      ruleId,
      before: before.get(ruleId) ?? null,
      after: after.get(ruleId) ?? null,
    }))
    .filter((change) => change.before !== change.after)
  const weighty = new Set(
    now.judgements.filter(({ severity }) => severity !== 'advise').map(({ ruleId }) => ruleId),
  )
  return {
    storedVerdict: stored?.verdict ?? null,
    storedEdition: stored?.edition ?? null,
    verdict: now.verdict,
    edition: now.edition,
    isWorse: changes.some(({ ruleId, after: kind }) => kind === 'violation' && weighty.has(ruleId)),
    changes,
    reopened: false,
    failed: null,
  }
}

function kindsOf(judgements: readonly Judgement[]): Map<string, RuleChange['after']> {
  return new Map(judgements.map(({ ruleId, outcome }) => [ruleId, outcome.kind]))
}

function failedBy(code: string): RetroOutcome {
  return {
    storedVerdict: null,
    storedEdition: null,
    verdict: null,
    edition: null,
    isWorse: false,
    changes: [],
    reopened: false,
    failed: code,
  }
}

/** True when a re-examination was opened; false when the version is as before, or gone meanwhile. */
async function reopen(ports: Ports, release: Release, outcome: RetroOutcome): Promise<boolean> {
  const { life } = release
  const isOpen = life.reexaminationSince !== null
  if (!outcome.isWorse || isOpen || life.state !== 'launched') return false
  const rules = outcome.changes.filter(({ after }) => after === 'violation')
  const note = `规则更新后复查：${rules.map(({ ruleId }) => ruleId).join('、')}`
  const edition = outcome.edition === null ? {} : { edition: outcome.edition }
  const at = ports.clock.now()
  try {
    await cause(ports, release, [
      { kind: 'reexaminationStarted', at, actor: MACHINE, note, ...edition },
    ])
    return true
  } catch (error) {
    const isOvertaken = error instanceof AppError && error.code === 'CONCURRENT_CHANGE'
    if (isOvertaken) return false
    throw error
  }
}
