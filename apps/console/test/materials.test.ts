import assert from 'node:assert/strict'
import { type Walk, walkInBothLanguages } from './harness.ts'
import { choose, goTo, signIn } from './steps.ts'
import type { Visitor } from './visitor.ts'

const PAGE = `<!doctype html><html lang="zh"><meta name="viewport" content="width=device-width">
<title>阳台种番茄</title><h1>阳台种番茄的三个要点</h1>
<p>番茄每天至少要晒六个小时的太阳，花盆摆在朝南的位置。订购热线13800138000。</p></html>`

walkInBothLanguages('materials', walk)

function walk(here: Walk) {
  const { step, come, language } = here
  const isPhone = language === 'en'
  let developer: Visitor
  let reviewer: Visitor
  let other: Visitor
  let path = ''

  step('people are there, and an app', async () => {
    for (const name of ['林开发', '王审核', '李审核']) {
      await here.house.addPerson(name, [name === '林开发' ? 'developer' : 'reviewer'])
    }
    const ask = await here.house.callAs('林开发')
    const subject = { kind: 'enterprise', overseas: false, region: 'CN-GD' }
    const categories = [{ first: '社交', second: '笔记' }]
    await ask('POST', '/v1/apps', { name: '园艺笔记', subject, categories })
  })

  step('a developer hands in an article and watches its audit', async () => {
    developer = await come({ isPhone })
    const { page, t, look } = developer
    await signIn(developer, '林开发')
    await goTo(developer, 'materials')
    await look('materials-empty')
    await page.getByRole('button', { name: t('materials.handIn') }).click()
    await choose(developer, t('materials.app'), '园艺笔记')
    await page.getByLabel(t('materials.title'), { exact: true }).fill('阳台种番茄的三个要点')
    await page
      .getByLabel(t('materials.body'), { exact: true })
      .fill('阳台种番茄，第一个要点是光照，番茄每天至少要晒六个小时的太阳。')
    await look('material-dialog')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('materials.submit') })
      .click()
    await page
      .getByText(t('materialState.review'), { exact: true })
      .first()
      .waitFor({ timeout: 60_000 })
    await page.getByText(t('material.rows', { count: 112 })).waitFor()
    await look('material-report')
    path = new URL(page.url()).pathname
  })

  step('a reviewer takes it and answers every open clause', async () => {
    reviewer = await come({ theme: 'dark' })
    const { page, t, look } = reviewer
    await signIn(reviewer, '王审核')
    await goTo(reviewer, 'materials')
    await page.getByRole('button', { name: t('queue.start') }).click()
    await page.getByRole('button', { name: t('material.passRest') }).waitFor()
    const settle = page.getByRole('button', { name: t('material.settle') })
    assert.equal(await settle.isDisabled(), true)
    await page
      .getByRole('radio', { name: t('material.answer_violation') })
      .first()
      .check()
    await page.getByPlaceholder(t('material.remark')).fill('图文不符')
    await look('material-answering')
    await page.getByRole('button', { name: t('material.passRest') }).click()
    await settle.click()
    await page.getByRole('heading', { level: 1, name: t('queue.title') }).waitFor()
    await page.goto(path)
    await page.getByText(t('materialState.rejected'), { exact: true }).first().waitFor()
    await look('material-decided')
  })

  step('the developer appeals, and somebody else lets it pass', async () => {
    const { page, t, look } = developer
    await page.getByRole('button', { name: t('material.appeal'), exact: true }).click()
    await page.getByLabel(t('material.appealReason')).fill('图已更换')
    await look('material-appeal')
    await page.getByRole('button', { name: t('material.appealSubmit') }).click()
    await page.getByText(t('materialState.review'), { exact: true }).first().waitFor()

    other = await come()
    await signIn(other, '李审核')
    await other.page.goto(path)
    await other.page.getByRole('button', { name: t('case.claim') }).click()
    const radios = other.page.getByRole('radio', { name: t('material.answer_pass'), exact: true })
    await radios.first().waitFor()
    for (const radio of await radios.all()) await radio.check()
    await other.page.getByRole('button', { name: t('material.settle') }).click()
    await other.page.getByText(t('materialState.passed'), { exact: true }).first().waitFor()
  })

  step('a page as a file is shown with its screens and what was found on them', async () => {
    const { page, t, look } = developer
    await goTo(developer, 'materials')
    await page.getByRole('button', { name: t('materials.handIn') }).click()
    await page.getByRole('radio', { name: t('materials.kind_page') }).check()
    await choose(developer, t('materials.app'), '园艺笔记')
    const file = { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from(PAGE) }
    await page.locator('input[type=file]').setInputFiles(file)
    await look('material-file')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('materials.submit') })
      .click()
    await page
      .getByText(t('materialState.rejected'), { exact: true })
      .first()
      .waitFor({ timeout: 120_000 })
    await page.getByRole('img', { name: /375x/ }).first().waitFor()
    await look('material-page')
  })
}
