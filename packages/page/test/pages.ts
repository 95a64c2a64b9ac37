/** Small pages, each with one thing to see. */

const HEAD =
  '<!doctype html><html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><style>body{margin:0;padding:16px;font:19px/1.7 sans-serif;color:#222}h1{font-size:24px}</style></head><body>'

const PARAGRAPHS = [
  '第一个要点是光照，每天至少要晒六个小时的太阳，花盆要摆在朝南的位置，冬天可以搬到窗边。',
  '第二个要点是浇水，少而透，盆土干了再浇，叶子发黄多半是浇多了，夏天早晚各看一次土面。',
  '第三个要点是搭架，番茄长到三十厘米就要绑在竹竿上，免得倒伏，结果以后摘掉底部的老叶。',
]

export const TITLE = '<h1>阳台种番茄的三个要点</h1>'
export const TEXT = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')

export function pageOf(body: string): ReadonlyMap<string, Uint8Array> {
  return new Map([['index.html', new TextEncoder().encode(`${HEAD}${body}</body></html>`)]])
}
