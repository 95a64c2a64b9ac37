/** Sections 1 to 3: stability, advertising, shopping cards. Line form: see `read-clauses.ts`. */

export const EXPERIENCE = `
1.1.a | score | trace dom | 无影响体验问题：卡顿 | no stutter
1.1.b | score | shot | 无影响体验问题：闪屏 | no flashing screen
1.1.c | measure | shot | 无影响体验问题：黑屏 | no black screen
1.1.d | measure | shot dom | 无影响体验问题：白屏 | no white screen
1.1.e | measure | net dom | 无影响体验问题：闪退 | no crash
1.1.f | measure | net | 无影响体验问题：无法进入 | it can be entered
1.2 | measure | src dom shot | 不能出现空白页面 | no page is blank
1.3 | measure or score | dom shot | 纵向或横向留白面积不得超过屏幕的1/3 | blank space takes no more than a third of the screen, down or across
2.1 | measure or score | src dom | 不能有悬浮广告 | no floating advert
2.2 | measure or score | dom txt | 只有底bar、文末相关推荐位，可以插入销售线索广告 | lead-generating adverts only in the bottom bar or after the end
2.3.a | measure or score | src shot | 不能诱导点击：自动弹窗 | no pop-up by itself
2.3.b | model | txt ocr clf | 不能诱导点击：文字暗示 | no words that lure into a click
2.3.c | model, then person | shot clf | 不能诱导点击：仿官方场景误导 | nothing that passes for official
2.3.d | model, then person | dom ocr | 不能诱导点击：通知误导 | nothing that passes for a notification
2.3.e | measure or score | dom | 不能诱导点击：按钮跳动 | no bouncing button
2.3.f | measure or score | dom shot | 不能诱导点击：文字闪烁 | no flickering words
2.3.g | model | txt ocr img | 不能诱导点击：抽奖红包 | no lottery and no red packet
2.3.h | measure | qr txt | 不能诱导点击：扫二维码 | no code to scan
2.5.a | measure | src dom | 主要内容为视频或音频时，播放内容前和播放内容中不能插广告 | on a page of video or audio no advert before or during play
2.5.b | measure | man vid | 不得出现播放内容后广告时长>15s或不可关闭 | an advert after play lasts 15 seconds at most and can be closed
2.6 | measure | man dom | 工具型小程序，首屏广告大小不得超过当前展现页面屏幕的1/3 | in a tool, adverts take no more than a third of the first screen
3.1.1 | score | txt clf | 商品与文章具备相关性 | the goods have to do with the article
3.1.2.a | measure or score | net txt | 商品卡可正常转跳，非死链（商品失效、页面无法打开、商品无库存） | the card opens, and its goods are there
3.1.2.b | score | net txt img | 转跳页面与商品卡描述内容一致 | the page behind agrees with the card
3.1.3 | score or model | txt clf | 非高风险行业（成人用品、保健药品、医疗药品、管制刀具等） | no high-risk trade: adult goods, health products, medicine, knives
3.2.1.a | measure | dom src | 单篇图文商品卡数量原则上不超过10个 | as a rule no more than 10 cards in an article
3.2.1.b | measure | dom src | 同一个商品卡不可在单篇图文中重复插入 | no card twice in an article
3.2.2 | measure or score | dom | 商品卡在图文整体占比中需<50%，不可造成密集感体验 | cards take less than half of the article and are not crowded
3.3.1.a | measure | dom | 商品卡可穿插在段落间或文章末尾 | cards stand between paragraphs or at the end
3.3.1.b | measure | dom | 两个商品卡之间需有文字引导过渡，不可出现连放情况 | words lead from one card to the next
3.3.2 | person | 行文是否被打断要读过才知道；机器只备好商品卡前后的截图。 / Only reading tells whether the flow is broken; a machine prepares the view around each card. | 文章行文逻辑需保证对用户浏览无打断感 | reading is not interrupted
3.3.3 | score | txt clf | 商品卡所在位置前或后的内容与该商品强相关 | the words beside a card name the goods, their kind or their effect
`
