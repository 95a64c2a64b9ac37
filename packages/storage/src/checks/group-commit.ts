/**
 * Writes what comes at the same time together: each caller is answered after the write that its item
 * was part of.
 *
 * While a write runs, items gather; the next takes them, oldest first, up to the limits. A write costs
 * much and each further item little, so the next waits, a moment at most, until a third of those have
 * come again that were there when the last one ended, and a second one runs beside the first only for
 * many. So one item alone waits for nobody, and under load one flush of the disk serves hundreds.
 *
 * A write that fails fails its own items only; one that the store refuses because of its content is
 * halved until the culprit stands alone.
 */

export interface GroupLimits<Item> {
  readonly mostItems: number
  /** Of one write, as `weigh` counts; an item that is heavier goes alone. */
  readonly mostWeight: number
  readonly weigh: (item: Item) => number
  /** How many writes may run at once. */
  readonly lanes: number
  /** Beside a running write another begins only for so many. */
  readonly leastBeside: number
  /** For how long a write waits at most until a third of those have come again. */
  readonly gatherMs: number
  /** How many may wait. */
  readonly mostWaiting: number
}

export interface Group<Item, Result> {
  /** What `resultOf` says, once written. Rejects with what `refuseMore` makes when too many wait. */
  add(item: Item): Promise<Result>
  /** When nothing waits or runs any more. */
  drained(): Promise<void>
}

export interface Store<Item, Result> {
  write(items: readonly Item[]): Promise<void>
  resultOf(written: Item): Result
  /** True when another try with fewer items may succeed: the content was refused, not the connection lost. */
  isRefusal(error: unknown): boolean
  refuseMore(): Error
}

interface Waiting<Item, Result> extends Pick<PromiseWithResolvers<Result>, 'resolve' | 'reject'> {
  readonly item: Item
}

/** Of those that were there: with nearly all in one write, nobody would be left to work for meanwhile. */
const ENOUGH = 0.35

export function groupCommit<Item, Result>(
  store: Store<Item, Result>,
  limits: GroupLimits<Item>,
): Group<Item, Result> {
  const waiting = new Queue<Waiting<Item, Result>>()
  const idle: (() => void)[] = []
  let running = 0
  let isScheduled = false
  /** Items of the last write, and those that waited when it ended. */
  let wereThere = 0
  let gathering: NodeJS.Timeout | null = null

  function start(): void {
    isScheduled = false
    while (running < limits.lanes && waiting.size > 0 && isWorthIt()) write()
    if (running > 0) return
    if (waiting.size > 0) gathering ??= setTimeout(write, limits.gatherMs)
    else for (const resolve of idle.splice(0)) resolve()
  }

  function isWorthIt(): boolean {
    if (running > 0) return waiting.size >= limits.leastBeside
    return waiting.size >= Math.min(limits.mostItems, wereThere * ENOUGH)
  }

  function write(): void {
    if (gathering !== null) clearTimeout(gathering)
    gathering = null
    const batch = takeBatch(waiting, limits)
    running += 1
    void writeAll(store, batch).then(() => {
      running -= 1
      wereThere = batch.length + waiting.size
      start()
    })
  }

  return {
    add(item) {
      if (waiting.size >= limits.mostWaiting) return Promise.reject(store.refuseMore())
      const { promise, resolve, reject } = Promise.withResolvers<Result>()
      waiting.push({ item, resolve, reject })
      if (!isScheduled && running < limits.lanes) {
        // After this turn of the event loop: requests that were read together are written together.
        isScheduled = true
        setImmediate(start)
      }
      return promise
    },
    drained: () =>
      running === 0 && waiting.size === 0
        ? Promise.resolve()
        : new Promise((resolve) => idle.push(resolve)),
  }
}

function takeBatch<Item, Result>(
  waiting: Queue<Waiting<Item, Result>>,
  { mostItems, mostWeight, weigh }: GroupLimits<Item>,
): readonly Waiting<Item, Result>[] {
  const batch: Waiting<Item, Result>[] = []
  let weight = 0
  for (let next = waiting.peek(); next !== undefined; next = waiting.peek()) {
    weight += weigh(next.item)
    const isFull = batch.length === mostItems || weight > mostWeight
    if (batch.length > 0 && isFull) break
    batch.push(next)
    waiting.shift()
  }
  return batch
}

/** Never rejects. */
async function writeAll<Item, Result>(
  store: Store<Item, Result>,
  batch: readonly Waiting<Item, Result>[],
): Promise<void> {
  try {
    await store.write(batch.map(({ item }) => item))
    for (const { item, resolve } of batch) resolve(store.resultOf(item))
  } catch (error) {
    if (batch.length > 1 && store.isRefusal(error)) {
      const middle = batch.length >> 1
      await writeAll(store, batch.slice(0, middle))
      await writeAll(store, batch.slice(middle))
      return
    }
    for (const { reject } of batch) reject(error)
  }
}

/** First in, first out; taking one costs the same however many wait. */
class Queue<Entry> {
  private entries: Entry[] = []
  private first = 0

  get size(): number {
    return this.entries.length - this.first
  }

  push(entry: Entry): void {
    this.entries.push(entry)
  }

  peek(): Entry | undefined {
    return this.entries[this.first]
  }

  shift(): void {
    this.first += 1
    if (this.first * 2 < this.entries.length) return
    this.entries = this.entries.slice(this.first)
    this.first = 0
  }
}
