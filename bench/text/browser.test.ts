import assert from 'node:assert/strict'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { findBrowser } from '@fangxing/page'
import { compileLexicon, type LoadedLexicon, packLexicon, type Term } from '@fangxing/text'
import { type Browser, chromium } from 'playwright-core'
import { serveEngine } from './browser-page.ts'
import { evasionCases, TERMS } from './evasion.ts'

const terms = TERMS.map((text): Term => ({ id: text, text, label: 21000, level: 'review' }))
const texts = [...evasionCases().map(({ text }) => text), '云\ud83d朵', '天'.repeat(30_000), '㎏ﷺ']
const expected = JSON.stringify(texts.map((text) => compileLexicon(terms).find(text)))

let browser: Browser
before(async () => {
  browser = await chromium.launch({ executablePath: await findBrowser() })
})
after(() => browser.close())

for (const [name, policy, hasKernel] of [
  ['a page', "script-src 'self' 'nonce-page' 'wasm-unsafe-eval'", true],
  ['a page that may not run WebAssembly', "script-src 'self' 'nonce-page'", false],
] as const) {
  test(`${name} finds in a fetched lexicon what Node finds`, { timeout: 60_000 }, async () => {
    const server = await serveEngine(packLexicon(terms), policy)
    try {
      const seen = await findInPage(server)
      assert.equal(seen.hasKernel, hasKernel)
      assert.equal(seen.first, expected)
      assert.equal(seen.again, expected)
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })
}

/** Searches every text twice: before and after a kernel is worth starting. */
async function findInPage(server: Server) {
  const page = await browser.newPage()
  const { port } = server.address() as AddressInfo
  await page.goto(`http://127.0.0.1:${port}/`)
  await page.waitForFunction('window.text !== undefined')
  const seen = await page.evaluate(async (given) => {
    const { text } = globalThis as unknown as {
      text: { loadLexicon(b: Uint8Array): LoadedLexicon }
    }
    const file = await fetch('/lexicon').then((answer) => answer.arrayBuffer())
    const loaded = text.loadLexicon(new Uint8Array(file))
    if (!loaded.ok) throw new Error(loaded.because.en)
    const findAll = () => JSON.stringify(given.map((one) => loaded.lexicon.find(one)))
    let hasKernel = true
    try {
      // The smallest module there is.
      new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))
    } catch {
      hasKernel = false
    }
    return { first: findAll(), again: findAll(), hasKernel }
  }, texts)
  await page.close()
  return seen
}
