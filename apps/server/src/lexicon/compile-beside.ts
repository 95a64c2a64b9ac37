/**
 * Compiles and rates lists of terms in a thread beside the event loop, so that requests go on.
 *
 * The thread sends a packed lexicon, which is loaded here step by step, as terms are sent there part
 * by part: between any two of them requests are answered. It starts with the first long list and never
 * keeps the process alive. Should it end, what it was asked fails and the next order starts another.
 */

import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import {
  type LoadedLexicon,
  loadLexiconInSteps,
  loadOrdinaryWords,
  respectWords,
  type Term,
  type TermRate,
} from '@fangxing/text'
import { type Compiler, compileHere } from './compile.ts'

/** What to do with the terms that were sent before, in parts under the same number. */
export type Order =
  | { readonly kind: 'compile' }
  | { readonly kind: 'rate'; readonly ordinary: readonly string[] }

export type Letter =
  | { readonly number: number; readonly terms: readonly Term[] }
  | { readonly number: number; readonly order: Order }

export type Answer =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'rates'; readonly rates: readonly TermRate[] }
  | { readonly kind: 'fault'; readonly said: string }

/** Shorter lists take a few milliseconds here, less than sending them away. */
const FEW_TERMS = 500
/** Sending copies them: what takes about a millisecond. */
const SENT_AT_ONCE = 1000

export function openCompiler(): Compiler {
  const thread = openThread()
  return {
    async compile(terms) {
      if (terms.length <= FEW_TERMS) return compileHere.compile(terms)
      const answer = await thread.ask(terms, { kind: 'compile' })
      if (answer.kind !== 'file') throw new Error(toTrouble(answer))
      const loaded = await loadBetween(answer.bytes)
      if (!loaded.ok) throw new Error(loaded.because.en)
      return respectWords(loaded.lexicon, await loadOrdinaryWords())
    },
    async rate(terms, ordinary) {
      const answer = await thread.ask(terms, { kind: 'rate', ordinary })
      if (answer.kind !== 'rates') throw new Error(toTrouble(answer))
      return answer.rates
    },
  }
}

/** One step in each turn of the event loop. */
async function loadBetween(bytes: Uint8Array): Promise<LoadedLexicon> {
  const steps = loadLexiconInSteps(bytes)
  let step = steps.next()
  while (step.done !== true) {
    await setImmediate()
    step = steps.next()
  }
  return step.value
}

/** The terms in parts, one in each turn of the event loop. */
async function send(
  thread: Worker,
  number: number,
  terms: readonly Term[],
  order: Order,
): Promise<void> {
  const post = (letter: Letter) => thread.postMessage(letter)
  for (let first = 0; first < terms.length; first += SENT_AT_ONCE) {
    post({ number, terms: terms.slice(first, first + SENT_AT_ONCE) })
    await setImmediate()
  }
  post({ number, order })
}

function toTrouble(answer: Answer): string {
  return answer.kind === 'fault' ? answer.said : `the thread answered with ${answer.kind}`
}

function openThread() {
  const waiting = new Map<number, PromiseWithResolvers<Answer>>()
  let worker: Worker | null = null
  let asked = 0

  function start(): Worker {
    const started = new Worker(new URL('./worker-main.ts', import.meta.url))
    started.on('message', ({ number, answer }: { number: number; answer: Answer }) => {
      waiting.get(number)?.resolve(answer)
    })
    started.on('error', (error) => end(error))
    started.on('exit', (code) => end(new Error(`the thread ended with ${code}`)))
    return started
  }

  function end(because: Error): void {
    worker = null
    for (const { reject } of waiting.values()) reject(because)
    waiting.clear()
  }

  return {
    async ask(terms: readonly Term[], order: Order): Promise<Answer> {
      worker ??= start()
      const sender = worker
      sender.ref()
      asked += 1
      const number = asked
      const turn = Promise.withResolvers<Answer>()
      // Should the thread end before all is sent, nobody waits for the answer yet.
      turn.promise.catch(() => {})
      waiting.set(number, turn)
      await send(sender, number, terms, order).catch(turn.reject)
      return turn.promise.finally(() => {
        waiting.delete(number)
        if (waiting.size === 0) sender.unref()
      })
    },
  }
}
