/**
 * The work itself: one material opened, looked at and assessed. Runs in a process of its own.
 *
 * Pictures and documents are the server's errands: its engine has the models, it has the database.
 * Without a browser the page is not looked at, and its clauses go to a person.
 */

import { assessMaterial, toBody, weighRows } from '@fangxing/assessment'
import { AppError, type MaterialProfile, type PackageFiles } from '@fangxing/contract'
import { drawPage, findProgram, type PageEngine, startPageEngine } from '@fangxing/page'
import { materialProfiles } from '@fangxing/policy'
import type { AuditProgress } from '@fangxing/storage'
import { compileLexicon, loadShippedModel, markDocument } from '@fangxing/text'
import { readArchive } from '../../archive/index.ts'
import { allowAddresses } from '../../outbound/index.ts'
import { openCorpora } from '../corpus.ts'
import type { MaterialSource } from '../material-source.ts'
import { type ObservedMaterial, observeMaterial } from '../observe-material.ts'
import { drawPlates } from '../report/index.ts'
import type { AuditFound, AuditTask, Errands, LookedAt } from './audit-task.ts'

const ENTRY = 'index.html'
const ZIP = [0x50, 0x4b]

export async function runAudit(
  task: AuditTask,
  errands: Errands,
  tell: (progress: AuditProgress) => void,
): Promise<AuditFound> {
  const source = await openSource(task)
  const profile = profileOf(task.profile)
  const addresses = allowAddresses(task.networks)
  const page =
    source.kind === 'article'
      ? undefined
      : await startPageEngine({ egress: addresses }).catch(() => undefined)
  try {
    const engines = { addresses, page, media: lookBy(errands), corpora: corporaBy(errands, task) }
    const observed = await observeMaterial(source, engines, {
      profile,
      auditedAt: task.auditedAt,
      onProgress: (step, done, all) => tell({ step, done, all }),
    })
    const { material, cards = [] } = observed.seen
    const given = await errands.opinions({ material, profile, cards })
    return await toFound(task, profile, withOpinions(observed, given), page)
  } finally {
    await page?.close()
  }
}

async function toFound(
  { name, terms }: AuditTask,
  profile: MaterialProfile,
  { seen, engines, notes, screenshots, media }: ObservedMaterial,
  page: PageEngine | undefined,
): Promise<AuditFound> {
  const lexicon = compileLexicon(terms.list)
  const { classifier } = await loadShippedModel()
  const assessment = assessMaterial(seen, { lexicon, classifier, engines })
  await page?.close()
  const { kind, title, publishedAt, auditedAt } = seen.material
  const body = toBody(seen.material)
  const plates = await drawPlates([...screenshots, ...media])
  return {
    report: {
      ...{ name, verdict: assessment.verdict, edition: assessment.edition, notes },
      profile: profile.id,
      rows: weighRows(assessment, profile.personClauses === 'review'),
      judgements: assessment.judgements,
      material: { kind, title, publishedAt, auditedAt, body },
    },
    plates,
    marks: markDocument(body),
  }
}

/** What the configured model thinks, and why it may have said nothing. */
function withOpinions(
  { seen, engines, notes, ...observed }: ObservedMaterial,
  given: Awaited<ReturnType<Errands['opinions']>>,
): ObservedMaterial {
  if (given === null) return { seen, engines, notes, ...observed }
  return {
    ...observed,
    seen: { ...seen, opinions: given.opinions },
    engines: [...engines, given.edition],
    notes: [...notes, ...given.notes],
  }
}

async function openSource({ name, source, form }: AuditTask): Promise<MaterialSource> {
  switch (source.kind) {
    case 'address':
      return { kind: 'address', name, address: source.address, form }
    case 'article': {
      const files = source.archive === null ? new Map() : await readArchive(source.archive)
      return { kind: 'article', name, files, form }
    }
    case 'page': {
      const files = await filesOf(source.archive)
      if (files.has(source.entry)) return { kind: 'page', name, entry: source.entry, files, form }
      return { kind: 'page', name, ...drawProgram(files, source), form }
    }
  }
}

/** A page of a mini-program from source, named as `app.json` names it. */
function drawProgram(
  files: PackageFiles,
  { entry: page, answers }: Extract<AuditTask['source'], { kind: 'page' }>,
) {
  const program = findProgram(files)
  const [path = ''] = page.split('?')
  if (program?.pages.includes(path)) return drawPage(program, { page, answers })
  throw new AppError('FILE_NOT_FOUND', { file: page })
}

/** A zip, or one page of HTML. */
async function filesOf(bytes: Uint8Array): Promise<PackageFiles> {
  const isZip = ZIP.every((byte, at) => bytes[at] === byte)
  return isZip ? readArchive(bytes) : new Map([[ENTRY, bytes]])
}

function profileOf(id: string): MaterialProfile {
  const found = materialProfiles.find((one) => one.id === id)
  if (found === undefined) throw new AppError('MATERIAL_MALFORMED', { field: 'profile' })
  return found
}

/**
 * The edition of the engine is known once it has looked at something. What the engine could not look
 * at, be it that it was stopped, is missing, and its clauses go to a person.
 */
function lookBy(errands: Errands) {
  const looking = {
    edition: 'media-unasked',
    picture({ name, bytes }: { name: string; bytes: Uint8Array }) {
      return errands.picture({ name, bytes }).then(taken, () => unseen(name, 'format'))
    },
    clip({ name, source }: { name: string; source: unknown }) {
      if (!(source instanceof Uint8Array)) throw new TypeError('a clip is sent as bytes')
      return errands.clip({ name, bytes: source }).then(taken, () => unseen(name, 'video'))
    },
  }
  function taken<Seen>({ seen, edition }: LookedAt<Seen>): Seen {
    looking.edition = edition
    return seen
  }
  return looking
}

function unseen(name: string, fact: string) {
  return { name, sha256: '', missing: [{ fact, because: NOT_LOOKED_AT }] }
}

const NOT_LOOKED_AT = {
  zh: '没能看这张图片或这段视频。',
  en: 'This picture or clip could not be looked at.',
}

function corporaBy(errands: Errands, { seeker }: AuditTask) {
  return openCorpora(
    {
      candidates: (bands, most) => errands.candidates({ bands, most }),
      sharing: (passages, bounds) => errands.sharing({ passages, ...bounds }),
      texts: (numbers) => errands.texts(numbers),
    },
    seeker,
  )
}
