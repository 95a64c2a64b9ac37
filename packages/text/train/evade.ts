/**
 * Writes a text as someone would who does not want it to be read by a machine.
 *
 * Each way is drawn by chance: homophones by the product's own sound table, signs between
 * characters, contact words in their many spellings, digits in other scripts, traditional forms.
 * Ordinary texts are given the same treatment, more rarely, so that a disguise alone proves nothing.
 */

import type { Random } from '../src/classify/seeded-random.ts'
import { SYLLABLE } from '../src/disguise/sound.ts'

const SIGNS = ['*', '.', '-', ' ', '_', '~', '|', '/', '+', '❤', '🔥', '✨', '。', '，', '·', '^']
const EMOJI = [
  '❤',
  '🔥',
  '✨',
  '💰',
  '👉',
  '🈵',
  '🌹',
  '😘',
  '✅',
  '💋',
  '🎉',
  '➕',
  '📱',
  '🍑',
  '⭐',
]
const CONTACT_SPELLINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /微信/g,
    [
      '薇信',
      '威信',
      '微❤',
      'v信',
      'V',
      'VX',
      'vx',
      'wx',
      '徽信',
      '卫星',
      '薇',
      '微',
      '维信',
      '葳信',
      '喂信',
      'weixin',
      'wei信',
      '微芯',
      '威❤',
      '绿泡泡',
      '嶶信',
      'v芯',
      '溦信',
    ],
  ],
  [/加/g, ['加', '➕', '+', '伽', '咖', '茄', '家', 'jia', '珈', '嘉', '佳', '十']],
  [
    /QQ|扣扣/g,
    ['扣扣', 'Q', 'q', '企鹅', '扣', '叩叩', '蔻蔻', 'qq', '🐧', '球球', '口口', '秋秋', '抠抠'],
  ],
  [/群/g, ['群', '裙', '羣', '峮', '君羊', 'qun', '窘']],
  [/电话/g, ['電话', '📞', '电联', '☎', '電話']],
  [
    /私信/g,
    ['私我', '丝信', '私x', '思信', '司信', '戳我', '滴滴', 'dd', '踢我', '私聊', '敲我', '私'],
  ],
]
const DIGIT_SCRIPTS = [
  '零一二三四五六七八九',
  '〇壹贰叁肆伍陆柒捌玖',
  '⓪①②③④⑤⑥⑦⑧⑨',
  '０１２３４５６７８９',
  '⁰¹²³⁴⁵⁶⁷⁸⁹',
]
/** Characters in daily use: a homophone is drawn from among them, as a person would. */
let homophones: ReadonlyMap<number, readonly string[]> | undefined

/** `frequency` tells how common a character is; rare ones are not drawn as homophones. */
export function prepareHomophones(frequency: ReadonlyMap<string, number>, least: number): void {
  const bySound = new Map<number, string[]>()
  for (const [character, count] of frequency) {
    const sound = SYLLABLE[character.charCodeAt(0)] ?? 0
    if (sound === 0 || count < least) continue
    bySound.set(sound, [...(bySound.get(sound) ?? []), character])
  }
  homophones = bySound
}

export function evade(text: string, random: Random, strength: number): string {
  let out = text
  for (const [plain, spellings] of CONTACT_SPELLINGS) {
    if (random.chance(0.5 + strength / 4)) out = out.replace(plain, () => random.pick(spellings))
  }
  if (random.chance(0.3 * strength)) out = swapSounds(out, random, 0.12 + 0.2 * random.next())
  if (random.chance(0.15 * strength)) out = putBetween(out, random, 0.1 + 0.3 * random.next())
  if (random.chance(0.12 * strength)) out = respellDigits(out, random)
  if (random.chance(0.15 * strength)) out = `${random.pick(EMOJI)}${out}${random.pick(EMOJI)}`
  return out
}

function swapSounds(text: string, random: Random, share: number): string {
  return [...text]
    .map((character) => {
      if (!random.chance(share)) return character
      const alike = homophones?.get(SYLLABLE[character.charCodeAt(0)] ?? 0)
      return alike === undefined ? character : random.pick(alike)
    })
    .join('')
}

function putBetween(text: string, random: Random, share: number): string {
  const sign = random.pick(SIGNS)
  return [...text].map((one) => (random.chance(share) ? one + sign : one)).join('')
}

function respellDigits(text: string, random: Random): string {
  const script = [...random.pick(DIGIT_SCRIPTS)]
  return text.replace(/\d/g, (digit) => script[Number(digit)] ?? digit)
}
