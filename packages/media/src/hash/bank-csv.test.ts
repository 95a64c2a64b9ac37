import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readBankCsv, writeBankCsv } from './bank-csv.ts'

const BITS = 'f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22'
const HEADER = 'signal_type,signal_str,collab,category,tags'

test('a row of the exchange becomes an entry', () => {
  const text = `${HEADER}\n\npdq,${BITS.toUpperCase()},Shared bank,POSITIVE_CLASS,porn repeat\n`
  assert.deepEqual(readBankCsv(text), {
    entries: [{ bits: BITS, bank: 'Shared bank', label: 'porn repeat', kind: 'deny' }],
    skipped: 0,
    refused: [],
  })
})

test('columns are found by name, behind a byte order mark too', () => {
  const text = `\ufeffcategory,signal_str,signal_type\r\nNEGATIVE_CLASS,${BITS},pdq`
  assert.deepEqual(readBankCsv(text)?.entries, [{ bits: BITS, bank: '', label: '', kind: 'allow' }])
})

test('other hashes and open questions are skipped, broken hashes refused by line', () => {
  const rows = [
    `video_md5,0a21c8f85a55a9e276ffc2c53f6887c4,b,POSITIVE_CLASS,`,
    `pdq,${BITS},b,INVESTIGATION_SEED,`,
    `pdq,${BITS.slice(1)},b,POSITIVE_CLASS,`,
    `pdq,${BITS},"two\nlines",POSITIVE_CLASS,`,
    `pdq,,b,POSITIVE_CLASS,`,
  ]
  const reading = readBankCsv([HEADER, ...rows].join('\n'))
  assert.equal(reading?.skipped, 2)
  assert.deepEqual(reading?.refused, [4, 7])
  assert.equal(reading?.entries[0]?.bank, 'two\nlines')
})

test('what follows a broken quote is not read, and its line is named', () => {
  const reading = readBankCsv(`${HEADER}\npdq,${BITS},b,POSITIVE_CLASS,x\npdq,"${BITS},b\n`)
  assert.equal(reading?.entries.length, 1)
  assert.deepEqual(reading?.refused, [3])
})

test('a file without the named columns is no bank', () => {
  for (const text of ['', BITS, 'hash,label\n']) assert.equal(readBankCsv(text), null)
})

test('what is written is read back', () => {
  const fields = {
    bits: fc
      .array(fc.nat(15), { minLength: 64, maxLength: 64 })
      .map((digits) => digits.map((digit) => digit.toString(16)).join('')),
    bank: fc.string(),
    label: fc.string(),
    kind: fc.constantFrom('allow' as const, 'deny' as const),
  }
  const entry = fc.record(fields, { noNullPrototype: true })
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      assert.deepEqual(readBankCsv(writeBankCsv(entries)), { entries, skipped: 0, refused: [] })
    }),
  )
})
