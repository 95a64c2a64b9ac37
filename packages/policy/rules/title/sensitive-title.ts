/** Words of the operator’s lexicon in the title. */

import { weigh } from '../../src/material/weigh.ts'
import { tellLabels } from '../../src/material/word-rule.ts'
import { tellWords, textsOf, wordsOf } from '../../src/material/writing.ts'
import { seenWord, seenWriting } from '../../src/material-examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const sensitiveTitle = defineRule({
  id: 'title/sensitive-title',
  clause: 'baijiahao-2019/4.b',
  severity: 'block',
  title: say('标题含有敏感信息', 'The title has sensitive words'),
  why: say('标题要求无敏感信息。', 'The clause wants no sensitive words in the title.'),
  fix: say('请改写标题。', 'Reword the title.'),
  needs: ['written'],
  examples: [
    {
      name: say('词库要求拦截的词', 'a word listed to be stopped'),
      seen: {
        written: [
          seenWriting('title', '网络赌博平台推荐', {
            words: [{ ...seenWord('lexicon', '网络赌博平台推荐', '网络赌博平台'), level: 'block' }],
          }),
        ],
      },
      expect: 'violation',
    },
    {
      name: say('词库要求复审的词', 'a word listed for review'),
      seen: {
        written: [
          seenWriting('title', '赌博有害', {
            words: [{ ...seenWord('lexicon', '赌博有害', '赌博'), level: 'review' }],
          }),
        ],
      },
      expect: 'undetermined',
    },
    {
      name: say('正文里的词不归这条管', 'a word of the body is not this rule’s'),
      seen: {
        written: [
          seenWriting('body', '赌博有害', {
            words: [{ ...seenWord('lexicon', '赌博有害', '赌博'), level: 'block' }],
          }),
        ],
      },
      expect: 'pass',
    },
  ],

  evaluate({ written }) {
    const hits = wordsOf(written, ['lexicon'], 'title')
    const tell = (level: string) =>
      tellWords(
        hits.filter((hit) => hit.level === level),
        (matched) => say(`标题里的“${matched}”在词库中。`, `“${matched}” in the title is listed.`),
      )
    return weigh(
      tell('block'),
      [
        ...tell('review'),
        ...tellLabels(textsOf(written, 'title'), [20001, 20002, 20003, 20006, 20008]),
      ],
      say('标题里的这些内容可以接受吗？', 'Is this acceptable in a title?'),
    )
  },
})
