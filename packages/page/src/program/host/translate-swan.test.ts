import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { translateScript, translateTemplate } from './translate-swan.ts'

const rows: [name: string, swan: string, wxml: string][] = [
  ['a condition', '<a s-if="x > 1">', '<a wx:if="{{x > 1}}">'],
  ['a condition in braces', '<a s-elif="{{x}}">', '<a wx:elif="{{x}}">'],
  ['an else', '<a s-else class="b">', '<a wx:else class="b">'],
  ['an else in a closed tag', '<a s-else />', '<a wx:else />'],
  ['a bare loop', '<a s-for="list">', '<a wx:for="{{list}}">'],
  [
    'a loop with names and a key',
    '<a s-for="p, nth in page.list trackBy p.id">',
    '<a wx:for="{{page.list}}" wx:for-item="p" wx:for-index="nth" wx:key="id">',
  ],
  [
    'a loop whose names stand beside it',
    '<a s-for="{{list}}" s-for-item="p" s-for-index="n">',
    '<a wx:for="{{list}}" wx:for-item="p" wx:for-index="n">',
  ],
  ['a value bound both ways', '<input value="{= name =}">', '<input model:value="{{name}}">'],
  ['an object as data', '<template data="{{{ ...a }}}">', '<template data="{{ ...a }}">'],
  ['an import', '<import src="a.swan"/>', '<import src="a.wxml"/>'],
  ['a script', '<import-sjs src="a.sjs" module="m" />', '<wxs src="a.wxs" module="m" />'],
  ['a filter', '<filter module="m">x</filter>', '<wxs module="m">x</wxs>'],
  ['a comment is left out', '<a><!-- <b s-if="x"> --></a>', '<a></a>'],
  ['words between tags stay', '<a>s-if="x" > 1</a>', '<a>s-if="x" > 1</a>'],
  ['single quotes', "<a s-if='x'>", "<a wx:if='{{x}}'>"],
]

for (const [name, swan, wxml] of rows) {
  test(name, () => {
    assert.equal(translateTemplate(swan), wxml)
  })
}

test('any text is translated without a throw, and one without tags stays as it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      translateTemplate(text)
      const bare = text.replace(/[<>]/g, '')
      assert.equal(translateTemplate(bare), bare)
    }),
  )
})

test('a script that exports a default is one that sets its exports', () => {
  assert.equal(translateScript('export default { a: 1 }'), 'module.exports = { a: 1 }')
})
