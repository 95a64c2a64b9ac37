/**
 * The console: every desk is walked in a real browser, in Chinese and in English, and on no page
 * does axe find anything serious or the browser refuse a script or a style.
 *
 * Runs every walk of `apps/console/test`, one after the other: a walk fails by itself on a finding of
 * axe, a violation of the content-security policy, or an error of the browser's console. Holds when
 * none fails and every walk ran to its end in both languages. The figure is the pages walked.
 */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { run } from 'node:test'
import type { Bar } from '../bar.ts'

const FOLDER = join(import.meta.dirname, '..', '..', 'apps', 'console', 'test')
/** What `walkInBothLanguages` says of each language, once the walk has come to its end. */
const PAGES = /^pages looked at: (\d+)$/
const LANGUAGES = 2

export const bar: Bar = {
  title: 'Every desk is walked in a real browser, in both languages, with nothing serious by axe',
  async run(log) {
    const walks = readdirSync(FOLDER).filter((file) => file.endsWith('.test.ts'))
    let steps = 0
    let failed = 0
    const ends: number[] = []
    const stream = run({ files: walks.map((file) => join(FOLDER, file)), concurrency: false })
    stream.on('test:pass', ({ name, nesting, details }) => {
      if (details.type === 'suite') return
      steps += 1
      log(`${'  '.repeat(nesting)}${name}`)
    })
    stream.on('test:fail', ({ name, details }) => {
      if (details.type === 'suite') return
      failed += 1
      log(`failed: ${name}: ${String(details.error.cause ?? details.error)}`)
    })
    stream.on('test:diagnostic', ({ message }) => {
      const pages = PAGES.exec(message)?.[1]
      if (pages !== undefined) ends.push(Number(pages))
    })
    for await (const _event of stream);
    const pages = ends.reduce((sum, one) => sum + one, 0)
    const languages = ends.length
    return {
      holds: failed === 0 && pages > 0 && languages === walks.length * LANGUAGES,
      figure:
        `${pages} pages walked in ${walks.length} walks of ${LANGUAGES} languages, ` +
        `${steps} steps taken, ${failed} failed`,
    }
  },
}
