/**
 * One person in a browser of their own: what the walk may do, and what must never happen meanwhile.
 *
 * Everything the browser complains about is kept: refused styles and scripts, errors of the console,
 * failed scripts. One complaint is expected: the question who is signed in, asked at the door.
 */

import assert from 'node:assert/strict'
import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { en } from '../src/i18n/en/index.ts'
import { zh } from '../src/i18n/zh/index.ts'

export type Language = 'zh' | 'en'

export interface Visitor {
  readonly page: Page
  /** The text of a key in this person's language. */
  t(key: string, values?: Readonly<Record<string, string | number>>): string
  /** The first time under a name: runs axe on what is shown, and keeps a picture when FANGXING_SCREENSHOTS names a folder. */
  look(name: string): Promise<void>
  complaints(): readonly string[]
  /** The names under which pages were looked at. */
  pages(): readonly string[]
  close(): Promise<void>
}

export interface Taste {
  readonly language: Language
  readonly theme?: 'light' | 'dark'
  readonly isPhone?: boolean
}

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const SERIOUS = new Set(['serious', 'critical'])

export async function invite(browser: Browser, url: string, taste: Taste): Promise<Visitor> {
  const { language, theme = 'light', isPhone = false } = taste
  const context = await browser.newContext({
    baseURL: url,
    colorScheme: theme,
    reducedMotion: 'reduce',
    viewport: isPhone ? { width: 390, height: 844 } : { width: 1280, height: 800 },
  })
  await context.addInitScript(prepare, language)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const complaints = listen(page)
  const seen = new Set<string>()
  return {
    page,
    t: (key, values) => textOf(language, key, values),
    complaints: () => complaints,
    pages: () => [...seen],
    async look(name) {
      if (seen.has(name)) return
      seen.add(name)
      await keepPicture(page, `${language}-${theme}-${isPhone ? 'phone' : 'desk'}-${name}`)
      complaints.push(...(await findSerious(page)).map((finding) => `axe on ${name}: ${finding}`))
    },
    close: () => context.close(),
  }
}

/** Runs in the browser before the console does. */
function prepare(language: string) {
  if (localStorage.getItem('fangxing.language') === null) {
    localStorage.setItem('fangxing.language', language)
  }
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    console.error(`policy refused ${violatedDirective} ${blockedURI}`)
  })
}

function listen(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`error: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    const { url } = message.location()
    const isQuestionAtTheDoor = url.endsWith('/v1/session') && message.text().includes('401')
    if (!isQuestionAtTheDoor) complaints.push(`${message.type()}: ${message.text()} ${url}`)
  })
  return complaints
}

async function findSerious(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const found: Violation[] = await page.evaluate('axe.run().then(({ violations }) => violations)')
  return found
    .filter(({ impact }) => SERIOUS.has(impact ?? ''))
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`))
}

interface Violation {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly target: readonly string[] }[]
}

async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env.FANGXING_SCREENSHOTS
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

function textOf(
  language: Language,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const found = key
    .split('.')
    .reduce<unknown>(
      (at, name) => (at as Record<string, unknown> | undefined)?.[name],
      language === 'zh' ? zh : en,
    )
  assert(typeof found === 'string', `there is no text ${key}`)
  return found.replace(/\{\{(\w+)\}\}/g, (_, name) => String(values[name]))
}
