/**
 * The life of a release as one table: state × event → the next state. All else is derived from it.
 *
 * An event that is absent from a row is refused in that state. `back` means "to where it stands
 * without this": see `standing`. What must hold beyond the table is in `obstacles.ts`, who may do it in
 * `permissions.ts`, what follows from it in `effects.ts`.
 */

export const NEXT = {
  /** Before `created`; no stored release is ever here. */
  nothing: { created: 'draft' },
  draft: { submitted: 'machineReview' },
  machineReview: {
    machinePassed: 'humanReview',
    machineRejected: 'rejected',
    withdrawn: 'withdrawn',
  },
  humanReview: {
    reviewerApproved: 'approved',
    reviewerRejected: 'rejected',
    delayed: 'delayed',
    expedited: 'humanReview',
    withdrawn: 'withdrawn',
  },
  delayed: {
    reviewerApproved: 'approved',
    reviewerRejected: 'rejected',
    delayed: 'delayed',
    expedited: 'delayed',
    withdrawn: 'withdrawn',
  },
  rejected: { submitted: 'machineReview', appealed: 'appealed' },
  appealed: {
    appealDismissed: 'rejected',
    rejectionReversed: 'humanReview',
    withdrawn: 'withdrawn',
  },
  withdrawn: { submitted: 'machineReview' },
  filing: {
    filingPassed: 'approved',
    filingRejected: 'filingRejected',
    preLaunched: 'preLaunch',
    materialRequested: 'materialRequested',
    contactLogged: 'filing',
    filingPaused: 'filing',
    filingResumed: 'filing',
    expediteRefused: 'filing',
    withdrawn: 'withdrawn',
  },
  materialRequested: {
    materialSupplied: 'filing',
    filingPassed: 'approved',
    filingRejected: 'filingRejected',
    preLaunched: 'preLaunch',
    contactLogged: 'materialRequested',
    expediteRefused: 'materialRequested',
    withdrawn: 'withdrawn',
  },
  filingRejected: { submitted: 'machineReview' },
  approved: {
    filingStarted: 'filing',
    launched: 'launched',
    greyLaunched: 'greyLaunch',
    superseded: 'superseded',
  },
  preLaunch: {
    filingPassed: 'approved',
    filingRejected: 'filingRejected',
    contactLogged: 'preLaunch',
    launched: 'launched',
    greyLaunched: 'greyLaunch',
    superseded: 'superseded',
  },
  greyLaunch: {
    greyLaunched: 'greyLaunch',
    greyCancelled: 'back',
    launched: 'launched',
    filingPassed: 'greyLaunch',
    filingRejected: 'takedownOrdered',
    contactLogged: 'greyLaunch',
    takedownOrdered: 'takedownOrdered',
    superseded: 'superseded',
  },
  launched: {
    filingPassed: 'launched',
    filingRejected: 'takedownOrdered',
    contactLogged: 'launched',
    takedownOrdered: 'takedownOrdered',
    reexaminationStarted: 'launched',
    reexaminationCleared: 'launched',
    rolledBack: 'rolledBack',
    superseded: 'superseded',
  },
  takedownOrdered: {
    takenDown: 'takenDown',
    takedownLifted: 'back',
    filingPassed: 'takedownOrdered',
    filingRejected: 'takedownOrdered',
    contactLogged: 'takedownOrdered',
    superseded: 'superseded',
  },
  takenDown: {
    rectified: 'rectified',
    filingPassed: 'takenDown',
    filingRejected: 'takenDown',
    superseded: 'superseded',
  },
  rectified: {
    reinstated: 'back',
    rectificationRefused: 'takenDown',
    filingPassed: 'rectified',
    filingRejected: 'takenDown',
    superseded: 'superseded',
  },
  superseded: {
    reinstated: 'back',
    filingPassed: 'superseded',
    filingRejected: 'superseded',
  },
  rolledBack: { filingPassed: 'rolledBack', filingRejected: 'rolledBack' },
} as const satisfies Record<string, Readonly<Record<string, string>>>

type Table = typeof NEXT
type KeysOfRows<Row> = Row extends Row ? keyof Row : never

export type State = Exclude<keyof Table, 'nothing'>
export type EventKind = KeysOfRows<Table[keyof Table]> & string

/** The table as a plain lookup: a cell is a state, `back`, or absent. */
export const ROWS: Readonly<
  Record<keyof Table, Readonly<Partial<Record<EventKind, State | 'back'>>>>
> = NEXT

/** The cell of the table; undefined when it is empty, also for words that no table knows. */
export function cellOf(state: keyof Table, kind: EventKind): State | 'back' | undefined {
  const row = ROWS[state]
  return Object.hasOwn(row, kind) ? row[kind] : undefined
}

/** Every state, in the order a release usually meets them. */
export const STATES = Object.keys(NEXT).filter((state) => state !== 'nothing') as readonly State[]
