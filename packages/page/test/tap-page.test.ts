import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { drawPage, MATERIAL_HOST } from '@fangxing/page'
import { launchBrowser, type RunningBrowser } from '../src/browser/launch-browser.ts'
import { type Egress, startEgress } from '../src/browser/start-egress.ts'
import { type OpenRun, openRun } from '../src/run/open-run.ts'
import { ARTICLE, programOf } from './programs.ts'

let running: RunningBrowser
let egress: Egress

before(async () => {
  running = await launchBrowser({ withoutSandbox: true })
  egress = await startEgress({ allows: () => false }, { mostBytes: 1e7, mostConnections: 50 })
})

after(async () => {
  await running.close()
  await egress.close()
})

async function open(files: Readonly<Record<string, string>>): Promise<OpenRun> {
  const drawn = drawPage(programOf(files), { page: 'pages/index/index' })
  egress.serve(drawn.files)
  const run = await openRun(running.browser, { width: 375, height: 812 }, egress.url)
  await run.page.goto(`http://${MATERIAL_HOST}/${drawn.entry}`)
  return run
}

test('a tap reaches the handler of a component, and its event the page', async () => {
  const { page, close } = await open(ARTICLE)
  await page.getByText('摘要').tap()
  await page.getByText('打开了多晒太阳').waitFor()
  await close()
})

test('what is written into a field reaches its handler and what is bound to it', async () => {
  const { page, close } = await open({
    '.wxml':
      '<input model:value="{{name}}" bindinput="typed" /><view>你好 {{name}} {{length}}</view>',
    '.js':
      "Page({ data: { name: '', length: 0 }, typed(e) { this.setData({ length: e.detail.value.length }) } })",
  })
  await page.locator('input').fill('番茄')
  await page.getByText('你好 番茄 2').waitFor()
  await close()
})

test('the page sees no document of ours, and what it asks of one is told', async () => {
  const { page, gaps, close } = await open({
    '.wxml': '<view>{{kind}}</view>',
    '.js':
      "Page({ data: { kind: typeof window + typeof document }, onReady() { wx.request({ url: 'https://a.example/' }); document.body.remove() } })",
  })
  await page.getByText('undefinedundefined').waitFor()
  await assert.doesNotReject(page.waitForFunction(() => document.body !== null))
  assert.ok(gaps.some(({ zh }) => zh.includes('https://a.example/')))
  assert.ok(gaps.some(({ zh }) => zh.includes('onReady')))
  await close()
})
