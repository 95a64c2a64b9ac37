/**
 * Characters written as their two halves side by side: 贝者 for 赌, 氵去 for 法.
 *
 * An entry is the whole, then its left and its right half. Only halves that can be typed, and wholes
 * common enough to be in listed words. Source: own selection.
 */
import { READING } from '../fold/fold-table.ts'

const ENTRIES =
  '赌贝者 法氵去 信亻言 博十尃 微彳攵 钱钅戋 银钅艮 枪木仓 炮火包 弹弓单 炸火乍 药艹约 赚贝兼 贷代贝 嫖女票 娼女昌 妓女支 ' +
  '奸女干 淫氵㸒 性忄生 约纟勺 码石马 网冂㐅 骗马扁 诈讠乍 赔贝咅 财贝才 购贝勾 款士示 债亻责 账贝长 帐巾长 股月殳 ' +
  '钢钅冈 铁钅失 铜钅同 针钅十 钟钅中 锁钅巢 镇钅真 好女子 妈女马 她女也 姐女且 妹女未 奶女乃 姓女生 如女口 娃女圭 ' +
  '明日月 时日寸 晚日免 晴日青 昨日乍 映日央 暗日音 朋月月 胖月半 脸月佥 腿月退 肚月土 脑月㐫 肥月巴 服月𠬝 ' +
  '林木木 村木寸 树木对 桃木兆 杜木土 板木反 材木才 枝木支 柚木由 棉木帛 桥木乔 机木几 松木公 样木羊 棋木其 校木交 橙木登 ' +
  '他亻也 你亻尔 们亻门 付亻寸 代亻弋 做亻故 作亻乍 住亻主 什亻十 但亻旦 保亻呆 价亻介 停亻亭 使亻吏 侍亻寺 值亻直 ' +
  '江氵工 河氵可 湖氵胡 海氵每 汗氵干 沙氵少 油氵由 洗氵先 洋氵羊 清氵青 注氵主 活氵舌 酒氵酉 泪氵目 汽氵气 浪氵良 满氵㒼 ' +
  '说讠兑 话讠舌 语讠吾 认讠人 让讠上 计讠十 订讠丁 讨讠寸 证讠正 谈讠炎 请讠青 诚讠成 课讠果 识讠只 读讠卖 论讠仑 访讠方 ' +
  '扫扌日 打扌丁 找扌戈 把扌巴 拍扌白 抱扌包 指扌旨 推扌隹 抢扌仓 押扌甲 拉扌立 挂扌圭 抽扌由 持扌寺 换扌奂 投扌殳 提扌是 ' +
  '叫口丩 吃口乞 吗口马 吧口巴 听口斤 叶口十 唱口昌 呼口乎 咖口加 啡口非 味口未 叮口丁 嘴口觜 喝口曷 ' +
  '红纟工 级纟及 纸纟氏 给纟合 组纟且 结纟吉 绿纟录 线纟戋 细纟田 编纟扁 织纟只 续纟卖 经纟𢀖 ' +
  '加力口 动云力 功工力 助且力 幼幺力 如女口 知矢口 和禾口 种禾中 科禾斗 私禾厶 秋禾火 租禾且 秒禾少 税禾兑 程禾呈 ' +
  '饭饣反 饮饣欠 饱饣包 饼饣并 馆饣官 馒饣曼 糖米唐 粉米分 粒米立 精米青 粗米且 粘米占 ' +
  '蜂虫夆 蝶虫枼 蚊虫文 虾虫下 蛇虫它 蚁虫义 蝴虫胡 猫犭苗 狗犭句 猪犭者 独犭虫 狼犭良 ' +
  '理王里 现王见 球王求 玩王元 珠王朱 班王王 环王不 珍王㐱 玻王皮 璃王离 ' +
  '铺钅甫 铃钅令 银钅艮 错钅昔 锅钅呙 锋钅夆 钉钅丁 镜钅竟 锦钅帛 ' +
  '跑足包 路足各 跳足兆 跟足艮 踢足易 跌足失 距足巨 烧火尧 灯火丁 烤火考 烟火因 炒火少 炉火户 ' +
  '砖石专 破石皮 碗石宛 硬石更 研石开 硕石页 确石角 砂石少 码石马 放方攵 族方矣 旅方衣 故古攵 收丩攵 教孝攵 政正攵 ' +
  '群君羊 期其月 朝龺月 胡古月 配酉己 酸酉夋 醉酉卒 难又隹 双又又 欢又欠 戏又戈 对又寸 鸡又鸟 鸭甲鸟 鹅我鸟 ' +
  '顶丁页 项工页 须彡页 顺川页 顾厄页 颗果页 题是页 额客页 剁朵刂 到至刂 刚冈刂 别另刂 剧居刂 划戈刂 削肖刂 刻亥刂 制𠂆刂 ' +
  '都者阝 部咅阝 邮由阝 那𠛎阝 队阝人 阳阝日 阴阝月 防阝方 附阝付 院阝完 陆阝击 限阝艮 ' +
  '裸衤果 袜衤末 被衤皮 裙衤君 初衤刀 衫衤彡 神礻申 社礻土 祝礻兄 视礻见 礼礻乚 福礻畐 ' +
  '张弓长 引弓丨 弘弓厶 强弓虽 张弓长 的白勺 数娄攵 款士欠 外夕卜 多夕夕 卧臣卜 弱弓弓 耶耳阝 取耳又 职耳只 聊耳卯 聪耳总'

export interface Halves {
  readonly whole: number
  readonly left: number
  readonly right: number
}

/** Every whole with its two halves. */
export const HALVES: readonly Halves[] = ENTRIES.split(' ')
  .filter((entry) => entry.length === 3)
  .map((entry) => ({
    whole: entry.charCodeAt(0),
    left: READING[entry.charCodeAt(1)] as number,
    right: READING[entry.charCodeAt(2)] as number,
  }))

/** Tells the whole of two halves in three look-ups, for those wholes that are wanted. */
export class WholeTable {
  private readonly lefts = new Uint16Array(65536)
  private readonly rights = new Uint16Array(65536)
  private readonly wholes: Uint16Array
  private readonly width: number

  constructor(wanted: ReadonlySet<number>) {
    const halves = HALVES.filter(({ whole }) => wanted.has(whole))
    const leftCount = number(
      this.lefts,
      halves.map(({ left }) => left),
    )
    this.width =
      number(
        this.rights,
        halves.map(({ right }) => right),
      ) + 1
    this.wholes = new Uint16Array((leftCount + 1) * this.width)
    for (const { whole, left, right } of halves) {
      this.wholes[(this.lefts[left] as number) * this.width + (this.rights[right] as number)] =
        whole
    }
  }

  isLeft(unit: number): boolean {
    return this.lefts[unit] !== 0
  }

  isRight(unit: number): boolean {
    return this.rights[unit] !== 0
  }

  /** The character that two units are the halves of, or 0. */
  join(left: number, right: number): number {
    const place = (this.lefts[left] as number) * this.width + (this.rights[right] as number)
    return this.wholes[place] as number
  }
}

/** Gives each unit a number from 1 on; returns how many there are. */
function number(numbers: Uint16Array, units: readonly number[]): number {
  const distinct = [...new Set(units)]
  for (const [nth, unit] of distinct.entries()) numbers[unit] = nth + 1
  return distinct.length
}
