/**
 * One release in which everything goes wrong that can, over HTTP, told as its timeline.
 *
 * The printed timeline is a golden file beside this test. `GOLDEN=write` writes it anew; compare the
 * difference line by line before keeping it.
 */

import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { DAY_MS, DEFAULT_CLOCK, describeTime, filingDue } from '@fangxing/release'
import { type Instance, type Json, type Person, settled, startInstance } from './instance.ts'
import {
  DECLARATION,
  decide,
  drafted,
  gather,
  launched,
  makeApp,
  NOTES,
  type People,
  refused,
  submit,
  taken,
} from './people.ts'

const GOLDEN = join(import.meta.dirname, 'everything-wrong.golden.txt')
const CLAUSE = { clauses: ['wechat-operation/10.2'] }

let instance: Instance
let people: People

before(async () => {
  instance = await startInstance()
  people = await gather(instance)
})
after(() => instance.close())

/** Moves the clock to the hour of the next day that begins so many days on, in Shanghai. */
async function waitUntil(days: number, hour: number): Promise<void> {
  const offset = 8 * 3_600_000
  const today = Math.floor((instance.clock.now() + offset) / DAY_MS) * DAY_MS - offset
  const byMs = today + days * DAY_MS + hour * 3_600_000 - instance.clock.now()
  await taken(people.operator.post('/v1/clock/advance', { byMs }))
}

test('a release in which everything goes wrong that can is told line by line', async () => {
  const { developer, reviewer, otherReviewer, authority, operator } = people
  const appid = await makeApp(people, [NOTES])
  await waitUntil(1, 9)
  const id = await drafted(people, appid, '1.0.0')
  const step = (by: Person, path: string, body: object = {}) =>
    taken(by.post(`/v1/releases/${id}/${path}`, body))

  await submit(people, id)
  await step(developer, 'expedite', { note: '活动将至' })
  await decide(reviewer, id, 'delay', { note: '等待另一位审核员' })
  await waitUntil(1, 9)
  await decide(reviewer, id, 'reject', { ...CLAUSE, note: '发布入口未接内容检测' })
  await step(developer, 'appeal', { note: '检测在云函数里' })
  await decide(otherReviewer, id, 'appeal/dismiss', { ...CLAUSE, note: '没有页面用到该函数' })
  await step(developer, 'submit')
  await settled(developer, id)
  await decide(reviewer, id, 'reject', { ...CLAUSE, note: '昵称未检测' })
  await step(developer, 'appeal', { note: '昵称由平台检测' })
  await decide(otherReviewer, id, 'appeal/reverse', { note: '平台确已检测' })
  await step(developer, 'withdraw', { note: '还要改一处' })

  await waitUntil(1, 10)
  await step(developer, 'submit', { ugcDeclaration: DECLARATION })
  await settled(developer, id)
  await decide(reviewer, id, 'approve', { note: '内容检测完整' })
  await refused(developer.post(`/v1/releases/${id}/expedite`), 409, 'EXPEDITE_REFUSED')
  const { code } = await taken(authority.post(`/v1/releases/${id}/contact-codes`), 201)
  const wrong = code === '000000' ? '000001' : '000000'
  await step(developer, 'contact-codes/check', { heard: wrong })
  await step(developer, 'contact-codes/check', { heard: code })
  await waitUntil(6, 10)
  await step(developer, 'withdraw', { note: '等不及，换个版本' })
  await step(developer, 'submit')
  await settled(developer, id)
  await decide(otherReviewer, id, 'approve')

  await waitUntil(1, 10)
  await step(authority, 'filing/request-material', { note: '请补充许可证' })
  await waitUntil(2, 10)
  await step(developer, 'filing/supply-material', { note: '许可证见邮件' })
  await step(authority, 'filing/contact', { note: '电话无人接听' })
  const notice = (await taken(developer.get(`/v1/releases/${id}`))).filing.noticeAt
  assert.equal((await taken(developer.get(`/v1/releases/${id}`))).state, 'filing')
  const dueAt = filingDue(notice, DEFAULT_CLOCK) ?? 0
  await taken(operator.post('/v1/clock/advance', { byMs: dueAt - instance.clock.now() }))
  await step(developer, 'launch', { note: '七日内未答复' })
  await waitUntil(1, 9)
  await step(reviewer, 're-examination', { note: '规则更新' })
  await step(reviewer, 're-examination/clear')
  await step(authority, 'filing/reject', { clauses: [], note: '含未许可内容' })
  await waitUntil(2, 9)
  await step(developer, 'rectified', { note: '已删除' })
  await step(authority, 'rectification/refuse', { note: '仍可访问' })
  await step(developer, 'rectified', { note: '已全部删除' })
  await step(authority, 'rectification/confirm', { note: '已核实' })
  await waitUntil(1, 9)
  const order = { note: '再次出现', deadlineAt: instance.clock.now() + DAY_MS }
  await step(authority, 'takedown-order', order)
  await step(authority, 'takedown-order/lift', { note: '误报' })
  await launchNextAndGoBack(appid, id)

  const { items } = await taken(developer.get(`/v1/releases/${id}/events`))
  await compare(items)
  assert.equal((await instance.storage.verifyChain()).firstBroken, null)
})

/** The next version takes its place, crashes, and is rolled back where that is allowed. */
async function launchNextAndGoBack(appid: string, id: string): Promise<void> {
  const next = await launched(people, appid, '2.0.0')
  const note = { note: '启动崩溃' }
  const back = people.developer.post(`/v1/releases/${next.id}/roll-back`, note)
  const { becauseEn } = await refused(back, 409, 'EVENT_NOT_ALLOWED')
  assert.match(becauseEn, /no version to go back to/)
  assert.equal((await taken(people.developer.get(`/v1/releases/${id}`))).state, 'superseded')
}

/** Days are counted from the first event, and minutes left out: the golden file names no run. */
async function compare(items: readonly Json[]): Promise<void> {
  const first = items[0].at
  const told = items.map((item: Json) => {
    const day = Math.round((Date.parse(dayOf(item.at)) - Date.parse(dayOf(first))) / DAY_MS)
    const clock = describeTime(item.at).slice(11)
    const line = `第 ${String(day).padStart(2)} 天 ${clock} ${item.actor.kind} ${item.what.zh}`
    const said = item.said.zh === '' ? '' : `（${item.said.zh}）`
    return `${line}${said} → ${item.consequence.zh}`
  })
  const text = `${told.join('\n')}\n`
    .replaceAll(/\d{4}-\d{2}-\d{2}/g, (date) => {
      return `第 ${Math.round((Date.parse(date) - Date.parse(dayOf(first))) / DAY_MS)} 天`
    })
    .replaceAll(/(\d{2}):\d{2}/g, '$1 时')
    .replaceAll(/(authority|reviewer|developer|operator) \d+/g, '$1')
  if (process.env.GOLDEN === 'write') await writeFile(GOLDEN, text)
  assert.equal(text, await readFile(GOLDEN, 'utf8'))
}

function dayOf(at: number): string {
  return describeTime(at).slice(0, 10)
}
