import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FilePlace, Guard, Label, Observations, TermLevel } from '@fangxing/contract'
import fc from 'fast-check'
import { seenCard, seenLink, seenMaterial, seenRun, seenWriting } from '../src/material-examples.ts'
import { materialProfiles } from '../src/profiles/material-profiles.ts'
import { rules } from './index.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('视频', '论坛', '直播间', 'wx.getLocation', '__proto__', '社交', '笔记', '-', ''),
)
const place = fc.record<FilePlace>({
  kind: fc.constant('file'),
  file: text,
  line: fc.nat(),
  column: fc.nat(),
})
const wording = fc.record({ zh: text, en: text })
const guard = fc.oneof(
  fc.constantFrom<Guard>({ kind: 'unguarded' }, { kind: 'platform' }),
  fc.record({ kind: fc.constant('unknown' as const), because: wording }),
  fc.record({ kind: fc.constant('ineffective' as const), because: wording, by: place }),
)
const some = <Fact>(fact: fc.Arbitrary<Fact>) => fc.array(fact, { maxLength: 4 })
const optional = <Fact>(fact: fc.Arbitrary<Fact>) => fc.option(fact, { nil: undefined })

const number = fc.double({ noNaN: true })
const missingFact = fc.record({
  fact: fc.oneof(text, fc.constantFrom('format', 'words', 'video', 'sound', 'frames')),
  because: wording,
})
const SILENCE = { language: 'zh', words: [] }
const box = fc.record({ x: number, y: number, width: number, height: number })
const picture = fc.record(
  {
    name: text,
    sha256: text,
    missing: some(missingFact),
    format: fc.constant({ type: 'image/png', width: 1, height: 1, frames: 1, bytes: 1 }),
    codes: some(fc.record({ symbology: text, content: fc.option(text), box })),
    words: some(fc.record({ text, box, confidence: number })),
    classes: some(
      fc.record({ name: fc.constantFrom('porn', 'sexy', '__proto__', ''), score: number }),
    ),
    known: some(
      fc.record({
        bank: text,
        label: text,
        kind: fc.constantFrom('allow', 'deny'),
        distance: fc.nat(256),
      }),
    ),
    hash: fc.record({ bits: text, quality: fc.nat(100) }),
  },
  { requiredKeys: ['name', 'sha256', 'missing'] },
)

const anyObservations: fc.Arbitrary<Observations> = fc.record({
  texts: some(fc.record({ text, place })),
  termHits: some(
    fc.record({
      termId: text,
      term: text,
      label: fc.constantFrom<Label>(100, 10001, 21000),
      level: fc.constantFrom<TermLevel>('block', 'review', 'hint'),
      matched: text,
      place,
      conversions: some(text),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  ),
  textClasses: some(
    fc.record({
      label: fc.constantFrom<Label>(100, 10001, 21000),
      probability: fc.double({ min: 0, max: 1, noNaN: true }),
      place,
    }),
  ),
  manifest: fc.record({
    platform: fc.constantFrom('wechat', 'baidu'),
    requiredPrivateInfos: some(text),
    requiredBackgroundModes: some(text),
    plugins: some(text),
    place,
  }),
  pages: some(fc.record({ path: text, title: text, exists: fc.boolean(), place })),
  elements: some(
    fc.record({
      tag: fc.oneof(text, fc.constantFrom('video', 'live-player', 'web-view')),
      attributes: fc.dictionary(text, text),
      place,
    }),
  ),
  apiCalls: some(fc.record({ name: text, place })),
  hosts: some(fc.record({ host: text, place })),
  publishEntries: some(
    fc.record({
      medium: fc.constantFrom('text', 'picture', 'video', 'audio', 'nickname', 'avatar', 'live'),
      page: text,
      place,
      guard,
    }),
  ),
  contentChecks: some(
    fc.record({
      api: fc.constantFrom('msgSecCheck', 'imgSecCheck', 'mediaCheckAsync'),
      version: fc.constantFrom(1, 2),
      place,
    }),
  ),
  unreadableFiles: some(fc.record({ file: text, because: wording })),
  pictures: some(picture),
  clips: some(
    fc.record(
      {
        name: text,
        sha256: text,
        missing: some(missingFact),
        type: fc.constantFrom('audio/mpeg', 'video/mp4', ''),
        video: fc.record(
          { duration: number, frames: some(fc.record({ at: number, picture })) },
          { requiredKeys: [] },
        ),
        sound: fc.record(
          { streams: fc.nat(2), loudness: fc.option(number), speech: fc.constant(SILENCE) },
          { requiredKeys: ['streams'] },
        ),
      },
      { requiredKeys: ['name', 'sha256', 'missing'] },
    ),
  ),
  material: fc
    .constantFrom('article', 'video', 'ugc', 'tool')
    .map((kind) => seenMaterial({ kind })),
  profile: fc.constantFrom(...materialProfiles),
  written: some(fc.tuple(fc.constantFrom('title', 'body', 'cover'), text)).map((all) =>
    all.map(([field, words]) => seenWriting(field, words)),
  ),
  cards: some(text).map((ids) => ids.map((id) => seenCard({ id, title: id, target: id }))),
  links: some(text).map((all) => all.map((address) => seenLink({ address, title: address }))),
  page: some(fc.constantFrom(seenRun(), seenRun({ missing: [] }))),
  resemblances: fc.constant([]),
  opinions: fc.constant([]),
  submission: fc
    .record({
      categories: some(fc.record({ first: text, second: text })),
      subject: fc.record({
        kind: fc.constantFrom('enterprise', 'individual', 'government', 'other'),
        overseas: fc.boolean(),
        region: text,
      }),
      ugcDeclaration: optional(
        fc.record({
          scenes: some(fc.nat(5)),
          methods: some(fc.nat(4)),
          hasAuditTeam: fc.boolean(),
          description: text,
        }),
      ),
    })
    .map(({ ugcDeclaration, ...facts }) =>
      ugcDeclaration === undefined ? facts : { ...facts, ugcDeclaration },
    ),
})

test('no observation makes a rule throw, and a rule answers the same twice', () => {
  fc.assert(
    fc.property(anyObservations, (seen) => {
      for (const rule of rules) assert.deepEqual(rule.evaluate(seen), rule.evaluate(seen), rule.id)
    }),
    { numRuns: 60 },
  )
})

test('a finding always says what is wrong in both languages', () => {
  fc.assert(
    fc.property(anyObservations, (seen) => {
      for (const rule of rules) {
        const outcome = rule.evaluate(seen)
        for (const { message } of outcome.kind === 'violation' ? outcome.findings : []) {
          assert.ok(message.zh !== '' && message.en !== '', rule.id)
        }
      }
    }),
    { numRuns: 60 },
  )
})
