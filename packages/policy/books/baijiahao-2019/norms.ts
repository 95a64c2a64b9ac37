/** Section 8: what is not published or not recommended. Line form: see `read-clauses.ts`. */

export const NORMS = `
8.1.1 | model, then person | clf | 反对宪法确定的基本原则 | against the principles of the constitution
8.1.2 | model, then person | clf | 泄露国家秘密、危害国家安全或者损害国家荣誉和利益 | against state secrets, security or honour
8.1.3 | model, then person | clf | 教唆、组织他人进行违法乱纪活动 | inciting or organising offences
8.1.4 | person | 公德与传统要人来衡量；模型只能提示。 / People weigh morals and tradition; a model can only hint. | 危害社会公德，损害民族优秀文化传统 | against public morals or cultural tradition
8.1.5 | model, then person | txt img | 含有境外媒体相关内容 | material of foreign media
8.1.6 | person | 兜底条款，没有可测的事实。 / A catch-all without a fact to measure. | 有关法律、行政法规和国家规定禁止的其他内容 | whatever else the law forbids
8.2.1 | model, then person | dup clf | 一般性谣言 | rumours in general
8.2.2 | model, then person | dup clf date | 有关灾害的谣言 | rumours of disasters
8.2.3 | model, then person | dup clf | 有关恐怖袭击的谣言 | rumours of terror attacks
8.2.4 | model, then person | dup clf | 有关犯罪的谣言 | rumours of crime
8.2.5 | model, then person | dup clf | 有关食品安全的谣言 | rumours about food safety
8.2.6 | model, then person | dup clf | 有关名人、明星的谣言 | rumours about celebrities
8.3.1 | measure or score | txt | 收藏类推广信息：鉴定、评估、收购、估价等词语及微信变体 | promotion of collectibles, with contact details in disguise
8.3.2 | score | txt | 健康类推广信息：两性信息及无法判断真实性的推荐 | promotion of sexual health and unproven remedies
8.3.3 | score | txt | 财经类推广信息：实盘解析、带盘操作、轻松解套等 | promotion of shares
8.4 | model, then person | date txt dup | 旧闻冒充新闻发布 | old news told as new
8.5.1 | model, then person | txt clf | 宣扬鬼神、妖怪转世、附体等 | ghosts, reincarnation, possession
8.5.2 | model, then person | txt clf | 宣扬巫术、符水治病等 | witchcraft and its cures
8.6.1 | person | 是否属实要查证，机器只能给出检索线索。 / Facts must be verified; a machine can only suggest where to look. | 发布与客观事实不相符的内容 | contrary to facts
8.6.2 | person | 知识性错误要由懂的人判断。 / An error of knowledge is judged by someone who knows. | 与现有知识体系不符的事实性错误 | contrary to what is known
8.7.1 | model | txt clf net | 色情交友、卖淫嫖娼、推广色情网站 | sexual dating, prostitution, pornographic sites
8.7.2 | model | clf | 性行为、性暗示等令人产生联想、具有挑逗性的内容 | sexual description or innuendo
8.7.3 | model | clf | 虐待、捆绑、性暴力等 | abuse, bondage, sexual violence
8.7.4 | model | img txt | 虐待动物、血腥暴力等容易引发不适的内容 | cruelty to animals, gore
8.8.1 | measure or score | txt qr ocr | 带有明显营销意图的微信公众账号、自媒体平台账号、二维码等 | marketing accounts and codes
8.8.2 | measure | net txt | 商品广告，如淘宝、微店等电商平台链接 | adverts for goods, links to shops
8.8.3 | score | txt ocr | 含有作者及他人联系方式，目的是推销 | contact details meant to sell
8.8.4 | measure | txt net | 含有第三方网站及网址等 | third-party sites and addresses
8.9.1 | measure or score | txt | 标题空白或不完整 | the title is empty or incomplete
8.9.2 | score or model | clf txt | 标题不通顺：如有语病或多短语拼接 | the title is not fluent, or a pile of phrases
8.9.3 | measure | txt | 标题全部为英文、外文、繁体字等 | the title is all English, foreign or traditional
8.9.4 | score | txt clf | 标题多字、错字、漏字或含有无意义的乱码符号等 | extra, wrong or missing characters, or garbage, in the title
8.10.1 | score or model | clf | 标题与正文内容无关 | the title has nothing to do with the body
8.10.2 | model, then person | clf | 标题表达与正文内容观点完全相反 | the title says the opposite of the body
8.10.3 | model | clf txt | 标题耸动，使用过于夸张的描述 | a sensational title
8.10.4 | person | 断章取义要对照全文判断，模型只能提示。 / Only the whole text shows a distortion; a model can only hint. | 标题断章取义、歪曲正文内容 | the title distorts the body
8.10.5 | score or model | img clf | 封面与视频或者图集内容无关 | the cover has nothing to do with the content
8.11.0 | model | txt img clf | 含有涉爆、涉枪、涉毒等内容 | explosives, guns, drugs
8.11.1 | score or model | txt clf | 含有非法物品交易 | trade in unlawful goods
8.11.2 | score or model | txt img | 含有管制刀具、弩、警用品等交易买卖的内容 | trade in knives, crossbows, police gear
8.12.1 | model | clf | 含有庸俗和挑逗性吸引点击的内容 | vulgar or teasing bait
8.12.2 | model, then person | img clf | 公共场合不雅行为等有伤社会风化的内容 | indecent acts in public
8.12.3 | model | txt clf | 恶意谩骂、侮辱他人、恶意传播侵害他人隐私的文字或图片 | abuse, insult, breach of privacy
8.13.1 | score | clf txt | 多主题内容拼接形成与标题无关的内容，篇幅占比较大 | a large share of stitched, unrelated content
8.13.2 | score | txt dom | 往期内容回顾等篇幅占比较大 | a large share of past issues
`
