import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Finding, Place } from '@fangxing/contract'
import { boxesOn } from './boxes-on.ts'

const message = { zh: '', en: '' }
const at = (place: Place): Finding => ({ place, message })
const box = (y: number, height = 10) => ({ x: 0, y, width: 10, height })

const cases: [name: string, plate: string, place: Place, ys: number[]][] = [
  ['on its screen', '375x812@0.png', { kind: 'page', page: 'a', box: box(5) }, [5]],
  ['on the second screen', '375x812@812.png', { kind: 'page', page: 'a', box: box(900) }, [88]],
  [
    'across two screens, on the upper',
    '375x812@0.png',
    { kind: 'page', page: 'a', box: box(805) },
    [805],
  ],
  [
    'across two screens, on the lower',
    '375x812@812.png',
    { kind: 'page', page: 'a', box: box(805) },
    [-7],
  ],
  ['of the whole page', '375x812@0.png', { kind: 'page', page: 'a' }, []],
  ['of the other width', '360x640@0.png', { kind: 'page', page: 'a', width: 375, box: box(5) }, []],
  ['in a picture', 'a.jpg', { kind: 'picture', picture: 'a.jpg', box: box(5) }, [5]],
  ['in another picture', 'a.jpg', { kind: 'picture', picture: 'b.jpg', box: box(5) }, []],
]

for (const [name, plate, place, ys] of cases) {
  test(`a finding ${name} is drawn ${ys.length === 0 ? 'nowhere' : `at ${ys[0]}`} on ${plate}`, () => {
    assert.deepEqual(
      boxesOn(plate, [at(place)]).map(({ y }) => y),
      ys,
    )
  })
}
