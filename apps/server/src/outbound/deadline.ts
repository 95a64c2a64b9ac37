/**
 * One end of time for all steps of an exchange.
 *
 * When it comes, `signal` aborts, and what was bounded by it rejects with TOO_SLOW.
 */

import { OutboundTrouble } from './trouble.ts'

export class Deadline {
  readonly #timeoutMs: number
  readonly #controller = new AbortController()
  readonly #timer: NodeJS.Timeout

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs
    this.#timer = setTimeout(() => this.#controller.abort(), timeoutMs)
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** The promise, or TOO_SLOW: also for steps that cannot be aborted, such as resolving a name. */
  bound<Value>(step: Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      const { signal } = this
      const tooSlow = () => reject(this.#tooSlow())
      signal.addEventListener('abort', tooSlow, { once: true })
      step.then(resolve, reject).finally(() => signal.removeEventListener('abort', tooSlow))
    })
  }

  /** Whatever went wrong, as trouble: what the deadline broke off was too slow. */
  explain(error: unknown): OutboundTrouble {
    if (error instanceof OutboundTrouble) return error
    if (this.signal.aborted) return this.#tooSlow()
    const { code, message } = error as { code?: unknown; message?: unknown }
    const reason = String(code ?? message ?? error).slice(0, 200)
    return new OutboundTrouble('UNREACHABLE', { reason }, { cause: error })
  }

  end(): void {
    clearTimeout(this.#timer)
  }

  #tooSlow(): OutboundTrouble {
    return new OutboundTrouble('TOO_SLOW', { timeoutMs: this.#timeoutMs })
  }
}
