import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { type PageEngine, type PageManifest, type PageSight, startPageEngine } from '@fangxing/page'
import { pageOf, TEXT, TITLE } from './pages.ts'

const limits = { watch: 1800, motion: 1200, navigation: 5000, run: 12_000, screens: 4 }
let engine: PageEngine

before(async () => {
  const options = { egress: { allows: () => false }, limits }
  // Pages of our own: where the kernel has no namespaces for root they are looked at all the same.
  engine = await startPageEngine(options).catch(() =>
    startPageEngine({ ...options, withoutSandbox: true }),
  )
})

after(() => engine.close())

async function look(body: string, manifest: PageManifest = {}): Promise<PageSight> {
  const target = { kind: 'files', files: pageOf(body), entry: 'index.html' } as const
  return engine.observe('page', target, { manifest })
}

test('an ordinary page is entered, has its title, and shows nothing remarkable', async () => {
  const { runs, screenshots } = await look(TITLE + TEXT)
  assert.equal(runs.length, 2)
  for (const run of runs) {
    assert.equal(run.entry.outcome, 'entered')
    assert.deepEqual(run.missing, [])
    assert.equal(run.title?.text, '阳台种番茄的三个要点')
    assert.ok(!run.title.isClipped && !run.title.isCovered && run.title.fontSize === 24)
    assert.deepEqual([run.overlays, run.pinned, run.motions, run.flashes], [[], [], [], []])
    assert.ok((run.sixth?.characters ?? 0) > 100)
    assert.equal(run.screenshots?.length, run.screenfuls?.length)
  }
  for (const png of screenshots.values()) assert.equal(png[1], 0x50)
})

test('what appears by itself, stays in place, bounces and flickers is told with its box', async () => {
  const { runs } = await look(`${TITLE}
    <style>@keyframes b{to{transform:translateY(20px)}} @keyframes k{50%{opacity:0}}</style>
    <button style="animation:b .4s infinite alternate">立即领取</button>
    <p style="animation:k .4s steps(2) infinite">快点我</p>
    <div data-ad style="position:fixed;right:0;top:300px;width:120px;height:160px;background:#fc0">广告</div>
    <div id="late" style="display:none;position:fixed;inset:80px 20px;background:#fff">恭喜你</div>
    ${TEXT.repeat(8)}
    <script>setTimeout(() => { late.style.display = 'block' }, 700)</script>`)
  const [run] = runs
  const layer = run?.overlays?.find(({ words }) => words === '恭喜你')
  assert.ok(layer !== undefined && layer.kind === 'layer' && layer.share > 0.5)
  const floating = run?.pinned?.find(({ isAdvert }) => isAdvert)
  assert.deepEqual(floating?.box, { x: 255, y: 300, width: 120, height: 160 })
  assert.equal(floating?.edge, 'none')
  const kinds = run?.motions?.map(({ kind, words, isClickable }) => [kind, words, isClickable])
  assert.ok(kinds?.some(([kind, words, tap]) => kind === 'moves' && words === '立即领取' && tap))
  assert.ok(kinds?.some(([kind, words]) => kind === 'flickers' && words === '快点我'))
})

test('a blank page has neither characters nor pictures, and is one colour', async () => {
  const { runs } = await look('<div style="height:300px"></div>')
  assert.deepEqual([runs[0]?.sixth?.characters, runs[0]?.sixth?.pictures], [0, 0])
  assert.ok((runs[0]?.sixth?.dominantShare ?? 0) > 0.995)
})

test('a gap in the middle is a blank run, and what is blank after the end says so', async () => {
  const { runs } = await look(`${TITLE}<div style="height:600px"></div>${TEXT}`)
  const gap = runs[0]?.screenfuls?.find(({ blankRows }) => blankRows.share > 1 / 3)
  assert.ok(gap !== undefined && !gap.endsContent)
  const short = await look('<h1>标题在这里</h1>')
  assert.ok(short.runs[0]?.screenfuls?.[0]?.endsContent)
})

