/**
 * Disguises of harmless terms, made by rule: one function for each kind, so that a case is never
 * written to suit the engine. A kind that cannot change a term (no digit in it, no half to split
 * off) makes no case of it.
 */

import { CONVERSIONS, compileLexicon, type Lexicon } from '@fangxing/text'

export interface EvasionCase {
  readonly kind: string
  readonly term: string
  readonly text: string
}

export interface EvasionResult {
  readonly kind: string
  readonly caught: number
  readonly of: number
  readonly missed: readonly string[]
}

const HAN_TERMS = [
  '蜂蜜柚子茶',
  '手工竹篮',
  '云朵棉花糖',
  '加薄荷群',
  '青石板路',
  '纸风筝社',
  '木偶戏班',
  '茉莉花饼',
  '枫叶书签',
  '星空帐篷',
  '山药米糕',
  '琉璃灯盏',
  '麦田音乐节',
  '芦苇扫帚',
  '陶土花盆',
  '豆沙粽子',
  '松果手链',
  '梅子酒馆',
  '羊毛毡课',
  '荷叶粉蒸',
  '三十六号院',
  '加微信拿书',
  '银杏书店',
  '明信片铺',
]
const LATIN_TERMS = ['moonbase', 'paperkite', 'teahouse', 'lantern', 'bookshelf']

export const TERMS: readonly string[] = [...HAN_TERMS, ...LATIN_TERMS]

/** A character of the same sound, of a near sound, in traditional form, its halves, its double. */
const SAME_SOUND = pairs(
  '蜂丰蜜密柚右子紫茶查手守工公竹烛篮蓝云匀朵躲棉绵花华糖堂加佳薄博荷河群裙青轻石时板版路露纸止风封筝争社射木目偶藕戏细班搬茉莫莉丽饼丙枫疯叶页书叔签千星猩空孔帐丈篷朋山衫药要米迷糕高琉流璃梨灯登盏展麦卖田甜音因乐月节杰芦炉苇伟扫嫂帚肘陶逃土吐盆喷豆斗沙纱粽综松嵩果裹链练梅煤酒九馆管羊杨毛矛毡沾课客粉分蒸征三叁十时六陆号浩院愿微薇信芯拿那银淫杏幸店电明名片骗铺普',
)
const NEAR_SOUND = pairs(
  '蜂芬蜜密柚右茶叉手叟工宫竹组篮狼云匀朵垛糖谈青亲石丝路怒筝怎社色班帮莉你饼品枫芬书酥签枪星心空孔帐赞山三灯登盏攒田甜音英节杰扫少陶逃盆烹沙撒松嵩链念梅煤馆光毡簪蒸怎三山十四六牛信兴银营杏信店电明民',
)
const TRADITIONAL = pairs(
  '云雲篮籃纸紙风風筝箏戏戲饼餅叶葉书書签簽帐帳药藥灯燈盏盞麦麥乐樂节節芦蘆苇葦扫掃链鏈馆館毡氈课課号號银銀',
)
const HALVES = pairs(
  '蜂虫夆糖米唐加力口群君羊板木反路足各竹亇亇枫木风松木公梅木每粉米分明日月银钅艮链钅连酒氵酉沙氵少饼饣并馆饣官课讠果信亻言帐巾长朵几木灯火丁琉王㐬棉木帛枚木攵林木木',
  3,
)
const LOOK_ALIKE = pairs(
  '蜂峰蜜密篮蓝棉绵糖搪微徽薄簿茉莱枫讽帐账琉硫陶淘粉纷松忪梅悔荷菏酒洒朵杂手毛',
)
const PINYIN: Readonly<Record<string, string>> = Object.fromEntries(
  '蜂feng 蜜mi 柚you 子zi 茶cha 手shou 工gong 竹zhu 篮lan 云yun 朵duo 棉mian 花hua 糖tang 加jia 薄bo 荷he 群qun 青qing 石shi 板ban 路lu 纸zhi 风feng 筝zheng 社she 木mu 偶ou 戏xi 班ban 茉mo 莉li 饼bing 枫feng 叶ye 书shu 签qian 星xing 空kong 帐zhang 篷peng 山shan 药yao 米mi 糕gao 琉liu 璃li 灯deng 盏zhan 麦mai 田tian 音yin 芦lu 苇wei 扫sao 帚zhou 陶tao 土tu 盆pen 豆dou 沙sha 粽zong 松song 果guo 链lian 梅mei 酒jiu 馆guan 羊yang 毛mao 毡zhan 课ke 叶ye 粉fen 蒸zheng 三san 六liu 号hao 院yuan 微wei 信xin 拿na 银yin 杏xing 店dian 明ming 片pian 铺pu'
    .split(' ')
    .map((entry) => [entry.charAt(0), entry.slice(1)]),
)
const CYRILLIC = pairs('aаeеoоpрcсxхiіsѕ')
const LEET = pairs('o0e3a4s5i1t7b8')
const ENCLOSED_A = 0x24d0
const BOLD_A = 0x1d41a

type Disguise = (term: string) => string | undefined

