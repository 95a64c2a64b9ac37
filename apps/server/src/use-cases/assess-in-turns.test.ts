import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileLexicon, type TextClassifier } from '@fangxing/text'
import { assessInTurns } from './assess-in-turns.ts'

const PASS = { label: 100, probability: 1, suggest: 'pass', probabilities: {} } as const
const lexicon = compileLexicon([{ id: 'a', text: '办假证', label: 20008, level: 'block' }])

/** Writes down what each engine is asked. */
function openEngines() {
  const asked: string[] = []
  const classifier: TextClassifier = {
    edition: 'noted',
    classify(text) {
      asked.push(`classify ${text}`)
      return { ...PASS, edition: 'noted' }
    },
  }
  const noted = {
    ...lexicon,
    find: (text: string) => {
      asked.push(`find ${text}`)
      return lexicon.find(text)
    },
  }
  const assess = (text: string) =>
    assessInTurns({
      ...{ texts: [{ field: 'content', text }], scene: 2 },
      ...{ lexicon: noted, classifier },
    })
  return { asked, assess }
}

test('texts of one turn go through one engine after the other, and each gets its own answer', async () => {
  const { asked, assess } = openEngines()
  const assessed = await Promise.all([assess('甲'), assess('办假证'), assess('乙')])
  const all = ['甲', '办假证', '乙']
  assert.deepEqual(asked, [
    ...all.map((text) => `find ${text}`),
    ...all.map((text) => `classify ${text}`),
  ])
  assert.deepEqual(
    assessed.map(({ verdict }) => verdict),
    ['pass', 'reject', 'pass'],
  )
})

test('a text that comes in the next turn is not waited for', async () => {
  const { asked, assess } = openEngines()
  await assess('甲')
  await assess('乙')
  assert.deepEqual(asked, ['find 甲', 'classify 甲', 'find 乙', 'classify 乙'])
})

test('what breaks the assessment of a turn is told to those who asked in it', async () => {
  const broken = {
    ...lexicon,
    get edition(): string {
      throw new RangeError('broken')
    },
  }
  const order = { texts: [], scene: 2, lexicon: broken }
  const [one, other] = await Promise.allSettled([assessInTurns(order), assessInTurns(order)])
  assert.deepEqual([one.status, other.status], ['rejected', 'rejected'])
  const { assess } = openEngines()
  assert.equal((await assess('甲')).verdict, 'pass')
})
