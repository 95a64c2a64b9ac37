import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { showInvisible } from '../src/view/review/invisible.ts'
import { type Walk, walkInBothLanguages } from './harness.ts'
import { ALONE, furnish, REVIEWERS, type ReviewHouse, stripes } from './reviewing.ts'
import { giveBackAndTakeAgain, goTo, signIn } from './steps.ts'
import type { Visitor } from './visitor.ts'
import { settled, until } from './waiting.ts'

const [FIRST, SECOND, LEAD] = REVIEWERS
const SCRIPT = '<script>document.title="owned"</script><img src=x onerror=alert(1)>'

/** What each of twenty writers wrote, and what the reviewer presses: `a` passes, digits pick clauses. */
const TWENTY: readonly [content: string, keys: string][] = [
  ['来一壶丁香茶', 'a'],
  ['丁 香 茶，加我私聊', 'r'],
  ['丁.香.茶 便宜卖', 'r'],
  [`丁香茶 ${SCRIPT}`, 'r'],
  ['看看 \u202Eexe.gnp 丁香茶', 'r'],
  ['今天喝了丁香茶，不错', 'a'],
  ['丁香茶怎么泡？', 'a'],
  ['丁香茶的产地在哪里', 'a'],
  ['买丁香茶找我 https://example.com/a', 'r'],
  ['奶奶寄来的丁香茶', 'a'],
  ['丁\u200b香\u200b茶 内部渠道', 'r'],
  ['丁香茶 javascript:alert(1)', 'r'],
  ['写一篇丁香茶的笔记', 'a'],
  ['丁香茶和咖啡哪个好', 'a'],
  ['丁香茶 代理招人', 'r'],
  ['丁香茶冷了', 'a'],
  ['丁香茶、桂花茶、菊花茶', 'a'],
  ['丁香茶 一件代发', 'r'],
  ['送你一杯丁香茶', 'a'],
  ['丁香茶打折', 'r'],
]

walkInBothLanguages('the reviewer desk', walk)