/** For terms of Han characters, then for Latin words. */
const HAN_KINDS: Readonly<Record<string, Disguise>> = {
  'traditional characters': (term) => swap(term, TRADITIONAL),
  'one homophone': (term) => swapOne(term, SAME_SOUND),
  'two homophones': (term) => swapSome(term, SAME_SOUND, 2),
  'a near homophone': (term) => swapOne(term, NEAR_SOUND),
  'all in pinyin': (term) => pinyinOf(term, term.length),
  'half in pinyin': (term) => pinyinOf(term, Math.ceil(term.length / 2)),
  'one in pinyin': (term) => pinyinOf(term, 1),
  'one initial': (term) => {
    const letter = PINYIN[term.charAt(1)]?.charAt(0)
    return letter && term.charAt(0) + letter + term.slice(2)
  },
  'a split character': (term) => swapOne(term, HALVES),
  'a look-alike character': (term) => swapOne(term, LOOK_ALIKE),
  'full stops between': (term) => [...term].join('.'),
  'middle dots between': (term) => [...term].join('·'),
  'stars between': (term) => [...term].join('*'),
  'spaces between': (term) => [...term].join(' '),
  'emoji between': (term) => [...term].join('😀'),
  'brackets around each': (term) => [...term].map((character) => `【${character}】`).join(''),
  'commas between': (term) => [...term].join('，'),
  'one character a line': (term) => [...term].join('\n'),
  'down a column': (term) => `\n${[...term].map((character) => `${character}这里`).join('\n')}\n`,
  'zero-width spaces': (term) => [...term].join('\u200b'),
  'bidi controls': (term) => [...term].join('\u202d'),
  'combining strokes': (term) => [...term].map((character) => `${character}\u0336`).join(''),
  'soft hyphens': (term) => [...term].join('\u00ad'),
  'repeated characters': (term) => [...term].map((character) => character.repeat(3)).join(''),
  backwards: (term) => [...term].reverse().join(''),
  'digits for number words': (term) => swap(term, pairs('三3六6')),
  'financial numerals': (term) => swap(term, pairs('三叁十拾六陆')),
  'an alias': (term) => (term.includes('微信') ? term.replace('微信', 'vx') : undefined),
  'stars and a homophone': (term) => {
    const swapped = swapOne(term, SAME_SOUND)
    return swapped && [...swapped].join('*')
  },
}

const LATIN_KINDS: Readonly<Record<string, Disguise>> = {
  'capital letters': (term) => term.toUpperCase(),
  'full width': (term) => shift(term, 0xff41),
  'circled letters': (term) => shift(term, ENCLOSED_A),
  'bold letters': (term) => shift(term, BOLD_A),
  'Cyrillic letters': (term) => swap(term, CYRILLIC),
  'digits for letters': (term) => swap(term, LEET),
  accents: (term) => swap(term, pairs('aáeéoôiïuüsšnñ')),
  'spelled by spaces': (term) => [...term].join(' '),
  'spelled by hyphens': (term) => [...term].join('-'),
  'zero-width joiners': (term) => [...term].join('\u200d'),
  'stretched letters': (term) => term.replace(/.$/, (letter) => letter.repeat(4)),
}

export function evasionCases(): readonly EvasionCase[] {
  return [
    ...casesOf(HAN_TERMS, HAN_KINDS, (disguised) => `听说${disguised}，大家都喜欢`),
    ...casesOf(LATIN_TERMS, LATIN_KINDS, (disguised) => `听说${disguised}很好玩`),
  ]
}

export function compileHarmless(): Lexicon {
  return compileLexicon(
    TERMS.map((text) => ({ id: text, text, label: 21000, level: 'review' }) as const),
  )
}

/** A case is caught when its term is seen in it, wherever the edges are drawn. */
export function holdCases(
  lexicon: Lexicon,
  cases: readonly EvasionCase[],
): readonly EvasionResult[] {
  const kinds = [...new Set(cases.map(({ kind }) => kind))]
  return kinds.map((kind) => {
    const ofKind = cases.filter((one) => one.kind === kind)
    const missed = ofKind.filter(
      ({ term, text }) => !lexicon.find(text).some(({ termId }) => termId === term),
    )
    return {
      kind,
      caught: ofKind.length - missed.length,
      of: ofKind.length,
      missed: missed.map(({ text }) => text),
    }
  })
}

/** How many texts have a hit that needed more than reading characters in another form. */
export function countFalseHits(lexicon: Lexicon, texts: readonly string[]): number {
  return texts.filter((text) =>
    lexicon
      .find(text)
      .some(({ conversions }) => conversions.some((name) => !CONVERSIONS[name].safe)),
  ).length
}

function casesOf(
  terms: readonly string[],
  kinds: Readonly<Record<string, Disguise>>,
  inText: (disguised: string) => string,
): readonly EvasionCase[] {
  return Object.entries(kinds).flatMap(([kind, disguise]) =>
    terms.flatMap((term) => {
      const disguised = disguise(term)
      return disguised === undefined || disguised === term
        ? []
        : [{ kind, term, text: inText(disguised) }]
    }),
  )
}

function pairs(listed: string, size = 2): ReadonlyMap<string, string> {
  const characters = [...listed]
  const map = new Map<string, string>()
  for (let at = 0; at + size <= characters.length; at += size) {
    map.set(characters[at] ?? '', characters.slice(at + 1, at + size).join(''))
  }
  return map
}

function swap(term: string, by: ReadonlyMap<string, string>): string {
  return [...term].map((character) => by.get(character) ?? character).join('')
}

function swapOne(term: string, by: ReadonlyMap<string, string>): string | undefined {
  return swapSome(term, by, 1)
}

function swapSome(term: string, by: ReadonlyMap<string, string>, most: number): string | undefined {
  let left = most
  const swapped = [...term].map((character) => {
    const other = left > 0 ? by.get(character) : undefined
    if (other !== undefined) left -= 1
    return other ?? character
  })
  return left > 0 ? undefined : swapped.join('')
}

function pinyinOf(term: string, count: number): string | undefined {
  const spelled = [...term].map((character, at) => (at < count ? PINYIN[character] : character))
  return spelled.includes(undefined) ? undefined : spelled.join('')
}

function shift(term: string, first: number): string {
  return [...term].map((letter) => String.fromCodePoint(first + letter.charCodeAt(0) - 97)).join('')
}
