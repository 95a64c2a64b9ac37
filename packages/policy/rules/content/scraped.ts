/** What also stands elsewhere, and by-lines of somebody else. The open web cannot be searched here. */

import { isCopied, tellResemblance } from '../../src/material/resemblance.ts'
import { weigh } from '../../src/material/weigh.ts'
import { tellWords, wordsOf } from '../../src/material/writing.ts'
import { bodyWith, seenResemblance, seenWriting } from '../../src/material-examples.ts'
import { baijiahaoProfile } from '../../src/profiles/material-profiles.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const scraped = defineRule({
  id: 'content/scraped',
  clause: 'baijiahao-2019/6.c',
  severity: 'review',
  title: say('疑似从其他渠道抓取', 'It may be scraped from elsewhere'),
  why: say(
    '条款不允许从媒体等其他渠道抓取来的资源；开放网络无法在这里检索。',
    'The clause bars what is scraped from elsewhere; the open web cannot be searched here.',
  ),
  fix: say('请发布原创或已获授权的内容。', 'Publish your own work, or what you have the right to.'),
  needs: ['written', 'resemblances', 'profile'],
  examples: [
    {
      name: say('与别的语料几乎相同', 'nearly the same as another'),
      seen: {
        written: [seenWriting('body', '……')],
        resemblances: [seenResemblance({ corpus: 'news', similarity: 0.95 })],
        profile: baijiahaoProfile,
      },
      expect: 'violation',
    },
    {
      name: say('三分之一与别的语料相同', 'a third of it stands elsewhere'),
      seen: {
        written: [seenWriting('body', '……')],
        resemblances: [seenResemblance({ corpus: 'news', similarity: 0.2, sharedText: 0.33 })],
        profile: baijiahaoProfile,
      },
      expect: 'undetermined',
    },
    {
      name: say('引用了一小段', 'a short quotation'),
      seen: {
        written: [seenWriting('body', '……')],
        resemblances: [seenResemblance({ corpus: 'news', similarity: 0.1, sharedText: 0.15 })],
        profile: baijiahaoProfile,
      },
      expect: 'pass',
    },
    {
      name: say('写着转载', 'a by-line'),
      seen: {
        written: [bodyWith('bylines', '转载自某日报', '转载自')],
        resemblances: [],
        profile: baijiahaoProfile,
      },
      expect: 'undetermined',
    },
    {
      name: say('与自己的旧文相近', 'like one’s own older article'),
      seen: {
        written: [seenWriting('body', '……')],
        resemblances: [seenResemblance({ corpus: 'own' })],
        profile: baijiahaoProfile,
      },
      expect: 'pass',
    },
  ],

  evaluate({ written, resemblances, profile }) {
    const elsewhere = resemblances.filter(({ corpus }) => corpus !== 'own')
    const { same, alike } = profile.similarity
    return weigh(
      elsewhere.filter(({ similarity }) => similarity >= same).map(tellResemblance),
      [
        ...elsewhere.filter((one) => isCopied(one, alike)).map(tellResemblance),
        ...tellWords(wordsOf(written, ['bylines'], 'prose'), (matched) =>
          say(`“${matched}”像是别处的署名。`, `“${matched}” looks like a by-line from elsewhere.`),
        ),
      ],
      say('这是抓取来的内容吗？', 'Is this scraped?'),
    )
  },
})
