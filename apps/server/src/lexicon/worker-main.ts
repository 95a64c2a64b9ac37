/** The program of the thread that compiles and rates lists of terms. */

import { parentPort } from 'node:worker_threads'
import { packLexicon, rateTerms, type Term } from '@fangxing/text'
import type { Answer, Letter, Order } from './compile-beside.ts'

/** Terms of orders that have not come yet, by number. */
const sent = new Map<number, Term[]>()

parentPort?.on('message', (letter: Letter) => {
  const { number } = letter
  const terms = sent.get(number) ?? []
  if ('terms' in letter) {
    sent.set(number, terms)
    for (const term of letter.terms) terms.push(term)
    return
  }
  sent.delete(number)
  const answer = carryOut(terms, letter.order)
  const transfer = answer.kind === 'file' ? [answer.bytes.buffer as ArrayBuffer] : []
  parentPort?.postMessage({ number, answer }, transfer)
})

function carryOut(terms: readonly Term[], order: Order): Answer {
  try {
    return order.kind === 'compile'
      ? { kind: 'file', bytes: packLexicon(terms) }
      : { kind: 'rates', rates: rateTerms(terms, order.ordinary) }
  } catch (error) {
    return { kind: 'fault', said: String(error) }
  }
}
