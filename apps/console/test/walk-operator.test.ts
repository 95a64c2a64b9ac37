import assert from 'node:assert/strict'
import { loadShippedModel } from '@fangxing/text'
import { type Walk, walkInBothLanguages } from './harness.ts'
import { choose, goTo, signIn } from './steps.ts'
import type { Visitor } from './visitor.ts'
import { until } from './waiting.ts'

/** PDQ: 64 hexadecimal digits. */
const HASH = '0f'.repeat(32)

walkInBothLanguages('the operator desk', walk)

function walk(here: Walk) {
  const { step, come } = here
  let operator: Visitor

  /** One of the operator's pages, by its place in the row of links. */
  const open = async ({ page, t }: Visitor, place: string, title: string | RegExp) => {
    const row = page.getByRole('navigation', { name: t('operate.label') })
    if (!(await row.isVisible())) {
      await page
        .getByRole('link', { name: t('nav.operate'), exact: true })
        .last()
        .click()
    }
    await row.getByRole('link', { name: t(`operate.place.${place}`), exact: true }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
  }

  step('an operator of a busy house sees what happened and what waits', async () => {
    await here.house.fillDemo()
    await here.house.addPerson('周运营', ['operator'])
    operator = await come()
    const { page, t, look } = operator
    await signIn(operator, '周运营')
    await open(operator, 'overview', t('overview.title'))
    await page.getByRole('img', { name: t('overview.checks') }).waitFor()
    await page.getByText(t('overview.queues')).waitFor()
    await look('overview')
    const table = page.locator('details', { hasText: t('chart.asTable') }).first()
    await table.locator('summary').click()
    await table.getByRole('columnheader', { name: t('suggest.review') }).waitFor()
  })

  step('the same pages are dark where somebody likes them so', async () => {
    const dark = await come({ theme: 'dark' })
    await signIn(dark, '周运营')
    await open(dark, 'overview', dark.t('overview.title'))
    await dark.page.getByRole('img', { name: dark.t('overview.checks') }).waitFor()
    await dark.look('overview')
    await open(dark, 'policies', dark.t('policies.title'))
    await dark.page.locator('.weights select').first().waitFor()
    await dark.look('policies')
    await open(dark, 'load', dark.t('load.title'))
    await dark.page.getByRole('img', { name: dark.t('load.times') }).waitFor()
    await dark.look('load')
  })

  step('a quota and a retention are changed for one app, seen first, and on record', async () => {
    const { page, t, look } = operator
    await open(operator, 'limits', t('limits.title'))
    await page.getByText(t('limits.unchanged')).waitFor()
    await choose(operator, t('policies.scope'), '同城搭子')
    const field = page.getByLabel(`${t('usage.call.text')} ${t('limits.perDay')}`)
    await field.fill('1200')
    await field.press('Tab')
    const days = page.getByLabel(t('limits.days'))
    await days.fill('7')
    await days.press('Tab')
    const changes = page.getByRole('list', { name: t('limits.changes') })
    await changes.getByText(/1,?200/).waitFor()
    await look('limits')
    await page.getByLabel(t('policies.why')).fill('合同额度')
    await page.getByRole('button', { name: t('limits.save') }).click()
    await page.getByText(t('limits.unchanged')).waitFor()
    await page.getByRole('link', { name: t('limits.editions') }).click()
    await page.getByText('合同额度').waitFor()
    await changes.getByText(/1,?200/).waitFor()
  })

  step('a list is previewed, brought in as one edition, and gone back from', async () => {
    const { page, t, look } = operator
    await goTo(operator, 'terms')
    await page.locator('.ant-segmented').getByText(t('lexicon.part.import')).click()
    await page.getByLabel(t('lexicon.source')).fill('内部渠道货源\n今天\n')
    await page.getByRole('button', { name: t('lexicon.preview') }).click()
    await page.getByRole('cell', { name: '今天', exact: true }).waitFor()
    await look('lexicon-import')
    await page.getByRole('button', { name: t('lexicon.bringIn') }).click()
    await page.getByText(t('lexicon.noReport')).waitFor()
    await page.locator('.ant-segmented').getByText(t('lexicon.part.editions')).click()
    await page.getByText(t('policies.live'), { exact: true }).waitFor()
    await page
      .getByRole('button', { name: t('lexicon.details') })
      .first()
      .click()
    await page.getByText('内部渠道货源').waitFor()
    await look('lexicon-editions')
    await page
      .getByRole('button', { name: t('policies.rollBack') })
      .first()
      .click()
    await page
      .getByRole('tooltip')
      .getByRole('button', { name: t('policies.rollBack') })
      .click()
    await page.locator('.log-row', { hasText: t('policies.restores', { restores: 3 }) }).waitFor()
  })

  step('another weight is back-tested on stored checks: how many answers change', async () => {
    const { page, t, look } = operator
    await open(operator, 'policies', t('policies.title'))
    const cell = page.locator('.weights tr', { hasText: 'text/doubtful-word' }).locator('select')
    for (const index of [1, 2, 3]) await cell.nth(index).selectOption('block')
    await page.locator('select.is-changed').first().waitFor()
    await page.getByLabel(t('policies.words'), { exact: true }).fill('拼车')
    await page.getByLabel(t('policies.why')).fill('邻里投诉增多')
    await page.getByRole('button', { name: t('policies.backTest') }).click()
    await page.getByRole('status', { name: t('policies.report') }).waitFor()
    await page.locator('.sample').first().waitFor()
    await look('back-test')
  })

  step('a trial judges beside the live policy, and shows where both differ', async () => {
    const { page, t, look } = operator
    await page.getByRole('button', { name: t('policies.start') }).click()
    await page.getByRole('heading', { name: new RegExp(t('policies.trial')) }).waitFor()
    await here.house.check('加我微信，拉你进群')
    await page.getByText(t('policies.differences', { count: 1 })).click()
    await page.getByText('加我微信，拉你进群').first().waitFor()
    await look('trial')
    await page.getByRole('button', { name: t('policies.publishTrial') }).click()
    await page
      .getByRole('tooltip')
      .getByRole('button', { name: t('policies.publish') })
      .click()
    await page.getByRole('heading', { name: new RegExp(t('policies.trial')) }).waitFor({
      state: 'hidden',
    })
    await page.getByText(t('policies.edition', { number: 2 })).waitFor()
    await look('policy-editions')
    await page
      .getByRole('button', { name: t('policies.rollBack') })
      .last()
      .click()
    await page
      .getByRole('tooltip')
      .getByRole('button', { name: t('policies.rollBack') })
      .click()
    await page.getByText(t('policies.edition', { number: 3 })).waitFor()
  })

  step('the filing rules get another edition', async () => {
    const { page, t, look } = operator
    await open(operator, 'profile', t('profile.title'))
    await page.getByLabel(t('profile.search')).fill('健身')
    await page.getByRole('checkbox').first().click()
    await page.getByRole('button', { name: t('profile.save', { count: 1 }) }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t('profile.edition')).fill('our-2026-12')
    await look('profile-dialog')
    await dialog.getByRole('button', { name: t('profile.saveIt') }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page
      .getByRole('heading', { name: t('profile.now', { edition: 'our-2026-12' }) })
      .waitFor()
    await look('profile')
  })

  step('a retro-scan begins in shadow and says what it found', async () => {
    const { page, t, look } = operator
    await open(operator, 'scans', t('scans.title'))
    await page.getByText(t('scans.empty')).waitFor()
    await page.getByRole('button', { name: t('scans.shadow') }).click()
    await page.getByText(t('scans.finished'), { exact: true }).waitFor({ timeout: 60_000 })
    await look('scans')
  })

  step('a known picture is added by hash and removed again', async () => {
    const { page, t, look } = operator
    await open(operator, 'bank', t('bank.title'))
    await page.getByLabel(t('bank.bits')).fill(HASH)
    await page.getByLabel(t('bank.bank'), { exact: true }).fill('举报')
    await page.getByLabel(t('bank.label'), { exact: true }).fill('20002')
    await page.getByRole('button', { name: t('bank.add') }).click()
    await page.getByText('举报 · 20002').waitFor()
    await look('bank')
    await page.getByRole('button', { name: `${t('bank.remove')} ${HASH.slice(0, 8)}` }).click()
    await page
      .getByRole('tooltip')
      .getByRole('button', { name: t('bank.remove') })
      .click()
    await page.getByText(t('bank.empty')).waitFor()
  })

  step('what did not arrive is listed with its reason and sent again', async () => {
    const { page, t, look } = operator
    const caller = await here.house.callAs('周运营')
    const { items } = await caller<{ items: { appid: string }[] }>('GET', '/v1/apps')
    const path = `/v1/apps/${items[0]?.appid}/callbacks`
    await caller('PUT', path, { webhook: { url: 'https://receiver.invalid/none' } })
    await caller('POST', `${path}/test`, { channels: ['webhook'] })
    await until(
      () => caller<{ items: { trouble: unknown }[] }>('GET', '/v1/deliveries'),
      (found) => found.items.some(({ trouble }) => trouble !== null),
    )
    await open(operator, 'deliveries', t('sent.title'))
    const row = page.locator('.log-row', { hasText: t('sent.channel.webhook') }).first()
    await row.locator('.text-red').waitFor()
    await look('deliveries')
    await row.getByRole('button', { name: t('sent.redrive') }).click()
    await page.getByText(t('sent.redriven')).waitFor()
    await open(operator, 'upstream', t('upstream.title'))
    await page.getByText(t('upstream.empty')).waitFor()
    await look('upstream')
  })

  step('another checker is set, asked about sounds, and taken away', async () => {
    const { page, t, look } = operator
    await page.getByRole('button', { name: t('upstream.set') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t('upstream.baseUrl')).fill('https://a.invalid/')
    await dialog.getByLabel(t('upstream.appid')).fill('wx1')
    await dialog.getByLabel(t('upstream.secret')).fill('theirs')
    await dialog.getByRole('switch').click()
    await dialog.getByText(t('upstream.modes.plain'), { exact: true }).click()
    await dialog.getByLabel('Token').fill('a b')
    await dialog.getByText(t('upstream.tokenForm')).waitFor()
    await look('upstream-dialog')
    await dialog.getByLabel('Token').fill('aToken')
    await dialog.getByRole('button', { name: t('upstream.save') }).click()
    await page.getByText(/\/upstream\/\S+\/push/).waitFor()
    await page.getByRole('button', { name: t('upstream.test') }).click()
    await page.getByText(t('upstream.failed', { because: 'UNREACHABLE' })).waitFor()
    await look('upstream-sounds')
    await page.getByRole('button', { name: t('upstream.remove'), exact: true }).click()
    const tooltip = page.getByRole('tooltip')
    await tooltip.getByRole('button', { name: t('upstream.remove'), exact: true }).click()
    await page.getByText(t('upstream.empty')).waitFor()
  })

  step('a trained model is tried, published, seen judging, and taken back', async () => {
    const { page, t, look } = operator
    await open(operator, 'models', t('models.title'))
    await page.getByText(t('models.noEditions')).waitFor()
    const field = page.getByLabel(t('models.choose')).first()
    const file = { name: 'ours.fxmodel.json', mimeType: 'application/json' }
    await field.setInputFiles({ ...file, buffer: Buffer.from('<html>') })
    await page.getByText(t('models.unreadable')).waitFor()
    await field.setInputFiles({ ...file, buffer: Buffer.from(await trainModel()) })
    await page.getByRole('button', { name: t('models.attempt') }).click()
    await page.getByRole('status', { name: t('policies.report') }).waitFor()
    await page.getByLabel(t('policies.why')).fill('学会了行话')
    await look('models-tried')
    await page.getByRole('button', { name: t('models.publish'), exact: true }).click()
    const confirm = (name: string) =>
      page.getByRole('tooltip').getByRole('button', { name, exact: true }).click()
    await confirm(t('models.publish'))
    await page.getByText('学会了行话').waitFor()
    await page.locator('details summary').first().click()
    await page.getByRole('columnheader', { name: t('models.after') }).waitFor()
    await look('models')
    await page
      .getByRole('button', { name: t('policies.rollBack') })
      .first()
      .click()
    await confirm(t('policies.rollBack'))
    await page.getByText(t('policies.edition', { number: 2 })).waitFor()
    await page.getByText(t('models.shippedName')).first().waitFor()
  })

  step('the load of the server is drawn', async () => {
    const { page, t, look } = operator
    await open(operator, 'load', t('load.title'))
    await page.getByRole('img', { name: t('load.times') }).waitFor()
    await page.getByRole('heading', { name: t('load.jobs') }).waitFor()
    await look('load')
  })

  step('a frozen person is out; the act is on record, and the record holds', async () => {
    await here.house.addPerson('离职的人', ['reviewer'])
    const { page, t, look } = operator
    await goTo(operator, 'users')
    await page.getByRole('button', { name: `${t('person.title')} 离职的人` }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('switch').click()
    await look('person-dialog')
    await dialog.getByRole('button', { name: t('person.save') }).click()
    await page.getByText(t('person.isFrozen'), { exact: true }).waitFor()
    await look('users')
    await open(operator, 'audit', t('audit.title'))
    await page.getByText(t('event.filingStarted')).first().waitFor()
    await look('audit-events')
    await page.locator('.ant-segmented').getByText(t('audit.acts')).click()
    await page.getByText('PATCH /v1/users/:id').waitFor()
    await page.getByRole('button', { name: t('audit.verify') }).click()
    await page.getByText(t('audit.holds')).waitFor()
    await look('audit-acts')
  })

  step('the transparency report has the month in figures', async () => {
    const { page, t, look } = operator
    await open(operator, 'report', /·/)
    await page.getByRole('heading', { name: t('report.filings') }).waitFor()
    await look('report')
    const href = await page.getByRole('link', { name: 'CSV' }).getAttribute('href')
    const csv = await page.evaluate(async (path) => (await fetch(path)).text(), href ?? '')
    assert.match(csv, /^section,key,value/)
  })
}

/** A file as `fangxing train` writes it, learned from a few made-up samples. */
async function trainModel(): Promise<string> {
  const model = await loadShippedModel()
  const samples = Array.from({ length: 12 }, (_, nth) => [
    { text: `南街有青石${nth}斤`, label: 20006 as const },
    { text: `南街的青石真好看${nth}`, label: 100 as const },
  ])
  return JSON.stringify(model.trainAdjustment(samples.flat()))
}
