/** Side effects that must happen, later and perhaps again: the only queue the rest may know. */

export interface Job {
  /** Kebab-case; workers subscribe to it. */
  readonly name: string
  /** Ids only: the worker reads the rest when it runs. Must be a JSON object. */
  readonly payload: Readonly<Record<string, string | number | boolean | null>>
  /** At most one job of this name and key waits at a time. */
  readonly key?: string | undefined
  /** On whose behalf: see `concurrencyOfGroup`. */
  readonly group?: string | undefined
  readonly startAfterSeconds?: number | undefined
  /** The higher the sooner; 0 when absent. */
  readonly priority?: number | undefined
}

export interface WorkOptions {
  /** How many run at once in this process; 1 when absent. */
  readonly concurrency?: number | undefined
  /** How many of one group among these, so that nobody takes all of them; no bound when absent. */
  readonly concurrencyOfGroup?: number | undefined
  /** How many are taken at once, to run one after the other; 10 when absent. 1 for long jobs. */
  readonly takenAtOnce?: number | undefined
}

export interface Jobs {
  /** Outside of any event. With an event, pass the job to `releases.append`: one transaction. */
  send(job: Job): Promise<void>
  /** Runs `run` for each job of the name, in this process; a throw brings the job back, three times. */
  work(
    name: string,
    run: (payload: Job['payload']) => Promise<void>,
    options?: WorkOptions,
  ): Promise<void>
  /** Takes no further jobs and waits for the running ones. */
  stop(): Promise<void>
}