function walk(here: Walk) {
  const { step, come, language } = here
  let desk: ReviewHouse
  let reviewer: Visitor
  let second: Visitor
  let lead: Visitor
  let operator: Visitor
  const notes: string[] = []
  const foreign: string[] = []

  /** One key, and what it is for: the list becomes a page of the documents. */
  const press = async (visitor: Visitor, key: string, why: string) => {
    await visitor.page.keyboard.press(key)
    notes.push(`\`${key}\` ${why}`)
  }
  const arrive = async (name: string, taste: Parameters<typeof come>[0] = {}) => {
    const visitor = await come(taste)
    visitor.page.on('request', (request) => {
      const { host, protocol } = new URL(request.url())
      if (protocol !== 'data:' && host !== new URL(here.house.url).host) foreign.push(request.url())
    })
    visitor.page.on('dialog', () => foreign.push('a dialog opened'))
    await signIn(visitor, name)
    return visitor
  }

  step('a house with an app, three reviewers, and nothing to do yet', async () => {
    desk = await furnish(here.house)
    await desk.setDesk(ALONE)
    reviewer = await arrive(FIRST)
    await goTo(reviewer, 'queue')
    await reviewer.page.getByText(reviewer.t('queue.empty_waiting')).waitFor()
    await reviewer.look('queue-empty')
  })

  step('the queue shows what waits, why it comes first, and who holds it', async () => {
    for (const [content] of TWENTY) await desk.doubt(content, `o-${content.length}`)
    const { page, t, look } = reviewer
    await page.reload()
    await page
      .getByRole('listitem')
      .filter({ hasText: t('queue.kind_text') })
      .first()
      .waitFor()
    await look('queue')
    await page.getByLabel(t('queue.filterName')).fill('广告')
    await page.getByRole('button', { name: t('queue.saveFilter') }).click()
    await page.getByRole('button', { name: '广告', exact: true }).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText(t('hotkeys.undo')).waitFor()
    await look('queue-keys')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.locator('h1').click()
  })

  step('one reviewer clears twenty cases by keyboard alone', async () => {
    const { page, t, look } = reviewer
    await press(reviewer, 'c', 'on the desk: take what comes first')
    const left = new Map(TWENTY.map(([content, keys]) => [showInvisible(content), keys]))
    let content = ''
    for (let nth = 0; left.size > 0; nth += 1) {
      await page.waitForFunction(isAnother, content)
      await page.getByText(t('queue.held')).waitFor()
      content = await page.locator('.checked-text').innerText()
      const keys = left.get(content)
      assert(keys, `not one of the twenty: ${content}`)
      left.delete(content)
      if (nth === 0) await look('review-text')
      if (content.includes('script')) await look('review-hostile')
      if (content.includes('RLO')) await look('review-bidi')
      await settle(content, keys)
    }
    await page.getByRole('heading', { level: 1, name: t('queue.title') }).waitFor()
    notes.push('the desk is empty')
    await look('queue-cleared')
    const { items } = await decided(desk)
    assert.equal(items.length, TWENTY.length)
    assert.equal(
      items.filter(({ decision }) => decision.verdict === 'risky').length,
      TWENTY.filter(([, keys]) => keys === 'r').length,
    )
  })

  /** Some of the twenty with more than one key: a clause by its digit, an edited notice, an undo. */
  const settle = async (content: string, keys: string) => {
    const { page, t } = reviewer
    const before = page.url()
    if (content.startsWith('丁 香')) {
      await press(reviewer, '1', 'take the first clause away')
      await page.getByText(t('queue.clauseMissing')).waitFor()
      await press(reviewer, '1', 'and pick it again')
      await press(reviewer, 'n', 'into the notice, which wrote itself')
      await page.keyboard.press('End')
      await page.keyboard.type('请勿引流。')
      await press(reviewer, 'Escape', 'out of the notice')
      await page.getByText(t('queue.noticeYours')).waitFor()
    }
    await press(reviewer, keys, `${keys === 'a' ? 'pass' : 'stop'}: \`${content.slice(0, 12)}\``)
    await page.waitForURL((url) => url.href !== before)
    if (content === '今天喝了丁香茶，不错') {
      await page.waitForFunction(isAnother, content)
      await press(reviewer, 'z', 'that was too fast: take it back')
      await page.waitForFunction(isShown, content)
      await page.getByText(t('queue.held')).waitFor()
      await press(reviewer, keys, 'and decide it again')
      await page.waitForFunction(isAnother, content)
    }
  }

  step('the app is told in the words that the reviewer wrote', async () => {
    const { items } = await decided(desk)
    assert(items.some(({ decision }) => decision.note.includes('请勿引流。')))
    await writeNotes(language, notes)
  })

  step('what is hard is covered until asked for; only its pixels reach the browser', async () => {
    await desk.doubtPicture(stripes(`<html>${SCRIPT}</html>`), 20006)
    await desk.doubtPicture(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 10001)
    here.expectComplaint(/404 .*\/v1\/desk\/items\/.*\/picture$/)
    const { page, t, look } = reviewer
    await page.keyboard.press('c')
    const picture = page.getByRole('img', { name: t('queue.picture') })
    await picture.waitFor()
    await page.waitForFunction(() => document.querySelector('img')?.naturalWidth === 240)
    assert.equal(await page.locator('img.is-blurred').count(), 1)
    await look('review-picture-covered')
    await page.keyboard.press('b')
    await page.locator('.box-mark').waitFor()
    assert.equal(await page.locator('img.is-blurred').count(), 0)
    await look('review-picture')
    const served = await page.request.get((await picture.getAttribute('src')) ?? '')
    assert.equal(served.headers()['content-type'], 'image/webp')
    assert.match(served.headers()['content-security-policy'] ?? '', /sandbox/)
    assert(!(await served.body()).includes('script'))
    await page.keyboard.press('r')
    await page.getByText(t('queue.pictureBroken')).waitFor()
    await look('review-picture-broken')
    await page.keyboard.press('a')
    await page.getByRole('heading', { level: 1, name: t('queue.title') }).waitFor()
  })

  step('a case is skipped, held with a reason, and handed to a lead', async () => {
    await desk.doubt('丁香茶 第一条')
    const { page, t, look } = reviewer
    await page.keyboard.press('c')
    await page.getByText(t('queue.held')).waitFor()
    await page.keyboard.press('e')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t('queue.asideNote')).waitFor()
    await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
    await look('escalate-dialog')
    await page.keyboard.type('拿不准是不是广告')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: t('queue.title') }).waitFor()
    lead = await arrive(LEAD, { theme: 'dark' })
    await goTo(lead, 'queue')
    await lead.page.keyboard.press('c')
    await lead.page.getByText('拿不准是不是广告').waitFor()
    await lead.look('review-lead')
    await lead.page.keyboard.press('a')
    await lead.page.getByRole('heading', { level: 1, name: t('queue.title') }).waitFor()
  })

  step('two look blindly, differ, and a lead ends it', async () => {
    // The lead's decision is sent a moment after the key: it is none of this step.
    await decided(desk)
    await desk.setDesk({ ...ALONE, second: { rate: 1, labelRates: {}, effect: 'before' } })
    const id = await desk.doubt('丁香茶 两个人看')
    const { page, t } = reviewer
    await page.keyboard.press('c')
    await page.getByText('丁香茶').first().waitFor()
    await page.getByText(t('queue.held')).waitFor()
    await page.keyboard.press('r')
    await page.getByRole('heading', { level: 1, name: t('queue.title') }).waitFor()

    second = await arrive(SECOND)
    await goTo(second, 'queue')
    await awaitRow(second)
    await second.page.keyboard.press('c')
    await second.page.getByText(t('queue.held')).waitFor()
    const shown = await second.page.locator('main').innerText()
    assert(!shown.includes(FIRST) && !second.page.url().includes(id))
    await second.look('review-second')
    await second.page.keyboard.press('a')
    await second.page.getByRole('heading', { level: 1, name: t('queue.title') }).waitFor()

    await lead.page.reload()
    await awaitRow(lead)
    await lead.page.keyboard.press('c')
    await lead.page.getByText(t('queue.held')).waitFor()
    await lead.page.keyboard.press('r')
    await lead.page.getByRole('heading', { level: 1, name: t('queue.title') }).waitFor()
    const decision = await waitForDecision(desk, id)
    assert.equal(decision.verdict, 'risky')
    await desk.setDesk(ALONE)
  })

  step('a rejected version is appealed, and somebody else overturns it', async () => {
    const release = await submitVersion(here, desk)
    const { page, t, look } = reviewer
    await page.reload()
    await awaitRow(reviewer)
    await page.keyboard.press('c')
    await page.getByRole('button', { name: t('action.reject'), exact: true }).waitFor()
    await page.getByText(t('findings.group.person')).first().waitFor()
    await look('review-release')
    await giveBackAndTakeAgain(reviewer)
    await page.keyboard.press('r')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox').first().check()
    await dialog.getByRole('button', { name: t('decision.send') }).click()
    await page.getByRole('heading', { level: 1, name: t('queue.title') }).waitFor()

    await desk.developer('POST', `/v1/releases/${release}/appeal`, { note: '节目单已经补充' })
    await second.page.reload()
    await awaitRow(second)
    await second.page.keyboard.press('c')
    await second.page.getByRole('button', { name: t('action.reverse'), exact: true }).waitFor()
    await second.look('review-appeal')
    await second.page.keyboard.press('a')
    const reverse = second.page.getByRole('dialog')
    await reverse.getByLabel(t('decision.note')).fill('节目单完整，原决定有误')
    await second.look('reverse-dialog')
    await reverse.getByRole('button', { name: t('action.reverse'), exact: true }).click()
    await reverse.waitFor({ state: 'hidden' })
    const { state } = await desk.operator<{ state: string }>('GET', `/v1/releases/${release}`)
    assert.equal(state, 'humanReview')
  })

  step(
    'quality shows two who differed, an overturned rejection, and time, with bounds',
    async () => {
      operator = await arrive('周运营')
      const { page, t, look } = operator
      await page.getByRole('link', { name: t('operate.place.quality'), exact: true }).click()
      await page.getByText('0% (0/1, 0%–79%)').first().waitFor()
      await page.getByText('100% (1/1, 21%–100%)').first().waitFor()
      await look('quality')
      await goTo(lead, 'quality')
      await lead.page.getByRole('cell', { name: FIRST }).waitFor()
      await goTo(second, 'quality')
      assert.equal(await second.page.getByRole('cell', { name: FIRST }).count(), 0)
      await second.page.getByText(second.t('quality.stands', { name: LEAD })).waitFor()
      await second.look('quality-own')
      await page.getByRole('button', { name: t('quality.save') }).click()
      await page.getByText(t('quality.saved')).waitFor()
    },
  )

  step('who has seen enough is told, and given a break', async () => {
    await desk.setDesk({ ...ALONE, exposure: { mostPerDay: 1, warnFrom: 0.5 } })
    await desk.doubt('血腥图 一张')
    await desk.doubt('血腥图 两张')
    const { page, t, look } = second
    await page.goto('/queue?kinds=text')
    await awaitRow(second)
    await page.keyboard.press('c')
    await page.getByText(t('queue.held')).waitFor()
    await page.keyboard.press('r')
    await page.getByText(t('queue.enough')).waitFor()
    await look('queue-enough')
  })

  step('nothing that a stranger wrote ran, loaded, or led anywhere', async () => {
    assert.deepEqual(foreign, [])
    for (const { page } of [reviewer, second, lead, operator]) {
      assert(!(await page.title()).includes('owned'))
      assert.equal(await page.locator('main a[href^="http"]').count(), 0)
    }
  })
}

