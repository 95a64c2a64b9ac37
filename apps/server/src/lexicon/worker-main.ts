/** The program of the thread that compiles and rates lists of terms. */

import { parentPort } from 'node:worker_threads'
import { packLexicon, rateTerms } from '@fangxing/text'
import type { Answer, Order } from './compile-beside.ts'

parentPort?.on('message', ({ number, order }: { number: number; order: Order }) => {
  const answer = carryOut(order)
  const transfer = answer.kind === 'file' ? [answer.bytes.buffer as ArrayBuffer] : []
  parentPort?.postMessage({ number, answer }, transfer)
})

function carryOut(order: Order): Answer {
  try {
    return order.kind === 'compile'
      ? { kind: 'file', bytes: packLexicon(order.terms) }
      : { kind: 'rates', rates: rateTerms(order.terms, order.ordinary) }
  } catch (error) {
    return { kind: 'fault', said: String(error) }
  }
}
