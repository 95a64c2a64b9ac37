import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { from, H264, pathOf, render, skip } from '../../test/render-clip.ts'
import { CLIP_FACTS } from './clip-facts.ts'
import { observeClip } from './observe-clip.ts'

const pictures = { wanted: [] as const }

function missingFacts({ missing }: { missing: readonly { fact: string }[] }): string[] {
  return missing.map(({ fact }) => fact)
}

/** Four seconds of a test card, three of black, one moving and three standing still; silent from 5 on. */
async function renderBad(): Promise<string> {
  const graph = [
    '[2:v]trim=end=1,setpts=PTS-STARTPTS,tpad=stop_mode=clone:stop_duration=4[still]',
    '[0:v][1:v][still]concat=n=3:v=1[v]',
    '[3:a][4:a]concat=n=2:v=0:a=1[a]',
  ].join(';')
  return await render(
    ...from('testsrc2=s=320x180:d=4', 'color=black:s=320x180:d=3', 'mandelbrot=s=320x180:r=25'),
    ...from('sine=f=440:d=5', 'anullsrc=r=44100:cl=mono'),
    ...[
      '-filter_complex',
      graph,
      '-map',
      '[v]',
      '-map',
      '[a]',
      '-t',
      '11',
      ...H264,
      '-c:a',
      'aac',
      'bad.mp4',
    ],
  )
}

let bad: Promise<string> | undefined

function badVideo(): Promise<string> {
  bad ??= renderBad()
  return bad
}

function rounded(spans: readonly { from: number; to: number }[] | undefined): number[][] {
  return (spans ?? []).map((span) => [Math.round(span.from), Math.round(span.to)])
}

test('what is black, frozen, cut and silent is told in seconds', { skip }, async () => {
  const clip = await observeClip({ name: 'bad', source: await badVideo() }, { pictures })
  assert.equal(clip.type, 'video/mp4')
  assert.deepEqual(rounded(clip.video?.black), [[4, 7]])
  assert.deepEqual(rounded(clip.video?.frozen), [
    [4, 7],
    [8, 11],
  ])
  assert.deepEqual(clip.video?.sceneCuts?.map(Math.round), [4, 7])
  assert.deepEqual(rounded(clip.sound?.silent), [[5, 11]])
  assert.equal(clip.video?.decodeErrors, 0)
  assert.deepEqual(clip.video?.frames?.map(({ picture }) => picture.name).slice(0, 1), [
    'frame 0.7 s',
  ])
  assert.deepEqual(missingFacts(clip), ['subtitles', 'speech'])
})

test('bytes give the same facts as the file, and leave nothing on the disk', {
  skip,
}, async (t) => {
  const path = await badVideo()
  const options = { wanted: ['black', 'loudness'] as const }
  const one = await observeClip({ name: 'bad', source: path }, options)
  // Of its own: other programs work in the folder of the machine.
  const folder = mkdtempSync(join(tmpdir(), 'observe-clip-'))
  const { TMPDIR } = process.env
  t.after(() => {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
    rmSync(folder, { recursive: true })
  })
  process.env.TMPDIR = folder
  const other = await observeClip({ name: 'bad', source: readFileSync(path) }, options)
  assert.deepEqual(one, other)
  assert.deepEqual(readdirSync(folder), [])
})

test('only what is wanted is measured', { skip }, async () => {
  const clip = await observeClip({ name: 'bad', source: await badVideo() }, { wanted: ['silent'] })
  assert.deepEqual(Object.keys(clip.sound ?? {}).toSorted(), ['duration', 'silent', 'streams'])
  assert.equal(clip.video?.black, undefined)
  assert.deepEqual(clip.missing, [])
})

test('it is told where in the clip the picture is soft', { skip }, async () => {
  const soft = "gblur=4:enable='between(t,5,12)'"
  const source = await render(...from('testsrc2=s=640x360:d=12'), '-vf', soft, ...H264, 'soft.mp4')
  const { video } = await observeClip({ name: 'soft', source }, { wanted: ['blur'] })
  const blurs = video?.stretches?.map(({ from: at, blur = 0 }) => [at > 5, blur > 2.5])
  assert.deepEqual(blurs, [
    [false, false],
    [true, true],
    [true, true],
  ])
})

