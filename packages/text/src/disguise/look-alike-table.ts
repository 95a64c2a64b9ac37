/**
 * Characters that are taken for one another at a glance, one group a word; the first stands for all.
 *
 * Only whole-character likeness in print. Source: own selection.
 */
const GROUPS =
  '已己巳 未末 士土 日曰 天夭 成戊戌戍戎 微徽 大犬 木朩 王玊 由甴 又叉 鸟乌 兔免 拆折 析柝 拔拨 怀坏 渴竭 ' +
  '候侯 治冶 瓜爪 辩辨辫 崇祟 茶荼 暮墓慕 博搏膊 赌睹堵 蜂峰锋 篮蓝 薄簿 准淮 遗遣 券卷 壁璧 燥躁澡 蜜密 竿杆 ' +
  '杨扬 粉纷 晴睛 抢抡 沧沦 予矛 徒徙 酒洒 茫芒 版板 惊谅 冒昌 灸炙 盲肓 钩钓 栗粟 赢羸嬴 毫亳 孟盂 拢扰 勇恿 ' +
  '享亨 衷哀 驰弛 待侍 仑仓 丸九 冈岗 乒乓 状壮 孤弧 狐狼 汗汁 尘尖 杂朵 锻煅 糖塘搪 柚抽袖 ' +
  '遍偏 描猫 狗拘 博愽 陶淘 荷菏 枫讽 帐账 茉莱 琉硫 梅悔 松忪'

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
