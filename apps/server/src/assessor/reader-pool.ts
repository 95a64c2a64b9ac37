/**
 * A few processes that read packages, and the queue before them.
 *
 * Tasks are served in order of arrival, each by a process that has no other; a process that ended is
 * not given another task, and the next one starts a new process. No task is tried twice. A process
 * without work for `idleMs` is ended.
 */

import { Reader, type ReaderOptions } from './reader.ts'
import type { Answer, Task } from './tasks.ts'

export interface PoolOptions extends ReaderOptions {
  readonly processes: number
  readonly idleMs: number
}

/** We stopped, not the package: whoever hears this tries again later, elsewhere. */
export class AssessorClosed extends Error {
  override readonly name = 'AssessorClosed'
}

interface Seat {
  readonly reader: Reader
  isBusy: boolean
  /** Of the terms that the process was sent last. */
  edition: string | null
  idleTimer: NodeJS.Timeout | undefined
}

interface Turn extends PromiseWithResolvers<Answer> {
  readonly task: Task
}

export class ReaderPool {
  private readonly options: PoolOptions
  private readonly seats = new Set<Seat>()
  private readonly waiting: Turn[] = []
  private isClosed = false

  constructor(options: PoolOptions) {
    this.options = options
  }

  ask(task: Task): Promise<Answer> {
    const turn = { task, ...Promise.withResolvers<Answer>() }
    if (this.isClosed) turn.reject(new AssessorClosed())
    else this.waiting.push(turn)
    this.seatNext()
    return turn.promise
  }

  async close(): Promise<void> {
    this.isClosed = true
    for (const { reject } of this.waiting.splice(0)) reject(new AssessorClosed())
    for (const { idleTimer } of this.seats) clearTimeout(idleTimer)
    await Promise.all([...this.seats].map(({ reader }) => reader.stop()))
  }

  private seatNext(): void {
    for (let turn = this.waiting[0]; turn !== undefined; turn = this.waiting[0]) {
      try {
        const seat = this.findSeat()
        if (seat === null) return
        void this.serve(seat, turn)
      } catch (error) {
        // The machine has no room for another process.
        turn.reject(error)
      }
      this.waiting.shift()
    }
  }

  private findSeat(): Seat | null {
    const free = [...this.seats].find(({ isBusy }) => !isBusy)
    return free ?? (this.seats.size < this.options.processes ? this.startSeat() : null)
  }

  private startSeat(): Seat {
    const reader = new Reader(this.options)
    const seat: Seat = { reader, isBusy: false, edition: null, idleTimer: undefined }
    this.seats.add(seat)
    void reader.gone.then(() => {
      // A busy one keeps its seat until its task is answered.
      if (!seat.isBusy) this.seats.delete(seat)
    })
    return seat
  }

  private async serve(seat: Seat, { task, resolve, reject }: Turn): Promise<void> {
    clearTimeout(seat.idleTimer)
    seat.isBusy = true
    try {
      resolve(await seat.reader.ask(withKnownTerms(task, seat)))
      this.rest(seat)
    } catch (error) {
      this.seats.delete(seat)
      reject(this.isClosed ? new AssessorClosed() : error)
    }
    this.seatNext()
  }

  private rest(seat: Seat): void {
    seat.isBusy = false
    seat.idleTimer = setTimeout(() => {
      // Gone from the list at once: nobody is seated at a process that is being ended.
      this.seats.delete(seat)
      void seat.reader.stop()
    }, this.options.idleMs).unref()
  }
}

/** Terms travel once for each edition and process. */
function withKnownTerms(task: Task, seat: Seat): Task {
  if (task.kind !== 'assess') return task
  const isKnown = seat.edition === task.edition
  seat.edition = task.edition
  return isKnown ? { ...task, terms: null } : task
}