test('a pause within a sound is told, not only one at its end', { skip }, async () => {
  const pause = "volume=0:enable='between(t,1,2.5)'"
  const source = await render(...from('sine=d=4'), '-af', pause, 'pause.wav')
  const { sound } = await observeClip({ name: 'pause', source }, { wanted: ['silent', 'loudness'] })
  assert.equal(sound?.silent?.length, 1)
  assert.ok(Math.abs((sound?.silent?.[0]?.to ?? 0) - 2.5) < 0.1)
})

const SOUNDS: readonly (readonly [name: string, ...codec: string[]])[] = [
  ['said.mp3'],
  ['said.aac'],
  ['said.ac3'],
  ['said.wma'],
  ['said.flac'],
  ['vorbis.ogg', '-c:a', 'libvorbis'],
  ['opus.ogg', '-c:a', 'libopus'],
  ['said.wav'],
]

for (const [name, ...codec] of SOUNDS) {
  test(`${name} is heard`, { skip }, async () => {
    const source = await render(...from('sine=d=1'), ...codec, name)
    const { sound, missing } = await observeClip({ name, source }, { wanted: ['loudness'] })
    assert.deepEqual(missing, [])
    assert.notEqual(sound?.loudness, null)
  })
}

test('a sound has no pictures, and none of their facts is missing', { skip }, async () => {
  const path = await render(...from('sine=d=2'), 'tone.wav')
  const clip = await observeClip({ name: 'tone', source: path })
  assert.equal(clip.video, undefined)
  assert.equal(clip.sound?.streams, 1)
  assert.deepEqual(missingFacts(clip), ['speech'])
})

test('nothing audible has no loudness, and no words to write down', { skip }, async () => {
  const path = await render(...from('anullsrc=d=3'), '-t', '3', 'silence.wav')
  const clip = await observeClip({ name: 'silence', source: path })
  assert.equal(clip.sound?.loudness, null)
  assert.deepEqual(clip.missing, [])
})

test('a video without sound says that it has no stream of it', { skip }, async () => {
  const path = await render(...from('testsrc2=s=160x90:d=1'), ...H264, 'mute.mp4')
  const clip = await observeClip({ name: 'mute', source: path }, { wanted: ['silent', 'speech'] })
  assert.deepEqual(clip.sound, { streams: 0 })
  assert.deepEqual(clip.missing, [])
})

test('a sound that starts late and pixels that are not square are told', { skip }, async () => {
  const [card, tone] = [from('testsrc2=s=160x90:d=3'), from('sine=d=2')]
  const late = [...card, '-itsoffset', '0.8', ...tone, '-vf', 'setsar=4/3', ...H264]
  const path = await render(...late, 'late.mkv')
  const { video } = await observeClip({ name: 'late', source: path }, { wanted: [] })
  assert.ok(Math.abs((video?.soundOffset ?? 0) - 0.8) < 0.1, String(video?.soundOffset))
  assert.ok(Math.abs((video?.pixelRatio ?? 0) - 4 / 3) < 0.01)
})

test('damage in the middle is counted, and the rest is still watched', { skip }, async () => {
  const bytes = readFileSync(
    await render(...from('testsrc2=s=320x180:d=4'), ...H264, '-g', '10', 'whole.ts'),
  )
  for (let at = bytes.length >> 1; at < bytes.length * 0.6; at += 97) bytes[at] = 0xff
  const { video } = await observeClip(
    { name: 'hurt', source: bytes },
    { wanted: ['decodeErrors', 'black'] },
  )
  assert.ok((video?.decodeErrors ?? 0) > 3, String(video?.decodeErrors))
  assert.deepEqual(video?.black, [])
})

test('the cover is found among the frames', { skip }, async () => {
  const path = await render(...from('mandelbrot=s=320x180:r=25'), '-t', '6', ...H264, 'zoom.mp4')
  const own = readFileSync(await render('-ss', '4', '-i', path, '-frames:v', '1', 'own.png'))
  const other = readFileSync(
    await render(...from('smptebars=s=320x180'), '-frames:v', '1', 'other.png'),
  )
  const wanted = ['cover'] as const
  const found = await observeClip({ name: 'zoom', source: path }, { wanted, cover: own })
  assert.ok((found.video?.cover?.distance ?? 256) < 30)
  assert.ok(Math.abs((found.video?.cover?.at ?? 0) - 4) <= 0.5)
  const foreign = await observeClip({ name: 'zoom', source: path }, { wanted, cover: other })
  assert.ok((foreign.video?.cover?.distance ?? 0) > 70)
  const broken = await observeClip(
    { name: 'zoom', source: path },
    { wanted, cover: Buffer.from('x') },
  )
  assert.deepEqual(missingFacts(broken), ['cover'])
})

