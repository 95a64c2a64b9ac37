/**
 * Characters that are taken for one another at a glance, one group a word; the first stands for all.
 *
 * Only whole-character likeness in print. Source: own selection.
 */
const GROUPS =
  '己已巳 未末 土士 人入 日曰 天夭 干千于 刀力 戊戌戍戎 微徽 今令 大太犬 木本术 王玉主 目且 田由甲申 又叉 乌鸟 ' +
  '兔免 办为 折拆 析柝 拔拨 坏怀 喝渴竭 侯候 买卖实 贷货 治冶 爪瓜 辨辩辫 祟崇 茶荼 候侯 圆园 暮幕墓慕 ' +
  '博搏膊傅 赌睹堵 蜂峰锋 篮蓝兰 薄簿 准淮 遣遗 券卷 历厉 壁璧 燥躁澡 蜜密 竿杆 杨扬 纷粉 晴睛 清请情 ' +
  '抡抢 仑仓 沧沦 矛予 问间 住往佳 徒徙 汨汩 洒酒 茫芒 型形 贩版板 惊谅 冒昌 炙灸 盲肓 钓钩 钧均 粟栗 ' +
  '赢羸嬴 毫亳 孟盂 育盲 段假 拢扰 恿勇 亨享 哀衷 弛驰 待侍 斤斥 仓仑 元无 儿几 九丸 午牛 手毛 斗头 ' +
  '冈岗 云去 五互 平乎 乒乓 市币 名各 西酉 见贝 车东 壮状 弧孤 狐狼 汗汁 灭火 尖尘 朵杂 竹什 ' +
  '锻煅 糖塘搪 柚抽袖 编偏遍 织识职 花化华 青责 石右 板扳 路洛 街衔 猫描 狗拘'

/** By unit: the unit that stands for its group; itself where there is none. */
export const LOOK_ALIKE = new Uint16Array(65536)

fill()

function fill(): void {
  for (let unit = 0; unit < 65536; unit += 1) LOOK_ALIKE[unit] = unit
  const taken = new Set<string>()
  for (const group of GROUPS.split(' ')) {
    const [first = ''] = group
    for (const character of group) {
      // A character keeps the first group that names it, so that reading twice is reading once.
      if (taken.has(character)) continue
      taken.add(character)
      LOOK_ALIKE[character.charCodeAt(0)] = LOOK_ALIKE[first.charCodeAt(0)] as number
    }
  }
}
