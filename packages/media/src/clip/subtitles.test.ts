import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { CHINESE_FAMILY, useChineseType } from '../../test/chinese-type.ts'
import { from, H264, pathOf, render, skip } from '../../test/render-clip.ts'
import { ModelUnavailable } from '../observe/model-unavailable.ts'
import { observeClip } from '../observe/observe-clip.ts'
import type { WordReader } from '../observe/picture-models.ts'
import { createWordReader } from '../words/word-reader.ts'

const LINES = ['今天教大家做饭', '想学的加我微信']

async function drawLine(text: string, index: number): Promise<string> {
  const style = `font-family="${CHINESE_FAMILY}" font-size="34" fill="#fff" stroke="#000" stroke-width="4" paint-order="stroke"`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><text x="320" y="330" text-anchor="middle" ${style}>${text}</text></svg>`
  const path = pathOf(`line${index}.png`)
  await sharp(Buffer.from(svg)).png().toFile(path)
  return path
}

/** Six seconds of a slow scene; the first line for three seconds, then the second. */
async function titled(): Promise<string> {
  useChineseType()
  const lines = await Promise.all(LINES.map(drawLine))
  const inputs = lines.flatMap((path) => ['-loop', '1', '-i', path])
  const graph = "[0:v][1:v]overlay=enable='lt(t,3)'[a];[a][2:v]overlay=enable='gte(t,3)'[v]"
  const out = ['-filter_complex', graph, '-map', '[v]', '-t', '6', ...H264, 'titled.mp4']
  return await render(...from('gradients=s=640x360:r=25:speed=0.01'), ...inputs, ...out)
}

test('subtitles that are burnt in are read, with the seconds they were seen', {
  skip,
}, async () => {
  const models = { words: createWordReader() }
  const source = await titled()
  const { video, missing } = await observeClip(
    { name: 'titled', source },
    { wanted: ['subtitles'], pictures: { models } },
  )
  if (missing.length > 0) return assert.match(missing[0]?.because.en ?? '', /onnxruntime|model/)
  assert.equal(video?.subtitles?.kind, 'burnt-in')
  assert.deepEqual(
    video?.subtitles?.words.map(({ text, from: at, to }) => [text, at, to]),
    [
      [LINES[0], 0, 3],
      [LINES[1], 3, 6],
    ],
  )
})

function readerOf(read: WordReader['read']): WordReader {
  return { edition: 'test', read }
}

test('without a reader nothing is claimed; with one that reads nothing there are none', {
  skip,
}, async () => {
  const source = await render(...from('testsrc2=s=160x90:d=2'), ...H264, 'plain.mp4')
  const look = (words?: WordReader) =>
    observeClip(
      { name: 'plain', source },
      { wanted: ['subtitles'], pictures: { models: words ? { words } : {} } },
    )
  assert.match((await look()).missing[0]?.because.en ?? '', /no reader of words/)
  const seen = await look(readerOf(() => Promise.resolve([])))
  assert.deepEqual(seen.video?.subtitles, { kind: 'none', words: [] })
})

test('a reader that fails leaves the fact missing, with its reason', { skip }, async () => {
  const source = await render(...from('testsrc2=s=160x90:d=2'), ...H264, 'plain.mp4')
  const because = { zh: '没有模型', en: 'there is no model' }
  const models = { words: readerOf(() => Promise.reject(new ModelUnavailable(because))) }
  const clip = await observeClip(
    { name: 'plain', source },
    { wanted: ['subtitles'], pictures: { models } },
  )
  assert.deepEqual(clip.missing, [{ fact: 'subtitles', because }])
})