/** Runs in the browser: the one that was decided stands there again. */
function isShown(content: string): boolean {
  return document.querySelector<HTMLElement>('.checked-text')?.innerText === content
}

/** Runs in the browser: the next one stands in the place of the last. */
function isAnother(before: string): boolean {
  const shown = document.querySelector<HTMLElement>('.checked-text')?.innerText
  return shown !== undefined && shown !== before
}

async function awaitRow({ page, t }: Visitor): Promise<void> {
  await page
    .getByRole('list', { name: t('queue.list') })
    .getByRole('link')
    .first()
    .waitFor()
}

interface Decided {
  readonly items: readonly { readonly decision: { verdict: string; note: string } }[]
}

/** Decisions are sent some seconds after the key: first the desk is empty, then all can be read. */
async function decided(desk: ReviewHouse): Promise<Decided> {
  await until(
    () => desk.operator<{ counts: unknown[] }>('GET', '/v1/desk/queue'),
    ({ counts }) => counts.length === 0,
  )
  return desk.operator<Decided>('GET', '/v1/cases?state=decided&limit=200')
}

async function waitForDecision(desk: ReviewHouse, id: string) {
  const { decision } = await until(
    () => desk.operator<{ decision: { verdict: string } | null }>('GET', `/v1/cases/${id}`),
    (found) => found.decision !== null,
  )
  assert(decision)
  return decision
}

