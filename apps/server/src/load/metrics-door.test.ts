import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AppError } from '@fangxing/contract'
import { mayReadMetrics } from './metrics-door.ts'

const NOBODY = { kind: 'nobody' } as const
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`

const rows: readonly [
  name: string,
  sent: string | undefined,
  wanted: string | undefined,
  may: boolean,
][] = [
  ['the right password', basic('prometheus:s3:cret'), 's3:cret', true],
  ['another one', basic('prometheus:other!'), 's3:cret', false],
  ['one of the same length', basic('p:s3:crev'), 's3:cret', false],
  ['none at all', undefined, 's3:cret', false],
  ['an empty one where none is set', basic('p:'), undefined, false],
  ['an empty one where it is set empty', basic('p:'), '', false],
  ['something that is no Basic', 'Digest x', 's3:cret', false],
]

for (const [name, sent, wanted, may] of rows) {
  test(`metrics with ${name}: ${may ? 'read' : 'refused'}`, () => {
    const read = () => mayReadMetrics(NOBODY, sent, wanted ?? '')
    if (may) read()
    else assert.throws(read, (error) => error instanceof AppError && error.code === 'NOT_SIGNED_IN')
  })
}
