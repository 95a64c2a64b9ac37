import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packageOf } from '../../test/read-fixture.ts'
import { observeProgram } from '../observe-program.ts'

/** `medium guard` of each entry, in order. */
function entriesOf(files: Readonly<Record<string, string>>): readonly string[] {
  const seen = observeProgram(packageOf({ 'app.json': '{"pages":["p"]}', ...files }))
  return seen.publishEntries.map(({ medium, guard }) => `${medium} ${guard.kind}`)
}

const ADD = "wx.cloud.database().collection('posts').add"
const IMAGE_CHECK = `
const cloud = require('wx-server-sdk')
exports.main = async (event) => {
  try {
    const file = await cloud.downloadFile({ fileID: event.image })
    return await cloud.openapi.security.imgSecCheck({ media: { contentType: 'image/png', value: file.fileContent } })
  } catch (error) {
    return error
  }
}`

const laterOnes: readonly (readonly [where: string, script: string])[] = [
  [
    'a closure',
    `const draft = (() => { let t = ''; return { set(v) { t = v }, get() { return t } } })()
Page({ send() { ${ADD}({ data: { t: draft.get() } }) }, pick() { wx.chooseImage({ success(r) { draft.set(r.tempFilePaths[0]) } }) } })`,
  ],
  [
    'the page itself',
    `Page({ send() { ${ADD}({ data: { t: this.picked.path } }) }, pick() { wx.chooseImage({ success: (r) => { this.picked = { path: r.tempFilePaths[0] } } }) } })`,
  ],
  [
    'a list of its data',
    `Page({ data: { files: [] }, send() { ${ADD}({ data: { files: this.data.files } }) }, async pick() { const { tempFiles } = await wx.chooseMedia({}); this.setData({ files: this.data.files.concat(tempFiles) }) } })`,
  ],
  [
    'a map of its module',
    `const kept = {}
Page({ send() { ${ADD}({ data: kept }) }, pick() { wx.chooseImage({ success(r) { kept.path = r.tempFilePaths[0] } }) } })`,
  ],
]

for (const [where, script] of laterOnes) {
  test(`content that a later handler leaves in ${where} reaches an earlier one`, () => {
    const seen = entriesOf({
      'p.wxml': '<button bindtap="send"/><button bindtap="pick"/>',
      'p.js': script,
    })
    assert.deepEqual(seen, ['picture unguarded'])
  })
}

const counted: readonly (readonly [test: string, expect: string])[] = [
  ['files.length > 0', 'picture guarded'],
  ['files.length', 'picture guarded'],
  ['0 < files.length', 'picture guarded'],
  ['files.length >= 1', 'picture guarded'],
  ['files.length === 1', 'picture ineffective'],
  ['files.length > 1', 'picture ineffective'],
  ['this.data.strict', 'picture ineffective'],
]

for (const [condition, expect] of counted) {
  test(`pictures that are checked if ${condition} → ${expect}`, () => {
    const seen = entriesOf({
      'p.wxml': '<button bindtap="b"/>',
      'p.js': `Page({ data: {}, async b() {
        const { tempFilePaths: files } = await wx.chooseImage({})
        if (${condition}) {
          for (const path of files) {
            const { result } = await wx.cloud.callFunction({ name: 'image', data: { image: wx.cloud.CDN(path) } })
            if (result.errCode !== 0) return
          }
        }
        ${ADD}({ data: { files } })
      } })`,
      'cloudfunctions/image/index.js': IMAGE_CHECK,
    })
    assert.deepEqual(seen, [expect])
  })
}
