/** Sections 4 to 7: title, pictures and video, content, promotion. Line form: see `read-clauses.ts`. */

export const PRESENTATION = `
4.a | measure | src dom man | 除ugc类资源外，文章、视频或音频等资源必须有标题 | article, video and audio have a title; user content may lack one
4.b | model | txt clf | 标题要求无敏感信息 | no sensitive words in the title
4.c | model | clf | 避免标题党、低俗内容 | no clickbait, nothing vulgar
4.d | score | txt clf | 标题不出现错、漏、多字、乱码符号 | no wrong, missing or extra characters and no garbage in the title
4.e | model | clf | 避免存在语病 | no faulty grammar
4.f | measure or score | txt | 避免纯外文、难理解外文 | not only in a foreign language
4.g | score | dom | 避免排版问题致使无法正常阅读理解 | the layout can be read
5.a | score | img vid | 清晰度高，无模糊 | sharp, not blurred
5.b | score | vid | 无花屏 | no corrupted frames
5.c | score | img vid | 无画面锯齿 | no jagged edges
5.d | model, then person | vid | 无拖影 | no ghosting
5.e | score | img vid | 无压缩问题 | not compressed too far
5.f | measure or score | dom img | 无拉伸 | not stretched
5.g | model | img ocr | 无水印叠加 | no stacked watermarks
5.h | model, then person | img clf | 无主体无法识别或不完整明确 | the subject is whole and can be made out
5.i | score | img vid | 亮度对比度适当 | brightness and contrast are suitable
5.j | score or model | img ocr | 不含竞品水印 | no watermark of a competitor
5.k | score | vid | 视频避免晃动卡顿 | video neither shakes nor stutters
5.l | model, then person | vid | 避免音画不同步 | sound and picture agree
5.m | measure or score | aud | 避免无声 | not silent
5.n | model | aud ocr | 避免英文视频无字幕或字幕质量差 | English video has good subtitles
5.o | score | ocr | 避免文字图 | not a picture of text
5.p | score or model | img | 避免表格图 | not a picture of a table
5.q | model | clf | 避免表情图 | not an emoticon
5.r | measure | img | 避免纯色图 | not one plain colour
5.s | person | 修图痕迹的自动检测不可靠，要人看。 / Automatic detection of retouching is unreliable; a person looks. | 避免P图明显 | no obvious retouching
6.a | score or model | txt dup | 不能是无意义聚合类文章 | no meaningless collection
6.b | measure or score | man clf | 需有明确的分类、频道 | it has a clear category and channel
6.c | score | dup txt | 不能是从媒体等其他渠道抓取来的资源 | not scraped from media or other channels
6.d | model | clf ocr | 任何形式的内容避免出现色情低俗、恶心血腥、虚假信息和违反现行法律法规等情况 | nothing pornographic, gory, false or unlawful in any form
6.e | measure or score | date | 内容要在时效性未过期前发布 | published before it goes stale
7.a | measure | qr | 不发布二维码 | no code
7.b | measure or score | txt ocr | 不发布营销电话 | no marketing phone number
7.c | score or model | ocr img | 不发布带有推广信息水印的图片 | no picture with a promotional watermark
7.d | model | txt clf | 不发布恶意推广类信息 | no malicious promotion
`
