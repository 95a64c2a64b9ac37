/**
 * Wordings by which titles bait clicks, each with its name and its place.
 *
 * A cue is a habit of writing, not an offence: many good titles have one. What weighs is how many
 * different cues a title has, and a person's look. Patterns are short and bounded: O(length).
 */

import type { Wording } from '@fangxing/contract'

interface CueKind {
  readonly name: Wording
  readonly sign: RegExp
}

/** Each reads one habit; alternatives are whole words, gaps are counted. */
export const CLICKBAIT_CUES = {
  shock: {
    name: { zh: '惊叹词', en: 'shock words' },
    sign: /震惊|惊呆|惊爆|吓(?:傻|尿|懵|坏)|看(?:懵|傻|哭|呆)了|泪(?:奔|目|崩)|炸(?:锅|裂)了|傻眼|沸腾了|细思极恐|毛骨悚然|不寒而栗/gu,
  },
  withheld: {
    name: { zh: '隐去关键内容', en: 'the point withheld' },
    sign: /(?:原因|真相|结果|答案|结局|理由|后果|秘密|内幕)(?:竟|居然|原来|却|让|令|太|曝光|揭|是这|在这|出乎)|竟(?:然)?是(?:因为|为了|这|他|她|它)|(?:没想到|谁知|不料)(?:最后|结果|竟|居然|却)/gu,
  },
  pointing: {
    name: { zh: '指代不明', en: 'pointing at something unnamed' },
    sign: /^(?:这|那|此)(?:个|种|件|些|位|款|招|几|\d+|[一二三四五六七八九十两])|(?:他|她|它)竟|这(?:样|么)做(?:的人)?(?:竟|居然|结果|才)|有这(?:个|种|些|\d|[一二三四五六七八九十几]).{0,8}(?:的人|注意|当心|小心|快)/gu,
  },
  almostAll: {
    name: { zh: '绝大多数人', en: 'nearly everybody' },
    sign: /(?:9\d(?:\.\d{1,3})?[%％]|百分之九十[一二三四五六七八九]?|十个人九个|大(?:部分|多数)人|很多人|许多人)(?:的?人|的[^，。！？]{1,6})?(?:都|不|没|其实|根本|还|却)/gu,
  },
  command: {
    name: { zh: '要求转发或点开', en: 'orders to open or pass on' },
    sign: /不(?:转|看|点)(?:不是|后悔|就亏|会后悔|是你的)|(?:必|速|快)(?:看|转|收藏|点开|进来)|赶(?:紧|快)(?:看|转|收藏|扔|停|告诉)|转(?:给|发)(?:身边|家人|朋友|所有|更多)|看(?:完|到最后|了).{0,8}(?:沉默|惊呆|后悔|哭|不淡定|服了|明白了|恍然)/gu,
  },
  urgency: {
    name: { zh: '制造紧迫', en: 'made-up urgency' },
    sign: /(?:马上|即将|随时|很快)(?:就?要)?(?:被)?(?:删|封|没了|下架)|删前速|最后(?:一次|一天|机会)|再不.{1,6}(?:就晚|就来不及|就没|后悔)|刚刚[，,！!]|突发[！!：:]|紧急(?:通知|提醒|扩散)/gu,
  },
  extreme: {
    name: { zh: '极端说法', en: 'superlatives' },
    sign: /史上最|世界上最|全(?:世界|国|网)(?:都|最|唯一|疯传|首)|(?:最|超)(?:牛|狠|毒|恐怖|可怕|变态|奇葩)|绝对(?:没人|想不到|不敢|让你)|一夜(?:之间|暴)|暴(?:涨|跌|增|瘦)\d|秒(?:杀|变)全|逆天|颠覆(?:认知|想象|三观)/gu,
  },
  question: {
    name: { zh: '反问设悬念', en: 'a question as bait' },
    sign: /你(?:还)?(?:知道|敢信|能忍|真的会|中招|造|见过)(?:了)?(?:吗|么)|(?:到底|究竟)(?:是|有|为|怎|谁|藏|发生)[^。！]{0,16}[?？]|(?:为何|为什么)(?:却|还|竟|总|偏)/gu,
  },
  marks: { name: { zh: '连用感叹或问号', en: 'marks in a row' }, sign: /[!！?？]{2,}/gu },
} as const satisfies Record<string, CueKind>

export type ClickbaitCue = keyof typeof CLICKBAIT_CUES

export interface ClickbaitHit {
  readonly cue: ClickbaitCue
  readonly start: number
  readonly end: number
}

const NAMES = Object.keys(CLICKBAIT_CUES) as readonly ClickbaitCue[]

/** By start. */
export function findClickbait(title: string): readonly ClickbaitHit[] {
  return NAMES.flatMap((cue) =>
    [...title.matchAll(CLICKBAIT_CUES[cue].sign)].map(({ index, 0: words }) => ({
      cue,
      start: index,
      end: index + words.length,
    })),
  ).sort((one, other) => one.start - other.start)
}
