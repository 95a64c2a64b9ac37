/** Sounds through the whole server with the real engine: fetched, heard, judged, told. */

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { findFfmpeg } from '@fangxing/media'
import type { KeptMediaCheck } from '@fangxing/storage'
import { openMediaEngine } from '../src/media-checks/media-engine.ts'
import { type Instance, makeProgram, type Program, startInstance } from './instance.ts'
import { type MediaHost, startMediaHost } from './media-studio.ts'

const skip = (await findFfmpeg()) === null ? 'this machine has no ffmpeg' : false

const RATE = 16_000
const SOUND = { version: 2, scene: 2, openid: 'oAbc', media_type: 1 }

/** A WAV of one channel; `loudness` 0 is silence. */
function tone(seconds: number, loudness: number): Buffer {
  const samples = Buffer.alloc(seconds * RATE * 2)
  for (let at = 0; at < seconds * RATE; at += 1) {
    samples.writeInt16LE(Math.round(Math.sin(at / 8) * 20_000 * loudness), at * 2)
  }
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + samples.byteLength, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  // PCM, one channel; then rate, bytes a second, bytes and bits a sample.
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(RATE, 24)
  header.writeUInt32LE(RATE * 2, 28)
  header.writeUInt16LE(2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36)
  header.writeUInt32LE(samples.byteLength, 40)
  return Buffer.concat([header, samples])
}

let instance: Instance
let host: MediaHost
let program: Program

before(async () => {
  host = await startMediaHost()
  const hear = join(import.meta.dirname, 'hear.ts')
  const speech = { kind: 'command', program: process.execPath, args: [hear] } as const
  instance = await startInstance(undefined, openMediaEngine({ speech, workers: 1 }))
  program = await makeProgram(instance)
})
after(async () => {
  await instance.close()
  host.close()
})

async function settled(path: string): Promise<KeptMediaCheck> {
  const asked = await program.call('/wxa/media_check_async', { ...SOUND, media_url: host.at(path) })
  assert.equal(asked.errcode, 0)
  const deadline = Date.now() + 120_000
  for (;;) {
    const found = await instance.storage.mediaChecks.find(asked.trace_id)
    if (found !== null && found.settledAt !== null) return found
    assert(Date.now() < deadline, 'nobody settled it')
    await wait(50)
  }
}

test('a word that a recogniser cut in two is found, with its seconds', { skip }, async () => {
  host.serve('/a.wav', tone(3, 1))
  const { id, answer } = await settled('/a.wav')
  const { suggest, label } = answer as { suggest: string; label: number }
  assert.deepEqual([suggest, label], ['risky', 20008])
  const record = await instance.storage.checks.find(id)
  const { hits } = (record?.evidence ?? { hits: [] }) as { hits: { place: object }[] }
  assert.deepEqual(
    hits.map(({ place }) => place),
    [{ kind: 'clip', clip: 'media', from: 0.2, to: 2.4 }],
  )
})

test('a sound in which nothing is audible passes', { skip }, async () => {
  host.serve('/c.wav', tone(2, 0))
  const { answer } = await settled('/c.wav')
  assert.equal((answer as { suggest: string }).suggest, 'pass')
})

test('a file that only begins like a sound goes to a person', { skip }, async () => {
  host.serve('/b.wav', Buffer.from('RIFF\x24\0\0\0WAVEnothing that any player knows'))
  const { answer } = await settled('/b.wav')
  assert.equal((answer as { suggest: string }).suggest, 'review')
})