test('a page that is not made for phones is measured as it is shown on one: smaller, and whole', async () => {
  const wide = `<!doctype html><meta charset="utf-8"><body style="margin:0"><h1 style="margin:0;font-size:40px">阳台种番茄的三个要点</h1><div style="height:3000px">${TEXT}</div>`
  const files = new Map([['index.html', new TextEncoder().encode(wide)]])
  const { runs } = await engine.observe('wide', { kind: 'files', files, entry: 'index.html' })
  for (const run of runs) {
    const { width, height } = run.viewport
    assert.deepEqual(run.missing, [])
    assert.ok((run.title?.fontSize ?? 99) < 20 && (run.title?.box.width ?? 999) < width + 1)
    assert.equal(run.screenfuls?.length, Math.ceil((run.height ?? 0) / height))
  }
})

test('what only surrounds the content is told apart, and the title is what the page is named after', async () => {
  const html = `<!doctype html><meta charset="gb18030"><title>TITLE_SITE</title>
    <div class="head"><b style="font-size:30px">NAME</b><a href="/">NAME</a></div>
    <div class="page"><div style="font-size:19px">TITLE</div><p>${'LONG '.repeat(30)}</p></div>
    <div class="other"><p>${'LONG '.repeat(9)}</p><span>FOOT</span></div>
    <script>location.href = 'https://elsewhere.example/'</script>`
  const words: Record<string, string> = {
    TITLE: '\xd1\xf4\xcc\xa8\xd6\xd6\xb7\xac\xc7\xd1\xcf\xb2\xb9\xe2', // 阳台种番茄喜光
    SITE: '\xcd\xf8\xd5\xbe', // 网站
    NAME: '\xcd\xf8\xd5\xbe', // 网站
    LONG: '\xb7\xac\xc7\xd1\xcf\xb2\xb9\xe2\xa1\xa3', // 番茄喜光。
    FOOT: '\xb5\xe7\xbb\xb0', // 电话
  }
  const bytes = Buffer.from(
    html.replace(/[A-Z]{4,5}/g, (word) => words[word] ?? word),
    'latin1',
  )
  const files = new Map([['index.html', bytes]])
  const { runs } = await engine.observe('gb', { kind: 'files', files, entry: 'index.html' })
  const [run] = runs
  assert.equal(run?.title?.text, '阳台种番茄喜光')
  const around = run?.blocks?.filter(({ isAround }) => isAround)?.map(({ text }) => text)
  assert.deepEqual(around, ['网站', '网站', '电话'])
  const [left] = run?.missing ?? []
  assert.match(left?.because.en ?? '', /goes to https:\/\/elsewhere\.example/)
})

test('a page that insists on https gets its own files by it, and is whole', async () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const files = new Map([
    ...pageOf(
      `<script>if (location.protocol === 'http:') location.href = location.href.replace('http:', 'https:')</script><link rel="stylesheet" href="a.css">${TITLE}${TEXT}`,
    ),
    ['a.css', bytes('h1 { font-size: 30px !important }')],
  ])
  const { runs } = await engine.observe('https', { kind: 'files', files, entry: 'index.html' })
  for (const { title, entry, missing } of runs) {
    assert.deepEqual([title?.fontSize, entry.outcome], [30, 'entered'])
    assert.ok(!missing.some(({ fact }) => ['content', 'styles', 'rest'].includes(fact)))
  }
})

test('cards for goods are read as the manifest says, with what stands around them', async () => {
  const card = (id: string) =>
    `<a class="card" data-sku="${id}" href="/${id}"><b>花盆 ${id}</b><i>39</i></a>`
  const { cards } = await look(
    `${TITLE}<p>选一个透气的花盆，根系才不会烂。</p><div>${card('a')}</div><div>${card('b')}</div>${TEXT}<div>${card('c')}</div>`,
    { cards: [{ selector: '.card', id: '@data-sku', title: 'b', price: 'i' }] },
  )
  assert.deepEqual(
    cards.map(({ id, title, price, textBetween, position }) => [
      id,
      title,
      price,
      textBetween,
      position,
    ]),
    [
      ['a', '花盆 a', '39', null, 'between'],
      ['b', '花盆 b', '39', 0, 'between'],
      ['c', '花盆 c', '39', cards[2]?.textBetween, 'end'],
    ],
  )
  assert.match(cards[0]?.before ?? '', /根系/)
  assert.ok((cards[2]?.textBetween ?? 0) > 60)
  assert.match(cards[0]?.target ?? '', /\/a$/)
})

