/** What is kept of a material and of an audit, as the storage holds it without looking inside. */

import type { RowAnswer } from '@fangxing/assessment'
import type { DeclaredAnswer } from '@fangxing/page'
import type { MaterialForm } from './material-form.ts'
import type { MaterialReport } from './report/index.ts'

export interface StoredSource {
  readonly form: MaterialForm
  /** Of a page that is opened where it stands. */
  readonly address?: string | undefined
  /** Of a page that came in a zip. */
  readonly entry?: string | undefined
  /** What servers answer to a page of a mini-program. */
  readonly answers?: readonly DeclaredAnswer[] | undefined
}

export interface KeptReport extends MaterialReport {
  /** What people answered of an earlier audit, where the machine says what it said then. */
  readonly kept: readonly RowAnswer[]
}
