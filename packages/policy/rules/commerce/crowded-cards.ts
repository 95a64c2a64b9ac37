/** The share of the content that cards cover, and how many stand on one screen. */

import {
  type Finding,
  inapplicable,
  type MaterialProfile,
  type PageRun,
  undetermined,
} from '@fangxing/contract'
import { NOT_OPENED, percent, whole } from '../../src/material/page.ts'
import { weigh } from '../../src/material/weigh.ts'
import { seenBlock, seenCard, seenRun } from '../../src/material-examples.ts'
import { baijiahaoProfile } from '../../src/profiles/material-profiles.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

export const crowdedCards = defineRule({
  id: 'commerce/crowded-cards',
  clause: 'baijiahao-2019/3.2.2',
  severity: 'block',
  title: say('商品卡占比过大或过密', 'Cards take too much, or are crowded'),
  why: say(
    '商品卡在图文整体占比须小于 50%，不可造成密集感。',
    'Cards take less than half of the article and are not crowded.',
  ),
  fix: say('请减少商品卡，增加正文。', 'Use fewer cards and more text.'),
  needs: ['cards', 'page', 'profile'],
  examples: [
    {
      name: say('占去大半', 'more than half'),
      seen: {
        cards: [seenCard()],
        page: [seenRun({ blocks: [seenBlock('text', 0, 200), seenBlock('card', 200, 300)] })],
        profile: baijiahaoProfile,
      },
      expect: 'violation',
    },
    {
      name: say('一屏三张', 'three on a screen'),
      seen: {
        cards: [seenCard()],
        page: [
          seenRun({
            blocks: [
              seenBlock('text', 0, 400),
              seenBlock('card', 400, 100),
              seenBlock('card', 500, 100),
              seenBlock('card', 600, 100),
            ],
          }),
        ],
        profile: baijiahaoProfile,
      },
      expect: 'undetermined',
    },
    {
      name: say('一张卡', 'one card'),
      seen: {
        cards: [seenCard()],
        page: [seenRun({ blocks: [seenBlock('text', 0, 400), seenBlock('card', 400, 100)] })],
        profile: baijiahaoProfile,
      },
      expect: 'pass',
    },
    {
      name: say('没有商品卡', 'no card'),
      seen: { cards: [], page: [], profile: baijiahaoProfile },
      expect: 'inapplicable',
    },
    {
      name: say('没有打开页面', 'no page was opened'),
      seen: { cards: [seenCard()], page: [], profile: baijiahaoProfile },
      expect: 'undetermined',
    },
  ],

  evaluate({ cards, page, profile }) {
    if (cards.length === 0) return inapplicable
    const looked = page.filter(({ blocks }) => blocks !== undefined)
    if (looked.length === 0) return undetermined(NOT_OPENED)
    return weigh(
      looked.flatMap((run) => tellShare(run, profile)),
      looked.flatMap((run) => tellDensity(run, profile)),
      say('商品卡给人密集感吗？', 'Do the cards feel crowded?'),
    )
  },
})

function tellShare(run: PageRun, { cards }: MaterialProfile): readonly Finding[] {
  const blocks = run.blocks ?? []
  const area = (all: typeof blocks) => all.reduce((sum, { box }) => sum + box.width * box.height, 0)
  const total = area(blocks)
  const share = total === 0 ? 0 : area(blocks.filter(({ kind }) => kind === 'card')) / total
  return share < cards.share
    ? []
    : [
        {
          place: whole(run),
          message: say('商品卡占去了一半以上的篇幅。', 'Cards take half of the article or more.'),
          measured: percent(share),
          limit: `< ${percent(cards.share)}`,
        },
      ]
}

/** The most cards whose tops lie within one viewport height. */
function tellDensity(run: PageRun, { cards: { perScreen } }: MaterialProfile): readonly Finding[] {
  const tops = (run.blocks ?? []).filter(({ kind }) => kind === 'card').map(({ box }) => box.y)
  const crowded = tops.find(
    (top) =>
      tops.filter((one) => one >= top && one < top + run.viewport.height).length >= perScreen,
  )
  return crowded === undefined
    ? []
    : [
        {
          place: {
            kind: 'page',
            page: run.page,
            width: run.viewport.width,
            box: { x: 0, y: crowded, ...run.viewport },
          },
          message: say('一屏之内商品卡太多。', 'Too many cards on one screen.'),
          measured: `≥ ${perScreen}`,
          limit: `< ${perScreen}`,
        },
      ]
}