test('a subtitle track is read with its times', { skip }, async () => {
  writeFileSync(pathOf('words.srt'), '1\n00:00:00,500 --> 00:00:01,500\n大家好\n')
  const card = [...from('testsrc2=s=160x90:d=2'), '-i', pathOf('words.srt')]
  const path = await render(...card, ...H264, '-c:s', 'mov_text', 'titled.mp4')
  const { video } = await observeClip({ name: 'titled', source: path }, { wanted: ['subtitles'] })
  assert.equal(video?.subtitles?.kind, 'track')
  assert.deepEqual(video?.subtitles?.words, [{ from: 0.5, to: 1.5, text: '大家好' }])
})

const strange: [name: string, source: string | Uint8Array][] = [
  ['nothing', new Uint8Array(0)],
  ['a sentence', Buffer.from('this is no video')],
  [
    'a playlist that names a file of this machine',
    Buffer.from('#EXTM3U\n#EXTINF:9,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n'),
  ],
  ['a list of parts', Buffer.from("ffconcat version 1.0\nfile '/etc/hostname'\n")],
  [
    'a session description',
    Buffer.from('v=0\no=- 0 0 IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n'),
  ],
  ['the beginning of an MP4', Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isom\0\0\0\x08moov')],
]

for (const [name, source] of strange) {
  test(`${name}: everything is missing, with one reason`, { skip }, async () => {
    const clip = await observeClip({ name, source })
    assert.equal(clip.video, undefined)
    assert.equal(clip.sound, undefined)
    assert.deepEqual(missingFacts(clip).slice(0, 2), ['video', 'sound'])
    assert.equal(new Set(clip.missing.map(({ because }) => because.zh)).size, 1)
  })
}

test('without ffmpeg every fact is absent and the sentence says what to install', async () => {
  const clip = await observeClip({ name: 'clip', source: Buffer.from('GIF89a') }, { ffmpeg: null })
  assert.equal(clip.sha256?.length, 64)
  assert.equal(clip.missing.length, CLIP_FACTS.length + 1)
  assert.match(clip.missing[0]?.because.en ?? '', /Install it/)
})

test('a file that is not there is a reason and no exception', async () => {
  const clip = await observeClip({ name: 'clip', source: pathOf('no such file') }, { ffmpeg: null })
  assert.deepEqual([clip.sha256, clip.missing[0]?.because.en], [null, 'The file cannot be read.'])
})

test('one that is cancelled says so of what is not yet seen', { skip }, async () => {
  const controller = new AbortController()
  const clip = await observeClip(
    { name: 'bad', source: await badVideo() },
    { signal: controller.signal, onProgress: () => controller.abort() },
  )
  assert.equal(clip.video?.width, 320)
  assert.ok(missingFacts(clip).includes('black'))
  assert.match(clip.missing[0]?.because.en ?? '', /cancelled/)
})

test('progress runs to the end, and tells facts as they come', { skip }, async () => {
  const told: number[] = []
  let seenBlack = false
  await observeClip(
    { name: 'bad', source: await badVideo() },
    {
      pictures,
      onProgress: ({ fact, finished, total, seen }) => {
        told.push(finished / total)
        if (fact === 'frames') seenBlack ||= seen.video?.black !== undefined
      },
    },
  )
  assert.deepEqual(
    told,
    told.toSorted((one, other) => one - other),
  )
  assert.equal(told.at(-1), 1)
  assert.ok(seenBlack)
})

test('a decoder that takes too long leaves its facts missing, with the reason', {
  skip,
}, async () => {
  const clip = await observeClip(
    { name: 'bad', source: await badVideo() },
    { limits: { maxMs: 1 } },
  )
  assert.match(clip.missing[0]?.because.en ?? '', /longer than the limit/)
})
