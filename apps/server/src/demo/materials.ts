/** Articles that the demo's developer hands in: one that reads well, one that breaks clauses. */

import { EMPTY_FORM, type MaterialForm } from '../materials/material-form.ts'

export interface DemoMaterial {
  readonly app: string
  readonly form: MaterialForm
}

function article(title: string, paragraphs: readonly string[]): MaterialForm {
  const blocks = paragraphs.map((text) => ({ kind: 'paragraph', text }) as const)
  return { ...EMPTY_FORM, title, blocks }
}

export const DEMO_MATERIALS: readonly DemoMaterial[] = [
  {
    app: '园圃日记',
    form: article('春天给绣球换盆的五个步骤', [
      '绣球在二月底冒芽，叶芽饱满、还没有展开的时候，是一年里换盆的好时机。这时根系刚刚开始活动，稍有损伤也恢复得快。',
      '第一步是控水。换盆前两三天不浇，土团变松，脱盆时不容易散，也看得清根的颜色：白根健康，褐色发软的要剪掉。',
      '第二步选盆。新盆比旧盆大一圈就够，盆太大土干得慢，反而闷根。底部铺两厘米陶粒，利于排水。',
      '第三步配土。泥炭、珍珠岩、腐叶土按五比三比二混合，拌入一小把缓释肥。想要蓝色的花，土要偏酸，可以加少量硫酸铝。',
      '第四步上盆。把根团放正，四周填土轻轻压实，土面离盆沿留三厘米，方便以后浇水。',
      '第五步缓苗。浇透一次，放在有散射光的地方一周，再慢慢移到早上能晒到太阳的位置。缓苗期间不要施肥。',
      '换盆以后的一个月里，新叶变小、发黄多半是浇水太勤。手指插进土里一节，干了再浇，比定日子浇水可靠得多。',
    ]),
  },
  {
    app: '邻里论坛',
    form: article('震惊！！！不看后悔一辈子，烂根三天全好', [
      '祖传秘方，百分之百见效，全国第一，专家都惊呆了！',
      '需要的朋友加微信 huanpen2026 领取，或者拨打 13800138000，前一百名免费。',
      '转发到三个群才能看到下一步，不转不是好邻居。',
    ]),
  },
]
