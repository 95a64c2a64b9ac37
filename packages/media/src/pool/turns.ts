/** A fixed number of turns, handed out first come first served. */

export interface Turns {
  /** False when the signal fired before a turn was free. */
  take(signal: AbortSignal): Promise<boolean>
  give(): void
}

export function openTurns(count: number): Turns {
  const waiting: (() => void)[] = []
  let free = count
  return {
    async take(signal) {
      if (signal.aborted) return false
      if (free > 0) {
        free -= 1
        return true
      }
      return await new Promise<boolean>((resolve) => {
        const turn = (): void => {
          signal.removeEventListener('abort', leave)
          resolve(true)
        }
        const leave = (): void => {
          waiting.splice(waiting.indexOf(turn), 1)
          resolve(false)
        }
        signal.addEventListener('abort', leave, { once: true })
        waiting.push(turn)
      })
    },
    give() {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    },
  }
}