test('adverts are told by tag, by declaration, and by their looks', async () => {
  const { runs } = await look(
    `${TITLE}${TEXT}<ad style="display:block;height:80px">广告</ad><div class="lead">立即咨询</div><div><span>广告</span>好物</div>`,
    { adverts: [{ selector: '.lead', isLead: true }] },
  )
  const adverts = runs[0]?.blocks?.filter(({ kind }) => kind === 'advert')
  assert.deepEqual(
    adverts?.map(({ advertBy, isLead }) => [advertBy, isLead]),
    [
      ['tag', false],
      ['declared', true],
      ['pattern', false],
    ],
  )
})

test('a title that is cut off says so', async () => {
  const { runs } = await look(
    `<h1 style="white-space:nowrap;overflow:hidden;text-overflow:ellipsis">${'很长的标题'.repeat(12)}</h1>${TEXT}`,
  )
  assert.ok(runs[0]?.title?.isClipped)
})

test('the page reaches nothing that the caller does not allow', async () => {
  let asked = 0
  const server = createServer((_, response) => {
    asked += 1
    response.end('secret')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const { runs } = await look(`${TITLE}<p id="p">没有</p>${TEXT}
    <img src="http://127.0.0.1:${port}/a.png">
    <script>
      fetch('http://127.0.0.1:${port}/').then((r) => r.text()).then((t) => { p.textContent = t }, () => {})
      fetch('http://localhost:${port}/').catch(() => {})
      fetch('file:///etc/passwd').then((r) => r.text()).then((t) => { p.textContent = t }, () => {})
      new WebSocket('ws://127.0.0.1:${port}/')
      open('http://127.0.0.1:${port}/')
    </script>`)
  server.close()
  assert.equal(asked, 0)
  assert.ok(!JSON.stringify(runs).includes('secret') && !JSON.stringify(runs).includes('root:'))
})

test('an address that may not be reached is refused, one that does not exist unreachable', async () => {
  const { runs } = await engine.observe('a', { kind: 'address', address: 'http://127.0.0.1:8/' })
  assert.equal(runs[0]?.entry.outcome, 'refused')
  const none = await engine.observe('b', { kind: 'address', address: 'https://127.0.0.1:8/' })
  assert.equal(none.runs[0]?.entry.outcome, 'unreachable')
})

const hostile: [name: string, body: string][] = [
  ['opens dialogs in a loop', '<script>setInterval(() => alert(1), 50)</script>'],
  ['never lets go of the thread', '<script>setTimeout(() => { for (;;) {} }, 300)</script>'],
  [
    'goes somewhere else again and again',
    '<script>setInterval(() => { location.search = Math.random() }, 300)</script>',
  ],
  [
    'has twenty thousand links',
    '<script>document.body.innerHTML += "<a href=x>链接</a>".repeat(20000)</script>',
  ],
  [
    'asks for everything',
    '<script>navigator.geolocation.getCurrentPosition(() => {}); Notification.requestPermission()</script>',
  ],
]

for (const [name, body] of hostile) {
  test(`a page that ${name} is answered in time, and the next one is looked at`, async () => {
    const { runs } = await look(`${TITLE}${TEXT}${body}`)
    assert.equal(runs.length, 2)
    for (const run of runs) {
      const isWhole = run.sixth !== undefined
      assert.ok(isWhole || run.missing.length > 0 || run.entry.outcome !== 'entered')
    }
  })
}
