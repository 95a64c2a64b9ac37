/**
 * Audits one material that waits: in a process beside, then kept, compared, told.
 *
 * At least once: whoever dies on the way leaves the audit running, and its job comes again. Told is
 * told once, in the transaction that settles the audit. What a person answered before holds while
 * the machine says the same of the clause, so a look on schedule asks nobody anything anew.
 */

import { compareAudits, keptAnswers, type RowAnswer, settleRows } from '@fangxing/assessment'
import type { Verdict } from '@fangxing/contract'
import type { Material, MaterialAudit, MaterialState, Trouble } from '@fangxing/storage'
import { openEngine } from '../media-checks/open-engine.ts'
import type { Ports } from '../ports.ts'
import { within } from '../within.ts'
import { type AuditEnd, auditBeside } from './beside/audit-beside.ts'
import type { AuditFound, AuditTask, Errands } from './beside/audit-task.ts'
import { AUDITED } from './corpus.ts'
import type { KeptReport, StoredSource } from './kept-material.ts'
import { tellAudited, tellFailed, toChange } from './material-told.ts'

/** A crash may be the machine's; the second one is the material's. */
const MOST_TRIES = 2

export async function auditMaterial(ports: Ports, auditId: string): Promise<void> {
  const { materials } = ports.storage
  const audit = await materials.begin(auditId, ports.wallClock.now())
  const material = audit && (await materials.find(audit.materialId))
  if (audit === null || material === null) return
  const leftMs = Math.max(0, audit.dueAt - ports.wallClock.now())
  const task = await toTask(ports, material)
  const end = await within(leftMs, (signal) =>
    auditBeside(task, {
      errands: errandsOf(ports),
      tell: (progress) => void materials.progress(auditId, progress).catch(() => {}),
      signal,
    }),
  )
  if (end.kind === 'found') return settleFound(ports, { material, audit, found: end.found })
  ports.log(`error MATERIAL_AUDIT id=${auditId} ${JSON.stringify(end.trouble)}`)
  if (isWorthAnother(end, audit)) throw new Error(`the audit ended: ${end.trouble.code}`)
  await failAudit(ports, audit, material, end.trouble)
}

function isWorthAnother({ trouble }: Extract<AuditEnd, { kind: 'failed' }>, audit: MaterialAudit) {
  return trouble.code === 'AUDIT_CRASHED' && audit.attempts < MOST_TRIES
}

async function toTask(ports: Ports, material: Material): Promise<AuditTask> {
  const { form, ...source } = material.source as StoredSource
  const archive = material.archive ? await ports.storage.materials.blob(material.archive) : null
  const terms = await ports.lexicon.listed()
  return {
    name: material.name,
    source: toSource(material, { ...source, archive }),
    form,
    profile: material.profile,
    auditedAt: ports.wallClock.now(),
    terms,
    seeker: { appid: material.appid, materialId: material.id },
    networks: ports.outside.addresses.extra,
  }
}

function toSource(
  { kind }: Material,
  {
    address,
    entry,
    answers,
    archive,
  }: Omit<StoredSource, 'form'> & {
    readonly archive: Uint8Array | null
  },
): AuditTask['source'] {
  if (kind === 'address') return { kind, address: address ?? '' }
  if (kind === 'page') {
    const bytes = archive ?? new Uint8Array()
    return { kind, entry: entry ?? 'index.html', archive: bytes, answers }
  }
  return { kind, archive }
}

function errandsOf(ports: Ports): Errands {
  const { opinions, storage } = ports
  return {
    async picture({ name, bytes }) {
      const engine = await openEngine(ports)
      return { seen: await engine.picture({ name, bytes }), edition: engine.edition }
    },
    async clip({ name, bytes }) {
      const engine = await openEngine(ports)
      return { seen: await engine.clip({ name, source: bytes }), edition: engine.edition }
    },
    candidates: ({ bands, most }) => storage.documents.candidates(bands, most),
    sharing: ({ passages, ...bounds }) => storage.documents.sharing(passages, bounds),
    texts: (numbers) => storage.documents.texts(numbers),
    opinions: async (seen) =>
      opinions === undefined ? null : { ...(await opinions.ask(seen)), edition: opinions.edition },
  }
}

interface Found {
  readonly material: Material
  readonly audit: MaterialAudit
  readonly found: AuditFound
}

const STATE_OF: Readonly<Record<Verdict, MaterialState>> = {
  pass: 'passed',
  review: 'review',
  reject: 'rejected',
}

async function settleFound(ports: Ports, { material, audit, found }: Found): Promise<void> {
  const { materials } = ports.storage
  const before = await materials.findReport(material.id)
  const kept = await answersThatHold(ports, material, found)
  const { verdict } = settleRows(found.report.rows, kept)
  const changes =
    before === null
      ? undefined
      : compareAudits((before.report as KeptReport).rows, found.report.rows)
  const settledAt = ports.wallClock.now()
  const state = STATE_OF[verdict]
  const report: KeptReport = { ...found.report, kept }
  const told = tellAudited({ material, audit, report, verdict, state, changes, at: settledAt })
  await indexBody(ports, { material, audit, found })
  await materials.settle(
    audit.id,
    {
      ...{ settledAt, report, verdict, state, plates: found.plates },
      ...(changes === undefined ? {} : { changes: changes.map(toChange) }),
    },
    told,
  )
}

/** What people said of this material before, where it still fits. */
async function answersThatHold(
  { storage, wallClock }: Ports,
  { id }: Material,
  { report }: AuditFound,
): Promise<readonly RowAnswer[]> {
  const cases = await storage.materialCases.ofMaterial(id, wallClock.now())
  const decided = cases.find(({ decision }) => decision !== null)
  const audit = decided && (await storage.materials.findAudit(decided.auditId))
  const was = audit && (await storage.materials.findReport(id, audit.nth))
  if (decided?.decision == null || was == null) return []
  const answers = decided.decision.answers as readonly RowAnswer[]
  return keptAnswers(answers, (was.report as KeptReport).rows, report.rows)
}

/** From now on others are compared with it. Before the end is written: what is told is findable. */
async function indexBody(ports: Ports, { material, found }: Found): Promise<void> {
  if (found.marks === null) return
  const { publishedAt, body } = found.report.material
  const { id: name, appid } = material
  const draft = { name, appid, publishedAt: publishedAt ?? material.createdAt, text: body }
  await ports.storage.documents.add(AUDITED, [{ ...draft, ...found.marks }], ports.wallClock.now())
}

/** Settled without an answer; the app hears why. What stood before it stands. */
export async function failAudit(
  ports: Ports,
  audit: MaterialAudit,
  material: Material,
  trouble: Trouble,
): Promise<void> {
  const settledAt = ports.wallClock.now()
  const state = audit.cause === 'schedule' ? material.state : 'failed'
  await ports.storage.materials.settle(
    audit.id,
    { settledAt, trouble, state },
    tellFailed({ material, audit, trouble, at: settledAt }),
  )
}
