/**
 * How long the record of checks takes to answer, by everything that it can be searched by.
 *
 * Each search is asked with what the record has, at different places in it, and once with what it
 * does not have: that one must look everywhere.
 */

import type { CheckFilter, Storage } from '@fangxing/storage'

export interface SearchTiming {
  readonly name: string
  /** Milliseconds: the middle one, and the longest. */
  readonly p50: number
  readonly longest: number
  /** How many were found by the last. */
  readonly found: number
}

const TIMES = 15

export async function timeSearches(
  { checks }: Storage,
  appid: string,
): Promise<readonly SearchTiming[]> {
  const [newest] = (await checks.list({ limit: 1 })).items
  if (newest === undefined) throw new Error('there is nothing to search')
  const oldest = newest.at - 24 * 3_600_000
  const half = await findHalfWay(checks, oldest, newest.at)
  const names = (await checks.list({ until: half, limit: TIMES })).items.map(({ id }) => id)
  const writer = (nth: number) => `o-writer-${(nth * 37) % 500}`
  const searches: readonly [name: string, filter: (nth: number) => CheckFilter][] = [
    ['newest', () => ({})],
    ['by app', () => ({ appid })],
    ['by app and time', (nth) => ({ appid, from: half - nth * 1000, until: half })],
    ['by answer: risky', () => ({ suggest: 'risky' })],
    ['by answer: pass', () => ({ suggest: 'pass' })],
    ['by user', (nth) => ({ writer: writer(nth) })],
    ['by user and app, half way', (nth) => ({ writer: writer(nth), appid, until: half })],
    ['by a user who is not there', (nth) => ({ writer: `o-nobody-${nth}` })],
    ['by clause', () => ({ clause: 'wechat-filing-2022/3.3' })],
  ]
  const timed: SearchTiming[] = []
  for (const [name, filter] of searches) {
    timed.push(await time(name, async (nth) => (await checks.list(filter(nth))).items.length))
  }
  const byName = async (nth: number) => ((await checks.find(names[nth] ?? '')) === null ? 0 : 1)
  timed.push(await time('by trace id, half way', byName))
  timed.push(await time('the twentieth page', (nth) => page(checks, half - nth, 20)))
  return timed
}

/** A time with checks before and behind it. */
async function findHalfWay(checks: Storage['checks'], from: number, until: number) {
  const first = await firstAfter(checks, from, until)
  return Math.floor((first + until) / 2)
}

/** By halving: lists go backwards only. */
async function firstAfter(checks: Storage['checks'], from: number, until: number) {
  let [low, high] = [from, until]
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2)
    const { items } = await checks.list({ from: low, until: middle, limit: 1 })
    if (items.length > 0) high = middle
    else low = middle
  }
  return high
}

async function page(checks: Storage['checks'], until: number, pages: number): Promise<number> {
  let cursor: string | undefined
  let found = 0
  for (let nth = 0; nth < pages; nth += 1) {
    const { items, nextCursor } = await checks.list({ until, cursor, limit: 50 })
    found = items.length
    if (nextCursor === null) break
    cursor = nextCursor
  }
  return found
}

async function time(name: string, search: (nth: number) => Promise<number>): Promise<SearchTiming> {
  const times: number[] = []
  let found = 0
  for (let nth = 0; nth < TIMES; nth += 1) {
    const startedAt = performance.now()
    found = await search(nth)
    times.push(performance.now() - startedAt)
  }
  times.sort((one, other) => one - other)
  return { name, p50: times[TIMES >> 1] ?? 0, longest: times.at(-1) ?? 0, found }
}
