import assert from 'node:assert/strict'
import { type Walk, walkInBothLanguages } from './harness.ts'
import type { Caller } from './house.ts'
import { goTo, signIn } from './steps.ts'
import type { Visitor } from './visitor.ts'
import { settled } from './waiting.ts'

const RADIO = { first: '文娱', second: '电台' }
const DECLARATION = { scenes: [4], methods: [1], hasAuditTeam: true, description: '' }

walkInBothLanguages('the authority desk', walk)

function walk(here: Walk) {
  const { step, come } = here
  let authority: Visitor
  let developer: Caller
  let reviewer: Caller
  const releases: string[] = []

  step('apps of two regions have filings open', async () => {
    await here.house.addPerson('周运营', ['operator'])
    await here.house.addPerson('林开发', ['developer'])
    await here.house.addPerson('王审核', ['reviewer'])
    await here.house.addPerson('粤网信', ['authority'], 'CN-GD')
    developer = await here.house.callAs('林开发')
    reviewer = await here.house.callAs('王审核')
    for (const [name, region] of [
      ['深夜电台', 'CN-GD'],
      ['晨间广播', 'CN-GD'],
      ['西湖之声', 'CN-ZJ'],
    ] as const) {
      releases.push(await file(here, developer, reviewer, name, region))
    }
  })

  step('the desk shows the own region only, with what is left of seven days', async () => {
    authority = await come()
    const { page, t, look } = authority
    await signIn(authority, '粤网信')
    await goTo(authority, 'authority')
    await page.getByRole('link', { name: /深夜电台/ }).waitFor()
    await page.getByRole('link', { name: /晨间广播/ }).waitFor()
    assert.equal(await page.getByText('西湖之声').count(), 0)
    await page.getByText(t('authority.atEnd.preLaunch')).first().waitFor()
    await look('desk')
  })

  step('material is asked for, supplied, and seen', async () => {
    const { page, t, look } = authority
    await page.getByRole('link', { name: /深夜电台/ }).click()
    await page.getByRole('heading', { level: 1, name: /深夜电台/ }).waitFor()
    await page.getByText(t('findings.group.person')).first().waitFor()
    await look('case')
    await page.getByRole('button', { name: t('authority.step.requestMaterial') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(t('authority.follows.requestMaterial')).waitFor()
    await dialog.getByLabel(t('authority.says.requestMaterial')).fill('请补充节目单。')
    await look('ask-dialog')
    await dialog.getByRole('button', { name: t('authority.step.requestMaterial') }).click()
    await page.getByText(t('authority.unanswered')).waitFor()
    const answer = { note: '节目单见附件。' }
    await developer('POST', `/v1/releases/${releases[0]}/filing/supply-material`, answer)
    await page.reload()
    await page.getByText('节目单见附件。').first().waitFor()
    assert.equal(await page.getByText(t('authority.unanswered')).count(), 0)
    await look('material-came')
  })

  step('a code is taken by the developer, read out, and typed in here', async () => {
    const { page, t, look } = authority
    const path = `/v1/releases/${releases[0]}/contact-codes`
    const { code } = await developer<{ code: string }>('POST', path, {})
    await page.getByLabel(t('contact.heard')).fill(code)
    await page.getByRole('button', { name: t('contact.check'), exact: true }).click()
    await page.locator('.notice.tone-green').waitFor()
    await page.getByRole('button', { name: t('contact.take') }).click()
    await page.locator('.big-figure.mono').waitFor()
    await look('contact')
  })

  step('a contact is logged for both sides to see', async () => {
    const { page, t } = authority
    await page.getByRole('button', { name: t('authority.step.logContact') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t('authority.says.logContact')).fill('电话联系，确认主办方。')
    await dialog.getByRole('button', { name: t('authority.step.logContact') }).click()
    await page.getByText('电话联系，确认主办方。').first().waitFor()
  })

  step('the filing is agreed to, and the category enters the ledger', async () => {
    const { page, t, look } = authority
    await page.getByRole('button', { name: t('authority.step.passFiling') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(t('authority.follows.passFiling')).waitFor()
    await dialog.getByRole('button', { name: t('authority.step.passFiling') }).click()
    await page.getByText(t('filing.outcome.passed')).first().waitFor()
    const category = page.getByRole('listitem').filter({ hasText: '文娱 · 电台' })
    await category.getByText(t('app.ledgerStatus.filed'), { exact: true }).waitFor()
    await look('agreed')
  })

  step('another filing is objected to by clause; the text writes itself', async () => {
    const { page, t, look } = authority
    await page.keyboard.press('Escape')
    await goTo(authority, 'authority')
    await page.getByRole('link', { name: /晨间广播/ }).click()
    await page.getByRole('button', { name: t('authority.step.rejectFiling') }).click()
    const dialog = page.getByRole('dialog')
    const clause = dialog.getByRole('checkbox', { name: /wechat-filing-2022\/1\.4/ })
    await clause.check()
    const notice = dialog.getByLabel(t('decision.notice'), { exact: true })
    assert.match(await notice.inputValue(), /wechat-filing-2022\/1\.4/)
    await look('object-dialog')
    await dialog.getByRole('button', { name: t('decision.send') }).click()
    await page.getByText(t('filing.outcome.rejected')).first().waitFor()
    await goTo(authority, 'authority')
    await page.getByText(t('authority.empty')).waitFor()
    await look('desk-empty')
  })

  step('a launched version is ordered down, rectified, and serves again', async () => {
    const { page, t, look } = authority
    const id = releases[0]
    await developer('POST', `/v1/releases/${id}/launch`, {})
    await page.goto(`/authority/${id}`)
    await page.getByRole('button', { name: t('authority.step.orderTakedown') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t('decision.noteToDeveloper')).fill('接到举报，请限期整改。')
    await dialog.getByRole('button', { name: t('action.orderTakedown') }).click()
    await page.getByText(t('authority.atEnd.takenDown')).waitFor()
    await look('ordered')
    await developer('POST', `/v1/releases/${id}/taken-down`, {})
    await developer('POST', `/v1/releases/${id}/rectified`, { note: '已删除相关节目。' })
    await page.reload()
    await page.getByText(t('authority.atEnd.yourAnswer')).waitFor()
    await look('rectified')
    await page.getByRole('button', { name: t('authority.step.confirmRectification') }).click()
    const confirm = page.getByRole('dialog')
    await confirm.getByRole('button', { name: t('authority.step.confirmRectification') }).click()
    await page.getByRole('heading', { level: 1 }).getByText(t('releaseState.launched')).waitFor()
  })

  step('a time without an answer ends in pre-launch, and the desk says so', async () => {
    const { house } = here
    const id = await file(here, developer, reviewer, '午夜点播', 'CN-GD')
    const operator = await house.callAs('周运营')
    const week = 8 * 24 * 3_600_000
    await operator('POST', '/v1/clock/advance', { byMs: week })
    await settled(developer, id, ({ state }) => state === 'preLaunch')
    const dark = await come({ theme: 'dark' })
    const { page, t, look } = dark
    await signIn(dark, '粤网信')
    await goTo(dark, 'authority')
    await page.getByText(t('authority.atEnd.mayObject')).waitFor()
    await look('desk-pre-launched')
  })
}

/** From an app to its filing; returns the version's id. */
async function file(
  { house }: Walk,
  developer: Caller,
  reviewer: Caller,
  name: string,
  region: string,
): Promise<string> {
  const subject = { kind: 'enterprise', overseas: false, region }
  const made = await developer<{ app: { appid: string } }>('POST', '/v1/apps', {
    name,
    subject,
    categories: [RADIO],
  })
  const { id } = await house.upload('林开发', made.app.appid, 'radio-hour', '1.0.0')
  await developer('POST', `/v1/releases/${id}/submit`, { ugcDeclaration: DECLARATION })
  await settled(developer, id, ({ state }) => state === 'humanReview')
  const { fence } = await reviewer<{ fence: number }>('POST', `/v1/releases/${id}/claim`, {})
  await reviewer('POST', `/v1/releases/${id}/approve`, { fence })
  return id
}
