/** What people do in the walk, each as one function over their own browser. */

import assert from 'node:assert/strict'
import type { House } from './house.ts'
import { PASSWORD } from './house.ts'
import type { Visitor } from './visitor.ts'

export async function createOperator({ page, t, look }: Visitor, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('heading', { name: t('firstRun.title') }).waitFor()
  await look('first-run')
  await page.getByLabel(t('signIn.name')).fill('周运营')
  await page.getByLabel(t('signIn.password'), { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: t('firstRun.submit') }).click()
  await page.locator('main#content h1').waitFor()
}

export async function signIn({ page, t, look }: Visitor, name: string): Promise<void> {
  await page.goto('/')
  await page.getByLabel(t('signIn.name')).fill(name)
  await look('sign-in')
  await page.getByLabel(t('signIn.password'), { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: t('signIn.submit') }).click()
  await page.locator('main#content h1').waitFor()
}

export async function goTo({ page, t }: Visitor, name: string): Promise<void> {
  const label = t(`nav.${name}`)
  const menu = page.getByRole('button', { name: t('nav.menu') })
  if (await menu.isVisible()) await menu.click()
  await page.getByRole('link', { name: label, exact: true }).last().click()
  await page.getByRole('heading', { level: 1, name: label }).waitFor()
}

export async function addUser(
  { page, t, look }: Visitor,
  name: string,
  role: string,
  region?: string,
): Promise<void> {
  await page.getByRole('button', { name: t('users.add') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('users.name')).fill(name)
  await dialog.getByLabel(t('users.password'), { exact: true }).fill(PASSWORD)
  await dialog.getByLabel(t(`role.${role}`)).check()
  if (region !== undefined) await choose({ page }, t('users.region'), region)
  await look('user-dialog')
  await dialog.getByRole('button', { name: t('users.add') }).click()
  await page.getByRole('cell', { name, exact: true }).waitFor()
  await dialog.waitFor({ state: 'hidden' })
}

/** Types into a select and takes the row that is left. */
export async function choose(
  { page }: Pick<Visitor, 'page'>,
  label: string,
  wanted: string,
): Promise<void> {
  const field = page.getByLabel(label, { exact: true })
  await field.click()
  await field.fill(wanted)
  await page.locator('.ant-select-item-option', { hasText: wanted }).first().click()
  await page.keyboard.press('Tab')
}

export async function createApp(
  visitor: Visitor,
  name: string,
  category: string,
  region: string,
): Promise<void> {
  const { page, t, look } = visitor
  await goTo(visitor, 'apps')
  await look('apps')
  await page.getByRole('button', { name: t('apps.create') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('apps.name')).fill(name)
  await choose(visitor, t('apps.region'), region)
  await choose(visitor, t('apps.categories'), category)
  await look('app-dialog')
  await dialog.getByRole('button', { name: t('apps.create') }).click()
  await page.getByText(t('secret.title')).waitFor()
  await look('secret')
  await page.getByRole('button', { name: t('secret.done') }).click()
  await page.getByRole('link', { name }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** From the page of an app to the page of its draft. */
export async function upload(
  { page, t, look }: Visitor,
  house: House,
  fixture: string,
  version: string,
): Promise<void> {
  await look('app')
  await page.getByRole('button', { name: t('app.upload') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file][accept]').setInputFiles(await house.packed(fixture))
  await dialog.getByLabel(t('upload.version')).fill(version)
  await dialog.getByLabel(t('upload.description')).fill('夜间节目回放')
  await look('upload-dialog')
  await dialog.getByRole('button', { name: t('upload.submit') }).click()
  await page.getByRole('heading', { level: 1, name: version }).waitFor()
}

export async function submit({ page, t, look }: Visitor, consequence: RegExp): Promise<void> {
  await page.getByRole('button', { name: t('action.submit') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('p', { hasText: consequence }).first().waitFor()
  await dialog.getByLabel(t('submit.ugcDeclare')).check()
  await dialog.getByLabel(t('submit.scene.4')).check()
  await dialog.getByLabel(t('submit.method.1')).check()
  await look('submit-dialog')
  await dialog.getByRole('button', { name: t('submit.send') }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** The state's word in the title of the release page. */
export async function awaitState({ page, t }: Visitor, state: string): Promise<void> {
  await page
    .getByRole('heading', { level: 1 })
    .getByText(t(`releaseState.${state}`), { exact: true })
    .waitFor()
}

/** What is given back stays so, also when the window comes to the front, until it is taken again. */
export async function giveBackAndTakeAgain({ page, t }: Visitor): Promise<void> {
  const claims: string[] = []
  page.on('request', (request) => {
    const isClaim = request.method() === 'POST' && request.url().endsWith('/claim')
    if (isClaim) claims.push(new URL(request.url()).pathname)
  })
  await page.getByRole('button', { name: t('claim.give'), exact: true }).click()
  await page.getByText(t('claim.given')).waitFor()
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
  const take = page.getByRole('button', { name: t('action.claim'), exact: true })
  await take.waitFor()
  assert.deepEqual(claims, [])
  await take.click()
  await page.getByRole('button', { name: t('claim.give'), exact: true }).waitFor()
}
