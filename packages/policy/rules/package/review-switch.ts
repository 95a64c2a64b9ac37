/**
 * A template that shows something else while it is under review.
 *
 * By the name of what a condition asks. The name alone does not prove what it hides, so a person
 * looks; approval of users' own applications has other names.
 */

import { inapplicable, pass, undetermined } from '@fangxing/contract'
import { seenElement } from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

/** `isAudit`, `inReview`, `auditMode`, `review_version`, `shenhe`. */
const SWITCH =
  /\b(?:(?:is|in)_?(?:in_?)?(?:audit|review|shenhe)(?:ing|_?mode)?|(?:audit|review|shenhe)_?(?:mode|switch|version|ing)|shenhe)\b/i
const CONDITION = /(^|:|-)(if|elif|show|hidden)$/

export const reviewSwitch = defineRule({
  id: 'package/review-switch',
  clause: 'wechat-operation/5.19',
  severity: 'advise',
  title: say('有按“审核中”切换的内容', 'Content switches on being under review'),
  why: say(
    '提审版本须与上线版本一致，对审核隐藏功能会被处罚。',
    'The version under review must be the one in operation; to hide functions from review is punished.',
  ),
  fix: say(
    '去掉审核开关，按真实功能提审；若它另有含义，请改名。',
    'Remove the switch and submit what is really offered; if it means something else, rename it.',
  ),
  needs: ['elements'],
  examples: [
    {
      name: say('审核中就隐藏', 'hidden while under review'),
      seen: {
        elements: [seenElement('view', 'pages/a/a.wxml', { 'wx:if': '{{!isAudit}}' })],
      },
      expect: 'undetermined',
    },
    {
      name: say('商品的评价', 'reviews of goods'),
      seen: {
        elements: [seenElement('view', 'pages/a/a.wxml', { 'wx:if': '{{reviewList.length}}' })],
      },
      expect: 'pass',
    },
    { name: say('没有元素', 'no elements'), seen: { elements: [] }, expect: 'inapplicable' },
  ],

  evaluate({ elements }) {
    if (elements.length === 0) return inapplicable
    const found = elements.flatMap(({ attributes, place }) =>
      Object.entries(attributes).flatMap(([name, value]) => {
        const word = CONDITION.test(name) ? SWITCH.exec(value)?.[0] : undefined
        return word === undefined ? [] : [{ word, place }]
      }),
    )
    const [first] = found
    if (first === undefined) return pass
    return undetermined(
      say(
        `${first.place.file}:${first.place.line} 按 ${first.word} 显示或隐藏内容，看不出是否对审核隐藏了功能。`,
        `${first.place.file}:${first.place.line} shows or hides by ${first.word}; whether a function is hidden from review cannot be told.`,
      ),
    )
  },
})
