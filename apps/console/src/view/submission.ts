/**
 * What the submission form gathered, as the API takes it.
 *
 * The declaration's numbers are those of `submit_audit`; scene 0 says that users publish nothing.
 */

import type { UgcDeclaration } from '@fangxing/contract'
import type { Submission } from '../api/types.ts'
import { categoryOf } from './categories.ts'

export const UGC_SCENES = [1, 2, 3, 4, 5] as const
export const UGC_METHODS = [1, 2, 3, 4] as const

const NO_UGC: UgcDeclaration = { scenes: [0], methods: [], hasAuditTeam: false, description: '' }

export interface SubmissionForm {
  readonly categories: readonly string[]
  readonly note?: string
  /** Null: nothing was said. */
  readonly hasUgc?: boolean | null
  readonly scenes?: readonly number[]
  readonly methods?: readonly number[]
  readonly hasAuditTeam?: boolean
  readonly ugcDescription?: string
}

export function toSubmission(form: SubmissionForm): Submission {
  const note = form.note?.trim()
  const ugcDeclaration = toDeclaration(form)
  return {
    categories: form.categories.map(categoryOf),
    ...(note ? { note } : {}),
    ...(ugcDeclaration ? { ugcDeclaration } : {}),
  }
}

function toDeclaration(form: SubmissionForm): UgcDeclaration | null {
  if (form.hasUgc === undefined || form.hasUgc === null) return null
  if (!form.hasUgc) return NO_UGC
  return {
    scenes: form.scenes ?? [],
    methods: form.methods ?? [],
    hasAuditTeam: form.hasAuditTeam ?? false,
    description: form.ugcDescription?.trim() ?? '',
  }
}
