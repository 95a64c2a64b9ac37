import assert from 'node:assert/strict'
import { join } from 'node:path'
import { type Walk, walkInBothLanguages } from './harness.ts'
import type { Caller } from './house.ts'
import { recordMany, scrollToEnd } from './many-checks.ts'
import { awaitState, choose, createApp, goTo, signIn, submit, upload } from './steps.ts'
import type { Visitor } from './visitor.ts'

const FIXTURES = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'miniprograms')
const REGION = { zh: '广东', en: 'Guangdong' }
const NARROW = { width: 375, height: 812 }
const MANY_CHECKS = 700

interface Known {
  readonly id: string
  readonly state: string
}

walkInBothLanguages('the developer portal', walk)

function walk(here: Walk) {
  const { language, step, come } = here
  let owner: Visitor
  let other: Visitor
  let reviewer: Caller
  let second: Caller
  let authority: Caller
  let releaseId: string

  const openTab = async ({ page, t }: Visitor, tab: string) => {
    await page.getByRole('link', { name: t(`tabs.${tab}`), exact: true }).click()
  }
  /** Nothing of a page is out of reach on a narrow phone. */
  const lookNarrow = async (name: string) => {
    await other.look(name)
    const width = await other.page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(width <= NARROW.width, `${name} is ${width} wide`)
  }
  const idOfPage = () => owner.page.url().split('/').at(-1) ?? ''
  const decide = async (who: Caller, path: string, body: object) => {
    const claim = await who<{ fence: number }>('POST', `/v1/releases/${releaseId}/claim`, {})
    return who<Known>('POST', `/v1/releases/${releaseId}/${path}`, { ...body, fence: claim.fence })
  }

  step('everybody has an account; a developer begins with nothing', async () => {
    const { house } = here
    await house.addPerson('林开发', ['developer'])
    await house.addPerson('苏同事', ['developer'])
    await house.addPerson('陈审核', ['reviewer'])
    await house.addPerson('周审核', ['reviewer'])
    await house.addPerson('粤网信', ['authority'], 'CN-GD')
    reviewer = await house.callAs('陈审核')
    second = await house.callAs('周审核')
    authority = await house.callAs('粤网信')
    owner = await come({ theme: language === 'en' ? 'dark' : 'light' })
    other = await come({ isPhone: true })
    await other.page.setViewportSize(NARROW)
    await signIn(owner, '林开发')
    await goTo(owner, 'apps')
    await owner.look('portal-apps-empty')
    await goTo(owner, 'notices')
    await owner.page.getByText(owner.t('notices.allRead')).waitFor()
    await owner.look('portal-notices-empty')
  })

  step('an app belongs to who registers it, until they add somebody', async () => {
    await createApp(owner, '邻里论坛', '社区/论坛', REGION[language])
    await owner.look('portal-app-empty')
    await signIn(other, '苏同事')
    await goTo(other, 'apps')
    await other.page.getByText(other.t('apps.empty')).waitFor()

    const { page, t, look } = owner
    await openTab(owner, 'members')
    await page.getByText(t('members.lastOwner')).waitFor()
    await page.getByLabel(t('members.invite')).fill('没有这个人')
    await page.getByRole('button', { name: t('members.add'), exact: true }).click()
    await page.getByText('USER_NOT_FOUND').waitFor()
    here.expectComplaint(/404 \(Not Found\).*\/members$/)
    await page.getByLabel(t('members.invite')).fill('苏同事')
    await page.getByRole('button', { name: t('members.add'), exact: true }).click()
    await page.getByText(t('members.became.member', { name: '苏同事' })).waitFor()
    await look('portal-members')

    await other.page.reload()
    await other.page.getByRole('link', { name: /邻里论坛/ }).waitFor()
    await lookNarrow('portal-apps')
  })

  step('a folder is packed and uploaded, and its plan says what it will file', async () => {
    const { page, t, look } = owner
    await openTab(owner, 'overview')
    await page.getByRole('button', { name: t('app.upload') }).click()
    const dialog = page.getByRole('dialog')
    const folder = dialog.locator('input[data-kind=folder]')
    await folder.setInputFiles(join(FIXTURES, 'open-forum', 'pages'))
    await dialog.getByText(t('upload.noManifest')).waitFor()
    await folder.setInputFiles(join(FIXTURES, 'open-forum'))
    await dialog.getByText(/open-forum.*KB|open-forum.*B/).waitFor()
    await dialog.getByLabel(t('upload.version')).fill('0.9.0')
    await dialog.getByLabel(t('upload.description')).fill('小区论坛内测版')
    await look('portal-upload')
    await dialog.getByRole('button', { name: t('upload.submit'), exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '0.9.0' }).waitFor()
    await page.getByRole('heading', { name: t('plan.title') }).waitFor()
    await page.getByText('社交 · 社区/论坛').first().waitFor()
    releaseId = idOfPage()
    await look('portal-draft')
  })

  step('the machine rejects it with a place and a line; the developer appeals', async () => {
    const { page, t, look } = owner
    await submit(owner, /社区\/论坛/)
    await awaitState(owner, 'rejected')
    await page.getByRole('heading', { name: t('rejection.title') }).waitFor()
    await page.locator('.place-link').first().click()
    await page.locator('.source-line.is-marked').first().waitFor()
    await look('portal-rejected')
    await page.getByRole('button', { name: t('action.appeal') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t('step.note.appeal')).fill('帖子先经云函数里的检测，请看 post 目录。')
    await look('portal-appeal')
    await dialog.getByRole('button', { name: t('action.appeal') }).click()
    await awaitState(owner, 'appealed')
    await page.getByText(t('silence.waits')).waitFor()
  })

  step('a reviewer overturns it, another approves, and the filing has its clock', async () => {
    await decide(reviewer, 'appeal/reverse', { note: '检测在云函数里，原判断不成立。' })
    const { page, t, look } = owner
    await page.reload()
    await awaitState(owner, 'humanReview')
    await page.getByRole('button', { name: t('action.expedite') }).click()
    await page.getByRole('dialog').getByText(t('consequence.expedite')).waitFor()
    await look('portal-expedite')
    await page.getByRole('button', { name: t('state.cancel') }).click()
    const { state } = await decide(second, 'approve', {})
    assert.equal(state, 'filing')
    await page.reload()
    await awaitState(owner, 'filing')
    await page.getByText(t('silence.preLaunch')).waitFor()
  })

  step('a caller reads a code out, and the other side knows who is calling', async () => {
    const { page, t, look } = owner
    await page.getByRole('button', { name: t('contact.take') }).click()
    const shown = page.locator('.big-figure.mono')
    await shown.waitFor()
    const heard = (await shown.textContent()) ?? ''
    const path = `/v1/releases/${releaseId}/contact-codes/check`
    const answer = await authority<{ ok: boolean }>('POST', path, { heard })
    assert.equal(answer.ok, true)
    await page.getByLabel(t('contact.heard')).fill('000000')
    await page.getByRole('button', { name: t('contact.check') }).click()
    await page.getByText(/[0-9]/, { exact: false }).first().waitFor()
    await look('portal-filing')
    await page.getByRole('button', { name: t('action.withdraw') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(t('step.withdrawLeft', { day: 5, month: 10 })).waitFor()
    await look('portal-withdraw')
    await dialog.getByRole('button', { name: t('step.keep') }).click()
    await dialog.waitFor({ state: 'hidden' })
  })

  step('the authority asks for material, and the developer supplies it', async () => {
    const ask = `/v1/releases/${releaseId}/filing/request-material`
    await authority('POST', ask, { note: '请补充版主名单' })
    const { page, t, look } = owner
    await page.reload()
    await awaitState(owner, 'materialRequested')
    await page.getByRole('heading', { name: t('said.materialRequested') }).waitFor()
    await look('portal-material')
    await page.getByRole('button', { name: t('action.supplyMaterial') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t('step.note.supplyMaterial')).fill('版主三人，名单已寄出。')
    await dialog.getByRole('button', { name: t('action.supplyMaterial') }).click()
    await awaitState(owner, 'filing')
  })

  step('the authority agrees, and the first version goes out to all', async () => {
    await authority('POST', `/v1/releases/${releaseId}/filing/pass`, { note: '材料齐全' })
    const { page, t, look } = owner
    await page.reload()
    await awaitState(owner, 'approved')
    await page.getByRole('button', { name: t('action.stage') }).click()
    await page.getByText(t('step.noLive')).waitFor()
    await page.getByRole('button', { name: t('state.cancel') }).click()
    await page.getByRole('button', { name: t('action.launch'), exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('action.launch') })
      .click()
    await awaitState(owner, 'launched')
    await page.getByRole('link', { name: '邻里论坛', exact: true }).click()
    await page.getByText(t('standing.live')).first().waitFor()
    await look('portal-app')
  })

  step('the next version goes out to some, then to all, and back again', async () => {
    const { page, t, look } = owner
    await upload(owner, here.house, 'open-forum', '1.0.0')
    await submit(owner, /社区\/论坛/)
    await awaitState(owner, 'rejected')
    const first = releaseId
    releaseId = idOfPage()
    const developer = await here.house.callAs('林开发')
    await developer('POST', `/v1/releases/${releaseId}/appeal`, { note: '同上一版' })
    await decide(reviewer, 'appeal/reverse', { note: '同上一版' })
    await decide(second, 'approve', {})
    await page.reload()
    await awaitState(owner, 'approved')
    await page.getByRole('button', { name: t('action.stage') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('slider').focus()
    await page.keyboard.press('ArrowRight')
    await look('portal-stage')
    await dialog.getByRole('button', { name: t('action.stage') }).click()
    await awaitState(owner, 'greyLaunch')
    await look('portal-staged')
    await page.getByRole('button', { name: t('action.launch'), exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('action.launch') })
      .click()
    await awaitState(owner, 'launched')
    await page.getByRole('button', { name: t('action.rollBack') }).click()
    await choose(owner, t('step.target'), '0.9.0')
    await page.getByRole('dialog').getByLabel(t('step.note.rollBack')).fill('首页打不开')
    await look('portal-roll-back')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('action.rollBack') })
      .click()
    await awaitState(owner, 'rolledBack')
    releaseId = first
  })

  step('an order to take down has its deadline; what was rectified is reported', async () => {
    const deadlineAt = here.house.ports.clock.now() + 7_200_000
    const order = { note: '请下架整改', deadlineAt }
    await authority('POST', `/v1/releases/${releaseId}/takedown-order`, order)
    const { page, t, look } = owner
    await page.goto(`/releases/${releaseId}`)
    await awaitState(owner, 'takedownOrdered')
    await page.getByText(t('silence.takenDown')).waitFor()
    await look('portal-ordered-down')
    await page.getByRole('button', { name: t('action.takeDown') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('action.takeDown') })
      .click()
    await awaitState(owner, 'takenDown')
    await page.getByRole('button', { name: t('action.rectify') }).click()
    await page.getByRole('dialog').getByLabel(t('step.note.rectify')).fill('已加版主审核')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('action.rectify') })
      .click()
    await awaitState(owner, 'rectified')
    await authority('POST', `/v1/releases/${releaseId}/rectification/confirm`, {})
    await page.reload()
    await awaitState(owner, 'launched')
  })

  step('the inbox has told of each result, and counts what is unread', async () => {
    const { page, t, look } = owner
    await goTo(owner, 'notices')
    await page.locator('.notice-row.is-unread').first().waitFor()
    const badge = page.locator('.nav .badge').first()
    // The badge is asked for now and then: what it showed last may be behind.
    const developer = await here.house.callAs('林开发')
    const before = await developer<{ items: unknown[] }>('GET', '/v1/notices?unread=true&limit=99')
    await look('portal-notices')
    await page
      .getByRole('button', { name: t('notices.markRead'), exact: true })
      .first()
      .click()
    await badge.getByText(String(before.items.length - 1), { exact: true }).waitFor()
    await goTo(other, 'notices')
    await lookNarrow('portal-notices')
  })

  step('a callback is set, tried, and its failure is told with the reason', async () => {
    const { page, t, look } = owner
    await goTo(owner, 'apps')
    await page.getByRole('link', { name: /邻里论坛/ }).click()
    await openTab(owner, 'callbacks')
    await page.getByText(t('deliveries.empty')).waitFor()
    await look('portal-callbacks-empty')
    const webhook = page.locator('.channels > section').first()
    await webhook.getByLabel(t('callbacks.url')).fill('https://hooks.example.invalid/fangxing')
    await webhook.getByRole('button', { name: t('callbacks.save') }).click()
    await page.getByLabel(t('callbacks.webhookSecret')).waitFor()
    await look('portal-made-secret')
    await page.getByRole('button', { name: t('secret.done') }).click()
    await page.getByRole('button', { name: t('callbacks.test') }).click()
    await page.getByText(t('callbacks.testSent')).waitFor()
    await page.getByText(t('deliveries.redrive')).first().waitFor({ timeout: 60_000 })
    await look('portal-callbacks')
  })

  step('checks are listed, found by trace id, and a long list keeps few rows', async () => {
    const id = await here.house.check('账户按日结清，月底再说')
    const { page, t, look } = owner
    await openTab(owner, 'checks')
    await page.locator('.check-line', { hasText: '账户按日结清' }).click()
    await page.getByText(t('record.waiting')).waitFor()
    await look('portal-check')
    await page.getByRole('button', { name: t('record.back') }).click()
    await page.getByLabel(t('record.search')).fill(id.toUpperCase())
    await page.keyboard.press('Enter')
    await page.getByText(t('record.waiting')).waitFor()
    await page.getByRole('button', { name: t('record.back') }).click()

    await recordMany(here.house, MANY_CHECKS)
    await page.reload()
    await page.locator('.check-line').first().waitFor()
    await look('portal-checks')
    await page.waitForFunction(scrollToEnd, t('state.allLoaded', { count: MANY_CHECKS + 1 }))
    assert.ok((await page.locator('.check-line').count()) < 60, 'only rows on the screen are drawn')
  })

  step('usage shows the checks by day and what is left', async () => {
    const { page, t, look } = owner
    await page.evaluate(() => scrollTo(0, 0))
    await openTab(owner, 'usage')
    await page.getByText(t('usage.quotas')).waitFor()
    await page.locator('.bar-slot').first().waitFor()
    await look('portal-usage')
    await goTo(other, 'apps')
    await other.page.getByRole('link', { name: /邻里论坛/ }).click()
    await other.page.locator('.slot-card').first().waitFor()
    await lookNarrow('portal-app')
    await openTab(other, 'usage')
    await other.page.locator('.bar-slot').first().waitFor()
    await lookNarrow('portal-usage')
    await openTab(other, 'callbacks')
    await other.page.getByText(other.t('deliveries.redrive')).first().waitFor()
    await lookNarrow('portal-callbacks')
    await openTab(other, 'members')
    await other.page.getByText(other.t('members.onlyOwners')).waitFor()
    await lookNarrow('portal-members')
    await openTab(other, 'checks')
    await other.page.locator('.check-line').first().waitFor()
    await lookNarrow('portal-checks')
    await other.page.goto(`/releases/${releaseId}`)
    await awaitState(other, 'launched')
    await lookNarrow('portal-launched')
  })

  step('settings name the categories and where tokens are given', async () => {
    const { page, t, look } = owner
    await openTab(owner, 'settings')
    await choose(owner, t('apps.categories'), '信息查询')
    await page.getByLabel(t('settings.networks')).fill('203.0.113.0/24')
    await look('portal-settings')
    await page
      .getByRole('button', { name: t('callbacks.save') })
      .last()
      .click()
    await page.getByText(t('settings.saved')).waitFor()
    await openTab(other, 'overview').catch(() => {})
  })

  step('who is taken out sees nothing more', async () => {
    const { page, t } = owner
    await openTab(owner, 'members')
    await page.getByRole('button', { name: t('members.remove') }).click()
    await page
      .getByRole('tooltip')
      .getByRole('button', { name: t('members.remove') })
      .click()
    await page.getByText(t('members.became.removed', { name: '苏同事' })).waitFor()
    await other.page.goto(`/releases/${releaseId}`)
    await other.page.getByText('RELEASE_NOT_FOUND').waitFor()
    here.expectComplaint(/404 \(Not Found\).*\/v1\/releases\//)
    await lookNarrow('portal-gone')
  })
}
