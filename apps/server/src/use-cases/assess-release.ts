/** Engines and rules of today over an uploaded package, with what was declared at its submission. */

import { AppError, type SubmissionFacts } from '@fangxing/contract'
import type { Submission } from '@fangxing/release'
import type { AssessmentDraft, Release } from '@fangxing/storage'
import type { Ports } from '../ports.ts'

export type MachineReview = Omit<AssessmentDraft, 'auditId'>

/** Throws when the package cannot be taken, or ended the process that read it. */
export async function assessRelease(
  ports: Ports,
  release: Release,
  submission: Submission,
): Promise<MachineReview> {
  const archive = await ports.storage.releases.archive(release.id)
  const terms = await ports.lexicon.listed()
  if (archive === null) throw new AppError('PACKAGE_UNREADABLE')
  const facts = toFacts(submission)
  const { summary, ...assessment } = await ports.assessor.assess({ archive, facts, terms })
  return { assessment, summary }
}

function toFacts({ categories, subject, ugcDeclaration }: Submission): SubmissionFacts {
  return { categories, subject, ...(ugcDeclaration === null ? {} : { ugcDeclaration }) }
}
