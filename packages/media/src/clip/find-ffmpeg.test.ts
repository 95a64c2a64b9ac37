import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { test } from 'node:test'
import { ffmpegHere, skip } from '../../test/render-clip.ts'
import { findFfmpeg, isRecent, toFilterNames } from './find-ffmpeg.ts'

const versions: [version: string, recent: boolean][] = [
  ['5.1.9-0+deb12u1', true],
  ['5.0.3', false],
  ['4.4.2-0ubuntu0.22.04.1', false],
  ['6.0', true],
  ['n7.1', true],
  ['10.2.1', true],
  ['N-109542-g4bd1c7a', true],
  ['git-2024-01-01-abc', true],
  ['something else', false],
]

for (const [version, recent] of versions) {
  test(`ffmpeg ${version} is ${recent ? 'recent enough' : 'too early or unknown'}`, () => {
    assert.equal(isRecent(version), recent)
  })
}

test('the filters are read from the listing of a build, of five flags or of three', () => {
  const listing = [
    'Filters:',
    '  T.. = Timeline support',
    ' ... ebur128           A->N       EBU R128 scanner.',
    ' .S. blackdetect       V->V       Detect video intervals.',
    ' T.C drawtext          V->V       Draw text.',
    ' .. scdet             V->V       Of a later listing with two flags.',
    ' ... movie             |->N       Read from a movie source.',
  ].join('\n')
  assert.deepEqual(
    [...toFilterNames(listing)],
    ['ebur128', 'blackdetect', 'drawtext', 'scdet', 'movie'],
  )
})

test('a folder without the programs has no ffmpeg', async () => {
  assert.equal(await findFfmpeg(tmpdir()), null)
})

test('the ffmpeg of this machine has the filters that are used', { skip }, () => {
  const { filters } = ffmpegHere()
  for (const filter of ['blackdetect', 'freezedetect', 'scdet', 'silencedetect', 'ebur128']) {
    assert.ok(filters.has(filter), filter)
  }
})
