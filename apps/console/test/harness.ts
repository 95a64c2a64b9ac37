/**
 * A walk through the console: one server, one browser, people who come and take steps in turn.
 *
 * `walkInBothLanguages` makes a walk of each language, each with a house of its own. A step that
 * fails leaves the rest without ground, so they fail with it. Every page that is looked at is held
 * against axe; the walk's last step fails when any browser refused a style or a script, logged an
 * error, or axe found something serious. How many pages were looked at is a diagnostic of that step,
 * which `npm run bar console` adds up.
 */

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { type BuiltConsole, buildConsole, type House, openHouse } from './house.ts'
import { invite, type Language, type Taste, type Visitor } from './visitor.ts'

export interface Walk {
  readonly language: Language
  /** Open from the first step on. */
  readonly house: House
  /** One thing that people do. Steps run in the order in which they are written. */
  step(name: string, take: () => Promise<void>): void
  /** Somebody in a browser of their own. */
  come(taste?: Omit<Taste, 'language'>): Promise<Visitor>
  /** A refusal that the walk provokes: browsers log it as a failed request. */
  expectComplaint(pattern: RegExp): void
}

export function walkInBothLanguages(title: string, plan: (walk: Walk) => void): void {
  let browser: Browser
  let built: BuiltConsole
  before(async () => {
    built = await buildConsole()
    browser = await openBrowser()
  })
  after(async () => {
    await browser.close()
    await built.remove()
  })
  for (const language of ['zh', 'en'] as const) {
    describe(`${title} in ${language}`, () => {
      takeWalk(language, plan, {
        browser: () => browser,
        open: () => openHouse(built.directory),
      })
    })
  }
}

interface Means {
  browser(): Browser
  open(): Promise<House>
}

function takeWalk(language: Language, plan: (walk: Walk) => void, means: Means): void {
  const visitors: Visitor[] = []
  const expected: RegExp[] = []
  let opened: House | null = null
  let hasFailed = false
  const complaints = () => visitors.flatMap((visitor) => visitor.complaints())

  before(async () => {
    opened = await means.open()
  })
  after(async () => {
    for (const visitor of visitors) await visitor.close()
    await opened?.close()
  })
  const walk: Walk = {
    language,
    get house() {
      assert(opened, 'the house opens with the first step')
      return opened
    },
    step(name, take) {
      test(name, async () => {
        assert(!hasFailed, 'a step before this one failed')
        hasFailed = true
        await take().catch((cause: unknown) => {
          throw new Error(`the browsers said: ${complaints().join('\n')}`, { cause })
        })
        hasFailed = false
      })
    },
    async come(taste = {}) {
      const visitor = await invite(means.browser(), walk.house.url, { language, ...taste })
      visitors.push(visitor)
      return visitor
    },
    expectComplaint: (pattern) => expected.push(pattern),
  }
  plan(walk)
  test('nobody’s browser refused a style, logged an error, or failed axe', (context) => {
    const pages = new Set(visitors.flatMap((visitor) => visitor.pages()))
    context.diagnostic(`pages looked at: ${pages.size}`)
    const unexpected = complaints().filter((line) => !expected.some((one) => one.test(line)))
    assert.deepEqual(unexpected, [])
  })
}
