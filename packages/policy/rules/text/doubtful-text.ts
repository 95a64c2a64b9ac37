/**
 * A submitted text reads, to a model, like one of the kinds that are not wanted.
 *
 * The model only estimates, so it calls a person and stops nothing: its limits are those of the
 * scene, and stand with the model.
 */

import { findDoubtful } from '../../src/doubtful-texts.ts'
import { seenText } from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const { place } = seenText('日结秒到，一单一结')

export const doubtfulText = defineRule({
  id: 'text/doubtful-text',
  clause: 'wechat-operation/10.2',
  severity: 'review',
  title: say('文本读起来像违规内容', 'The text reads like content that is not wanted'),
  why: say(
    '没有命中词库的文本也可能违规；模型只估计可能性，要由人来判断。',
    'A text without listed words can break the rules too; a model estimates, a person decides.',
  ),
  fix: say('先不公开，人工看过再放行。', 'Hold the text back until a person has read it.'),
  needs: ['textClasses'],
  examples: [
    {
      name: say('像广告', 'it reads like advertising'),
      seen: { textClasses: [{ label: 10001, probability: 0.9, place }] },
      expect: 'violation',
    },
    {
      name: say('哪一类都不突出', 'no kind stands out'),
      seen: { textClasses: [{ label: 100, probability: 0.9, place }] },
      expect: 'pass',
    },
  ],

  evaluate({ textClasses }) {
    return findDoubtful(textClasses)
  },
})
