/**
 * The state of following one program once: what is waiting to run, what was seen on the way.
 *
 * A run happens in one `World`, which fixes what content checks answer. The run is abstract: both
 * branches of a condition that is not known are followed, and what is written there is added to,
 * not replaced. Bounded by steps; `Exhausted` ends a run that is too long.
 */

import type { ContentCheck, FilePlace, Wording } from '@fangxing/contract'
import type { Program } from '../package/program.ts'
import type { Kept } from './device-storage.ts'
import type { Scope } from './scope.ts'
import type { EntryId, Value } from './value.ts'

/** What content checks answer in a run. */
export interface World {
  /** The entry whose content every check finds risky; all other content passes. */
  readonly riskyEntry: EntryId | undefined
  /** Every check breaks down: the call fails before it answers. */
  readonly checksFail: boolean
  /** The entry of which it is known that something was put in. */
  readonly filled?: EntryId
}

export type SinkKind = 'database' | 'storage' | 'host' | 'library' | 'missingFunction'

/** A place where content leaves the user's device for others to see. */
export interface Sink {
  readonly kind: SinkKind
  readonly entries: ReadonlySet<EntryId>
  readonly place: FilePlace
  /** What the package says of the other side without proving it. */
  readonly hint?: Wording
  /** Host, library or function name. */
  readonly target: string
  /** A check saw the same content earlier on this way. */
  readonly checked: ReadonlySet<EntryId>
  /** What was written, when it went into a database. */
  readonly written?: Written
}

/** Something that was done to a collection of the database. */
export interface Written {
  /** Empty when its name is not known. */
  readonly collection: string
  /** Nothing when documents were removed. */
  readonly fields: Value | undefined
}

/** A list that was asked for, and the fields that it was asked by. */
export interface ListRead {
  readonly collection: string
  readonly by: readonly string[]
}

/** A content check that was reached, and what it was given. */
export interface ReachedCheck {
  readonly api: ContentCheck['api']
  readonly version: 1 | 2
  readonly entries: ReadonlySet<EntryId>
  /** Entries of which it was given only a local path. */
  readonly blindTo: ReadonlySet<EntryId>
  readonly place: FilePlace
  /** False for a name that the platform does not have. */
  readonly exists: boolean
}

/** One call on the way to here. */
export interface Activation {
  readonly node: object
  readonly depth: number
  readonly outer: Activation | undefined
}

export interface Machine {
  readonly program: Program
  readonly world: World
  readonly sinks: Sink[]
  readonly checks: ReachedCheck[]
  /** Everything done to the database, whatever it holds. */
  readonly writes: Written[]
  readonly reads: ListRead[]
  /** The storage of the device, shared by every run of the program. */
  readonly kept: Kept
  /** Keys of the storage that were asked for. */
  readonly recalled: Set<string>
  readonly jobs: (() => void)[]
  /** Modules by path, with what they export. */
  readonly modules: Map<string, Value>
  /** Top-level names of modules by path: what `<script setup>` gives its template. */
  readonly scopes: Map<string, Scope>
  /** Events that Vue components have sent, by script. */
  readonly sent: Map<string, Map<string, Value>>
  /** The content that checks have seen on the way to here. */
  checked: ReadonlySet<EntryId>
  /** Above 0: this may not happen, so what is written is added. */
  doubt: number
  steps: number
  /** What is left for the whole program, over all pages and worlds. */
  readonly budget: Budget
  /** The function being followed and those that led to it, also across callbacks. */
  activation: Activation | undefined
  /** Entries whose content was asked for being there, with no answer known. */
  readonly tested: Set<EntryId>
  /** Files being followed, innermost last; gives a call its place. */
  file: string
  readonly entryAt: (place: FilePlace, api: string, hint: Value) => readonly EntryId[]
  readonly registrations: ((kind: 'page' | 'component' | 'app', config: Value) => void)[]
  app: Value | undefined
  /** Entries of rich-text editors on the page: their content is asked for, not sent. */
  editors: readonly EntryId[]
  /** Entries of sound recorders, by the first place that asks for one. */
  recorders: readonly EntryId[]
  /** The call about to be followed stands alone in its statement: nobody waits for it. */
  isDetached: boolean
}

/** The largest page of the labelled programs needs a quarter of this. */
const MAX_STEPS = 1_500_000
const MAX_JOBS = 2_000
/** A few seconds; the largest labelled program needs a tenth. */
const PROGRAM_STEPS = 12_000_000

export interface Budget {
  steps: number
}

export function openBudget(): Budget {
  return { steps: PROGRAM_STEPS }
}

export class Exhausted extends Error {}

export function countStep(machine: Machine): void {
  machine.steps += 1
  machine.budget.steps -= 1
  if (machine.steps > MAX_STEPS || machine.budget.steps < 0) throw new Exhausted()
}

export function inDoubt<Result>(machine: Machine, follow: () => Result): Result {
  machine.doubt += 1
  try {
    return follow()
  } finally {
    machine.doubt -= 1
  }
}

/** Puts off what the platform calls later: a callback, a promise reaction. */
export function later(machine: Machine, job: () => void): void {
  if (machine.jobs.length > MAX_JOBS) throw new Exhausted()
  const { checked, doubt, file, activation } = machine
  machine.jobs.push(() => {
    const before = {
      checked: machine.checked,
      doubt: machine.doubt,
      file: machine.file,
      activation: machine.activation,
    }
    const seen = new Set([...checked, ...machine.checked])
    Object.assign(machine, { checked: seen, doubt, file, activation })
    try {
      job()
    } finally {
      Object.assign(machine, before)
    }
  })
}

/** Runs what was put off, until `isDone` or nothing is left. */
export function runJobs(machine: Machine, isDone: () => boolean = () => false): void {
  while (!isDone()) {
    const job = machine.jobs.shift()
    if (job === undefined) return
    job()
  }
}
