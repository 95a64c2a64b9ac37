/**
 * Misspellings that are never right, with what was meant.
 *
 * A small list of whole words that no ordinary sentence contains: it finds few of the typos there
 * are, and hardly ever a wrong one. Which of 的, 地 and 得 is right, or whether a rare word was meant,
 * is beyond a list; a language model or a person must say. Suggestions, never grounds for a refusal.
 * O(length).
 */

import { compileWords } from '../match/word-finder.ts'

export interface TypoSuggestion {
  readonly start: number
  readonly end: number
  readonly written: string
  readonly meant: string
}

/** Written, meant. */
const PAIRS = `
因该 应该
既使 即使
即然 既然
按装 安装
必竞 毕竟
毕竞 毕竟
竞然 竟然
究竞 究竟
甘败下风 甘拜下风
再接再励 再接再厉
在接再厉 再接再厉
迫不急待 迫不及待
走头无路 走投无路
谈笑风声 谈笑风生
一愁莫展 一筹莫展
默守成规 墨守成规
默守陈规 墨守成规
声名雀起 声名鹊起
不径而走 不胫而走
不加思索 不假思索
出奇不意 出其不意
川流不惜 川流不息
穿流不息 川流不息
大声急呼 大声疾呼
病入膏盲 病入膏肓
鬼鬼崇崇 鬼鬼祟祟
作崇 作祟
换然一新 焕然一新
金壁辉煌 金碧辉煌
娇揉造作 矫揉造作
名列前矛 名列前茅
名符其实 名副其实
美仑美奂 美轮美奂
磬竹难书 罄竹难书
如火如茶 如火如荼
如雷灌耳 如雷贯耳
食不裹腹 食不果腹
世外桃园 世外桃源
死不冥目 死不瞑目
挺而走险 铤而走险
委屈求全 委曲求全
无精打彩 无精打采
相形见拙 相形见绌
悬梁刺骨 悬梁刺股
言简意骇 言简意赅
一股作气 一鼓作气
一泄千里 一泻千里
英雄倍出 英雄辈出
莫名奇妙 莫名其妙
莫明其妙 莫名其妙
膺品 赝品
渡假 度假
粗旷 粗犷
通谍 通牒
松驰 松弛
幅射 辐射
凑和 凑合
针贬 针砭
寒喧 寒暄
复盖 覆盖
防犯 防范
气慨 气概
脉博 脉搏
亲睐 青睐
沉缅 沉湎
座阵 坐镇
座右名 座右铭
水笼头 水龙头
萎糜不振 萎靡不振
草管人命 草菅人命
饮鸠止渴 饮鸩止渴
老俩口 老两口
绿草如荫 绿草如茵
蜇伏 蛰伏
渲泄 宣泄
追朔 追溯
侯车室 候车室
侯选人 候选人
时侯 时候
气侯 气候
问侯 问候
等侯 等候
症侯群 症候群
`

const TYPOS = PAIRS.trim()
  .split('\n')
  .map((line) => {
    const [written = '', meant = ''] = line.split(' ')
    return { written, meant }
  })

let finder: ReturnType<typeof compileWords> | undefined

/** By start; as written, without seeing through disguises. */
export function suggestTypos(text: string): readonly TypoSuggestion[] {
  finder ??= compileWords(TYPOS.map(({ written }) => written))
  return finder.find(text).flatMap(({ word, start, end }) => {
    const typo = TYPOS[word]
    return typo === undefined ? [] : [{ start, end, ...typo }]
  })
}
