import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { extract } from '../index.ts'

const cases: [name: string, text: string, expected: readonly string[]][] = [
  ['a phone number', '电话13800138000。', ['phone 13800138000']],
  ['a phone number parted by signs', '138-0013 8000', ['phone 13800138000']],
  ['a phone number in full width', '１３８００１３８０００', ['phone 13800138000']],
  ['a phone number in Han digits', '一三八零零一三八零零零', ['phone 13800138000']],
  ['a phone number as it is said', '幺三八洞洞幺三八洞洞洞', ['phone 13800138000']],
  ['a phone number beside another number', '编号123456 13800138000', ['phone 13800138000']],
  ['a phone number with circled digits', '①③⑧00138000', ['phone 13800138000']],
  ['a number one digit too long', '138001380001', []],
  ['a bank card', '卡号6222 0200 0000 0000 006', []],
  ['a bank card with its check digit right', '4111 1111 1111 1111', ['bankCard 4111111111111111']],
  ['a bank card with a wrong one', '4111 1111 1111 1112', []],
  ['an identity number', '11010519491231002X', ['identityNumber 11010519491231002x']],
  ['an identity number with a wrong check', '110105194912310021', []],
  ['an address for mail', 'A.B@Example.com', ['email a.b@example.com']],
  ['an address with its signs disguised', 'a【at】example点com', ['email a@example.com']],
  ['a host', '看www.example.com/a?b=1吧', ['url www.example.com/a?b=1']],
  ['a host with dots in words', '看example点com', ['url example.com']],
  ['a sentence that only ends', '他说ok。come on', []],
  ['a WeChat id after its name', '微信号：abc_12345', ['wechatId abc_12345']],
  ['a QQ number after its name', 'ＱＱ 123456789', ['qqNumber 123456789']],
  ['an invitation code', '邀请码：AB12CD', ['inviteCode ab12cd']],
  ['a landline with its area code', '电话：010-88886666', ['landline 01088886666']],
  ['a 400 number', '热线400-820-8820', ['landline 4008208820']],
  ['a short public number after its word', '请拨打 12315', ['landline 12315']],
  ['a short number without one', '库存 12315 件', []],
  ['a date in one row', '20260101-20260202', []],
  ['a share token', '￥Ab12Cd34Ef5￥', ['shareToken ¥ab12cd34ef5¥']],
  ['amounts', '¥1,200.50或者300元', ['money ¥1,200.50', 'money 300元']],
  ['ordinary numbers', '2026年11月22日第18页', []],
]

for (const [name, text, expected] of cases) {
  test(`extracts from ${name}`, () => {
    assert.deepEqual(
      extract(text).map(({ kind, value }) => `${kind} ${value}`),
      expected,
    )
  })
}

test('any string returns and slices back', () => {
  const part = fc.constantFrom(...'1３一x@.。点a微信q: \u200b😀\ud800', 'com', '微信')
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      const text = parts.join('')
      for (const { start, end, matched } of extract(text)) {
        assert.equal(text.slice(start, end), matched)
        assert.ok(matched !== '')
      }
    }),
    { numRuns: 400 },
  )
})
