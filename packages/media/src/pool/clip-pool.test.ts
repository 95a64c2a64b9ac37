import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { from, H264, render, skip } from '../../test/render-clip.ts'
import { startMediaPool } from './media-pool.ts'

const NO_MODELS = { words: false, classes: false }
const SAID = `console.log('{"language":"zh","segments":[{"start":0,"end":1,"text":"你好"}]}')`

test('a clip is seen in a child: its frames against the bank, its words by the command', {
  skip,
}, async () => {
  const path = await render(...from('testsrc2=s=320x180:d=2', 'sine=d=2'), ...H264, 'talk.mp4')
  const found = { bank: 'own', label: 'card', kind: 'deny', distance: 0 } as const
  const pool = await startMediaPool({
    workers: 1,
    models: NO_MODELS,
    bank: { find: () => [found] },
    clipLimits: { frames: 2 },
    speech: { kind: 'command', program: process.execPath, args: ['-e', SAID] },
  })
  try {
    const told: string[] = []
    const clip = await pool.clip(
      { name: 'talk', source: readFileSync(path), cover: readFileSync(path) },
      {
        wanted: ['black', 'frames', 'speech', 'cover'],
        frameFacts: ['known'],
        onProgress: ({ fact }) => told.push(fact),
      },
    )
    assert.deepEqual(clip.video?.black, [])
    assert.deepEqual(
      clip.video?.frames?.map(({ picture }) => picture.known),
      [[found], [found]],
    )
    assert.equal(clip.sound?.speech?.words[0]?.text, '你好')
    assert.deepEqual(
      clip.missing.map(({ fact }) => fact),
      ['cover'],
    )
    assert.ok(told.includes('frames'))
  } finally {
    await pool.close()
  }
})

test('a clip that takes too long ends with what was seen and a reason', { skip }, async () => {
  const path = await render(...from('testsrc2=s=1280x720:d=20'), ...H264, 'long.mp4')
  const pool = await startMediaPool({ workers: 1, models: NO_MODELS })
  const controller = new AbortController()
  try {
    const clip = await pool.clip(
      { name: 'long', source: path },
      { signal: controller.signal, onProgress: () => controller.abort() },
    )
    assert.equal(clip.video?.width, 1280)
    assert.ok(clip.missing.some(({ fact }) => fact === 'black'))
    assert.ok(clip.missing.some(({ fact }) => fact === 'frames'))
  } finally {
    await pool.close()
  }
})
