import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { skip } from '../../test/render-clip.ts'
import { toPlayableSound } from './playable-sound.ts'
import { secondsOf, toWav } from './wav.ts'

async function playable(bytes: Uint8Array): Promise<Uint8Array | null> {
  const folder = await mkdtemp(join(tmpdir(), 'sound-'))
  try {
    await writeFile(join(folder, 'sound'), bytes)
    return await toPlayableSound(join(folder, 'sound'))
  } finally {
    await rm(folder, { recursive: true })
  }
}

const second = Buffer.from(Int16Array.from({ length: 16_000 }, (_, at) => (at % 80) * 300).buffer)

test('a recording comes back as its samples, without what is hidden behind them', {
  skip,
}, async () => {
  const given = Buffer.concat([toWav(second), Buffer.from('<script>alert(1)</script>')])
  const sound = await playable(given)
  assert(sound)
  assert.equal(secondsOf(sound), 1)
  assert.deepEqual(Buffer.from(sound.subarray(44)), second)
  assert(!Buffer.from(sound).includes('script'))
})

test('a long recording is cut after five minutes', { skip }, async () => {
  const sound = await playable(toWav(Buffer.alloc(320 * 32_000)))
  assert.equal(sound && secondsOf(sound), 300)
  assert.equal(Buffer.from(sound ?? []).readUInt32LE(40), 300 * 32_000)
})

test('what is no sound is none', { skip }, async () => {
  assert.equal(await playable(Buffer.from('not a sound at all')), null)
})
