/** More cards than the profile allows; the book says “as a rule”, so the profile says who decides. */

import { inapplicable, pass, undetermined, violationOrPass } from '@fangxing/contract'
import { seenCard } from '../../src/material-examples.ts'
import { baijiahaoProfile } from '../../src/profiles/material-profiles.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const tooManyCards = defineRule({
  id: 'commerce/too-many-cards',
  clause: 'baijiahao-2019/3.2.1.a',
  severity: 'block',
  title: say('商品卡过多', 'Too many cards'),
  why: say('单篇图文商品卡原则上不超过 10 个。', 'As a rule an article has no more than 10 cards.'),
  fix: say('请减少商品卡。', 'Use fewer cards.'),
  needs: ['cards', 'profile'],
  examples: [
    {
      name: say('十一个，原则上', 'eleven, as a rule'),
      seen: { cards: many(11), profile: baijiahaoProfile },
      expect: 'undetermined',
    },
    {
      name: say('十一个，严格', 'eleven, strictly'),
      seen: {
        cards: many(11),
        profile: {
          ...baijiahaoProfile,
          cards: { ...baijiahaoProfile.cards, beyondMost: 'violation' },
        },
      },
      expect: 'violation',
    },
    {
      name: say('十个', 'ten'),
      seen: { cards: many(10), profile: baijiahaoProfile },
      expect: 'pass',
    },
    {
      name: say('没有商品卡', 'no card'),
      seen: { cards: [], profile: baijiahaoProfile },
      expect: 'inapplicable',
    },
  ],

  evaluate({ cards, profile }) {
    if (cards.length === 0) return inapplicable
    const { most, beyondMost } = profile.cards
    const extra = cards[most]
    if (extra === undefined) return pass
    const finding = {
      place: extra.place,
      message: say('从这里起商品卡超过了数量。', 'From here on there are too many cards.'),
      measured: `${cards.length}`,
      limit: `${most}`,
    }
    return beyondMost === 'violation'
      ? violationOrPass([finding])
      : undetermined(
          say('超过了原则上的数量，是否放行？', 'There are more than the rule has; may they stay?'),
          [finding],
        )
  },
})

function many(count: number) {
  return Array.from({ length: count }, (_, nth) => seenCard({ id: `sku-${nth}` }))
}
