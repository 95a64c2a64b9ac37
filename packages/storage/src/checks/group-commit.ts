/**
 * Writes what comes at the same time together: each caller is answered after the write that its item
 * was part of.
 *
 * While the writes that may run at once are running, items gather; the next write takes them, oldest
 * first, up to the limits. So one item alone waits for nobody, and under load one flush of the disk
 * serves hundreds. A write that fails fails its own items only; one that the store refuses because
 * of its content is halved until the culprit stands alone.
 */

export interface GroupLimits<Item> {
  readonly mostItems: number
  /** Of one write, as `weigh` counts; an item that is heavier goes alone. */
  readonly mostWeight: number
  readonly weigh: (item: Item) => number
  /** How many writes may run at once. */
  readonly lanes: number
  /** How many may wait. */
  readonly mostWaiting: number
}

export interface Group<Item> {
  /** Rejects with what `refuseMore` makes when too many wait. */
  add(item: Item): Promise<void>
  /** When nothing waits or runs any more. */
  drained(): Promise<void>
}

export interface Store<Item> {
  write(items: readonly Item[]): Promise<void>
  /** True when another try with fewer items may succeed: the content was refused, not the connection lost. */
  isRefusal(error: unknown): boolean
  refuseMore(): Error
}

interface Waiting<Item> extends PromiseWithResolvers<void> {
  readonly item: Item
}

export function groupCommit<Item>(store: Store<Item>, limits: GroupLimits<Item>): Group<Item> {
  const waiting = new Queue<Waiting<Item>>()
  const idle: (() => void)[] = []
  let running = 0
  let isScheduled = false

  function start(): void {
    isScheduled = false
    while (running < limits.lanes && waiting.size > 0) {
      running += 1
      void writeAll(store, takeBatch(waiting, limits)).then(() => {
        running -= 1
        start()
      })
    }
    if (running === 0) for (const resolve of idle.splice(0)) resolve()
  }

  return {
    add(item) {
      if (waiting.size >= limits.mostWaiting) return Promise.reject(store.refuseMore())
      const turn = { ...Promise.withResolvers<void>(), item }
      waiting.push(turn)
      if (!isScheduled && running < limits.lanes) {
        // After this turn of the event loop: requests that were read together are written together.
        isScheduled = true
        setImmediate(start)
      }
      return turn.promise
    },
    drained: () =>
      running === 0 && waiting.size === 0
        ? Promise.resolve()
        : new Promise((resolve) => idle.push(resolve)),
  }
}

function takeBatch<Item>(
  waiting: Queue<Waiting<Item>>,
  { mostItems, mostWeight, weigh }: GroupLimits<Item>,
): readonly Waiting<Item>[] {
  const batch: Waiting<Item>[] = []
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
async function writeAll<Item>(store: Store<Item>, batch: readonly Waiting<Item>[]): Promise<void> {
  try {
    await store.write(batch.map(({ item }) => item))
    for (const { resolve } of batch) resolve()
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
