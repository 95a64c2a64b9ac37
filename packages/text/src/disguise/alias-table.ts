/**
 * Other names that people give to ways of contact and payment, beside those that merely sound or
 * look alike. A term that contains the name is also looked for with each alias in its place.
 *
 * Source: own selection from what platforms publish about evasion of contact rules.
 */
export const ALIASES: Readonly<Record<string, readonly string[]>> = {
  微信: [
    'vx',
    'wx',
    'v信',
    'w信',
    'wei信',
    '微x',
    '薇x',
    '威信',
    '薇信',
    '维信',
    '徽信',
    '溦信',
    '微芯',
    '薇芯',
    '薇心',
    '微v',
    'v芯',
    '绿泡泡',
    '卫星',
    '歪心',
  ],
  qq: ['扣扣', '球球', '企鹅', '抠抠', '口口', '叩叩', '秋秋', 'q扣', '扣q'],
  手机: ['手鸡', '手基', 'sj', '手几'],
  支付宝: ['zfb', '支付保', '吱付宝'],
  群: ['裙', '君羊', 'qun'],
  淘宝: ['tb', '桃宝', '掏宝', '某宝'],
  抖音: ['dy', '斗音', '抖因', '某音'],
}
