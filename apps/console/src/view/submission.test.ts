import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toSubmission } from './submission.ts'

const forum = '社交/社区/论坛'

test('categories come back as their two names', () => {
  assert.deepEqual(toSubmission({ categories: [forum] }), {
    categories: [{ first: '社交', second: '社区/论坛' }],
  })
})

test('nothing said about user content declares nothing', () => {
  assert.equal(toSubmission({ categories: [], hasUgc: null }).ugcDeclaration, undefined)
})

test('no user content is scene 0', () => {
  assert.deepEqual(toSubmission({ categories: [], hasUgc: false }).ugcDeclaration?.scenes, [0])
})

test('a declaration is carried whole', () => {
  const form = { hasUgc: true, scenes: [4], methods: [1, 3], hasAuditTeam: true }
  assert.deepEqual(toSubmission({ ...form, categories: [], ugcDescription: ' 先审后发 ' }), {
    categories: [],
    ugcDeclaration: { scenes: [4], methods: [1, 3], hasAuditTeam: true, description: '先审后发' },
  })
})

test('a note of spaces is no note', () => {
  assert.equal(toSubmission({ categories: [], note: '  ' }).note, undefined)
})