/** Uploaded, submitted, and answered by the machine: it waits for a person. */
async function submitVersion({ house }: Walk, { developer, appid }: ReviewHouse): Promise<string> {
  const { storage } = house.ports
  const { readFile } = await import('node:fs/promises')
  const archive = await readFile(await house.packed('radio-hour'))
  const at = house.ports.clock.now()
  const actor = { kind: 'developer', id: 'walk', name: '林开发' } as const
  const created = { kind: 'created', at, actor, appid, version: '1.0.0' } as const
  const { id } = await storage.releases.create({ ...created, description: '首版' }, archive)
  const ugcDeclaration = { scenes: [4], methods: [1], hasAuditTeam: true, description: '' }
  await developer('POST', `/v1/releases/${id}/submit`, { ugcDeclaration })
  const { state } = await settled(developer, id, (release) => release.state !== 'machineReview')
  assert.equal(state, 'humanReview')
  return id
}

/** The keys of the twenty, for the documents; only when a folder is named. */
async function writeNotes(language: string, notes: readonly string[]): Promise<void> {
  const folder = process.env.FANGXING_WALK_NOTES
  if (!folder || language !== 'en') return
  await mkdir(folder, { recursive: true })
  const steps = notes.map((note, nth) => `${nth + 1}. ${note}`)
  const text = [
    '# Twenty cases by keyboard',
    '',
    'Written by the walk `apps/console/test/walk-reviewer.test.ts` as it takes the steps; made again',
    'with `FANGXING_WALK_NOTES=docs/console node --test apps/console/test/walk-reviewer.test.ts`.',
    `No mouse, ${notes.length} steps for ${TWENTY.length} cases.`,
    '',
    ...steps,
    '',
  ]
  await writeFile(join(folder, 'reviewing-by-keyboard.md'), text.join('\n'))
}
