/**
 * Compiles and rates lists of terms in a thread beside the event loop, so that requests go on.
 *
 * The thread sends a packed lexicon, which is loaded here in about a third of the time that
 * compiling takes. It starts with the first long list and never keeps the process alive. Should it
 * end, what it was asked fails and the next order starts another.
 */

import { Worker } from 'node:worker_threads'
import {
  loadLexicon,
  loadOrdinaryWords,
  respectWords,
  type Term,
  type TermRate,
} from '@fangxing/text'
import { type Compiler, compileHere } from './compile.ts'

export type Order =
  | { readonly kind: 'compile'; readonly terms: readonly Term[] }
  | { readonly kind: 'rate'; readonly terms: readonly Term[]; readonly ordinary: readonly string[] }

export type Answer =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'rates'; readonly rates: readonly TermRate[] }
  | { readonly kind: 'fault'; readonly said: string }

/** Shorter lists take a few milliseconds here, less than sending them away. */
const FEW_TERMS = 500

export function openCompiler(): Compiler {
  const thread = openThread()
  return {
    async compile(terms) {
      if (terms.length <= FEW_TERMS) return compileHere.compile(terms)
      const answer = await thread.ask({ kind: 'compile', terms })
      if (answer.kind !== 'file') throw new Error(toTrouble(answer))
      const loaded = loadLexicon(answer.bytes)
      if (!loaded.ok) throw new Error(loaded.because.en)
      return respectWords(loaded.lexicon, await loadOrdinaryWords())
    },
    async rate(terms, ordinary) {
      const answer = await thread.ask({ kind: 'rate', terms, ordinary })
      if (answer.kind !== 'rates') throw new Error(toTrouble(answer))
      return answer.rates
    },
  }
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
      waiting.delete(number)
      if (waiting.size === 0) started.unref()
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
    ask(order: Order): Promise<Answer> {
      worker ??= start()
      worker.ref()
      asked += 1
      const turn = Promise.withResolvers<Answer>()
      waiting.set(asked, turn)
      worker.postMessage({ number: asked, order })
      return turn.promise
    },
  }
}
