/**
 * A small neutral lexicon to start with: advertising and contact diversion, gambling, fraud,
 * pornography and abuse, trade in drugs and weapons, and WeChat's two official test strings.
 *
 * `block` is for words that have no innocent use in user content; a word with an innocent use asks
 * for a person. There are no political lists here: they depend on place and time, and an operator
 * loads their own. The lists are ours, written for this package.
 */

import type { Label, TermLevel } from '@fangxing/contract'
import { ABUSE, ADVERT, FRAUD, GAMBLING, PORNOGRAPHY, TRADE } from './starter-lists.ts'

/** A term as the text engine takes it. */
export interface StarterTerm {
  /** `starter/<family>/<text>`. Operators refer to it; never reused for another word. */
  readonly id: string
  readonly text: string
  readonly label: Label
  readonly level: TermLevel
  /** Only ever empty here: the word counts as listed and in no disguise. */
  readonly conversions?: readonly []
  /** Ordinary phrases that contain it. */
  readonly except?: readonly string[]
  readonly note?: string
}

/** Words of the lists on the left that ordinary phrases contain. */
const EXCEPT: Readonly<Record<string, readonly string[]>> = {
  大麻: ['大麻哈鱼', '工业大麻', '大麻籽', '大麻纤维', '拒绝大麻', '远离大麻'],
  冰毒: ['拒绝冰毒', '远离冰毒', '缴获冰毒', '查获冰毒'],
  赌博: ['禁止赌博', '拒绝赌博', '远离赌博', '打击赌博', '反赌博', '赌博罪'],
  博彩: ['打击博彩', '禁止博彩'],
  六合彩: ['打击六合彩', '非法六合彩'],
  贱人: ['贵贱人'],
  微信号: ['微信号码格式', '微信号不能为空', '请输入微信号', '请填写微信号'],
  加群: ['参加群', '增加群', '添加群主'],
  刷单: ['打击刷单', '禁止刷单', '刷单骗局', '谨防刷单'],
  日结: ['日结束', '日结余', '日结算'],
}

/**
 * Official strings with which clients try whether the check answers. They have no content of any
 * kind, hence label 21000 (other); they block because the documented answer is 87014. Matched only
 * as listed: their letters and digits are the padding of a disguise, not one to be undone.
 */
const TEST_STRINGS = [
  '特3456书yuuo莞6543李zxcz蒜7782法fgnv级',
  '完2347全dfji试3726测asad感3847知qwez到',
]

export const starterTerms: readonly StarterTerm[] = [
  ...toTerms('advert', 10001, 'review', ADVERT.review),
  ...toTerms('advert', 10001, 'hint', ADVERT.hint),
  ...toTerms('gambling', 20006, 'block', GAMBLING.block),
  ...toTerms('gambling', 20006, 'review', GAMBLING.review),
  ...toTerms('fraud', 20008, 'block', FRAUD.block),
  ...toTerms('fraud', 20008, 'review', FRAUD.review),
  ...toTerms('pornography', 20002, 'block', PORNOGRAPHY.block),
  ...toTerms('pornography', 20002, 'review', PORNOGRAPHY.review),
  ...toTerms('abuse', 20003, 'review', ABUSE.review),
  ...toTerms('trade', 20006, 'block', TRADE.block),
  ...toTerms('trade', 20006, 'review', TRADE.review),
  ...TEST_STRINGS.map(toTestString),
]

function toTerms(
  family: string,
  label: Label,
  level: TermLevel,
  words: string,
): readonly StarterTerm[] {
  return words
    .trim()
    .split(/\s+/)
    .map((text) => ({
      id: `starter/${family}/${text}`,
      text,
      label,
      level,
      ...(EXCEPT[text] === undefined ? {} : { except: EXCEPT[text] }),
    }))
}

function toTestString(text: string, index: number): StarterTerm {
  return {
    id: `starter/test-string/${index + 1}`,
    text,
    label: 21000,
    level: 'block',
    conversions: [],
    note: 'WeChat 官方测试文本',
  }
}
