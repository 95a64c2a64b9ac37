import assert from 'node:assert/strict'
import { type Walk, walkInBothLanguages } from './harness.ts'
import { ALONE, setDesk } from './reviewing.ts'
import {
  addUser,
  awaitState,
  createApp,
  createOperator,
  goTo,
  signIn,
  submit,
  upload,
} from './steps.ts'
import type { Visitor } from './visitor.ts'

const REGION = { zh: '广东', en: 'Guangdong' }

walkInBothLanguages('the console', walk)

function walk(here: Walk) {
  const { language, step, come } = here
  let operator: Visitor
  let developer: Visitor
  let reviewer: Visitor

  step('the link of the first run makes the operator, who adds the others', async () => {
    operator = await come()
    developer = await come({ isPhone: language === 'en' })
    reviewer = await come({ theme: 'dark' })
    await createOperator(operator, here.house.firstRunLink)
    await operator.look('work-empty')
    await goTo(operator, 'users')
    await addUser(operator, '林开发', 'developer')
    await addUser(operator, '王审核', 'reviewer')
    await addUser(operator, '粤网信', 'authority', REGION[language])
    await operator.look('users')
  })

  step('a developer registers an app, uploads a version and submits it', async () => {
    await signIn(developer, '林开发')
    await createApp(developer, '深夜电台', '电台', REGION[language])
    await upload(developer, here.house, 'radio-hour', '1.0.0')
    await developer.look('draft')
    await submit(developer, /电台/)
    await awaitState(developer, 'humanReview')
    await developer.page.getByText('wechat-filing-2022/1.4').first().waitFor()
    const chosen = developer.page.locator('dd').filter({ hasText: '·' })
    assert.deepEqual(await chosen.allTextContents(), ['文娱 · 电台'], 'nothing else was chosen')
    await developer.look('waiting-for-review')
  })

  step('a reviewer finds the case by keyboard, claims it and approves it', async () => {
    const { page, t, look } = reviewer
    await signIn(reviewer, '王审核')
    await page.getByRole('link', { name: /深夜电台/ }).waitFor()
    await look('start')
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText(t('hotkeys.hint')).waitFor()
    await look('hotkeys')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })

    await goTo(reviewer, 'releases')
    await page.getByRole('link', { name: /深夜电台 1\.0\.0/ }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await awaitState(reviewer, 'humanReview')
    await page.getByText(t('findings.group.person')).first().waitFor()
    await page.keyboard.press('c')
    await page.getByRole('button', { name: t('action.approve'), exact: true }).waitFor()
    await look('claimed')
    await page.keyboard.press('a')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t('decision.note')).fill('节目单没有时政内容')
    await look('approve-dialog')
    await dialog.getByRole('button', { name: t('action.approve'), exact: true }).click()
    await awaitState(reviewer, 'filing')
  })

  step('the filing shows start, due and silence; withdrawing says what is lost', async () => {
    const { page, t, look } = developer
    await page.reload()
    await awaitState(developer, 'filing')
    await page.getByText(t('filing.start')).waitFor()
    await page.getByText(t('filing.due')).waitFor()
    await page.getByText(t('filing.silence_preLaunch')).waitFor()
    await look('filing')
    await page.getByRole('button', { name: t('action.withdraw') }).click()
    const dialog = page.getByRole('dialog')
    await dialog
      .getByText({ zh: '七日从新的通知起重新计算', en: 'restarts the seven days' }[language])
      .waitFor()
    await look('withdraw-dialog')
    await dialog.getByRole('button', { name: t('step.keep') }).click()
    await dialog.waitFor({ state: 'hidden' })
  })

  step('after seven days of silence the developer launches', async () => {
    await operator.page.getByRole('button', { name: operator.t('clock.advanceWeek') }).click()
    await operator.page.getByRole('button', { name: operator.t('clock.advanceDay') }).click()
    const { page, t, look } = developer
    await page.reload()
    await awaitState(developer, 'preLaunch')
    await look('pre-launch')
    await page.getByRole('button', { name: t('action.launch'), exact: true }).click()
    await page.getByText(t('consequence.launch')).waitFor()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('action.launch'), exact: true })
      .click()
    await awaitState(developer, 'launched')
    await look('launched')
  })

  step('a reviewer rejects the next version by clause; the notice writes itself', async () => {
    await developer.page.getByRole('link', { name: '深夜电台', exact: true }).click()
    await upload(developer, here.house, 'radio-hour', '1.1.0')
    await submit(developer, /电台/)
    await awaitState(developer, 'humanReview')

    const { page, t, look } = reviewer
    await goTo(reviewer, 'releases')
    await look('releases')
    await page.getByRole('link', { name: /1\.1\.0/ }).click()
    await awaitState(reviewer, 'humanReview')
    await page.keyboard.press('c')
    await page.getByRole('button', { name: t('action.reject'), exact: true }).waitFor()
    await page.keyboard.press('r')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: /wechat-filing-2022\/1\.4/ }).check()
    const notice = dialog.getByLabel(t('decision.notice'), { exact: true })
    assert.match(await notice.inputValue(), /wechat-filing-2022\/1\.4/)
    await notice.press('End')
    await notice.pressSequentially('请补充节目单。')
    await look('reject-dialog')
    await dialog.getByRole('button', { name: t('decision.send') }).click()
    await awaitState(reviewer, 'rejected')
  })

  step('the developer reads the notice and its clauses', async () => {
    const { page, look } = developer
    await page.reload()
    await awaitState(developer, 'rejected')
    await page.getByText('请补充节目单。').first().waitFor()
    await look('rejected')
  })

  step('a finding of the machine opens its source with the line marked', async () => {
    await createApp(developer, '邻里论坛', '社区/论坛', REGION[language])
    await upload(developer, here.house, 'open-forum', '0.9.0')
    await submit(developer, /社区\/论坛/)
    await awaitState(developer, 'rejected')
    const { page, t, look } = developer
    await page.getByText(t('findings.group.blocks')).first().waitFor()
    const place = page.locator('.place-link').first()
    const line = /:(\d+)$/.exec((await place.textContent()) ?? '')?.[1]
    await place.click()
    const marked = page.locator('.source-line.is-marked')
    await marked.waitFor()
    assert.equal(await marked.locator('span').first().textContent(), line)
    await look('machine-rejected')
  })

  step('the authority orders a version down; the developer reports it down', async () => {
    const authority = await come()
    await signIn(authority, '粤网信')
    await goTo(authority, 'releases')
    await authority.page.getByRole('link', { name: /深夜电台 1\.0\.0/ }).click()
    await awaitState(authority, 'launched')
    const order = authority.t('authority.step.orderTakedown')
    await authority.page.getByRole('button', { name: order }).click()
    const dialog = authority.page.getByRole('dialog')
    await dialog
      .getByLabel(authority.t('decision.noteToDeveloper'))
      .fill('节目涉及时政，请下架整改')
    await authority.look('takedown-dialog')
    await dialog.getByRole('button', { name: authority.t('action.orderTakedown') }).click()
    await awaitState(authority, 'takedownOrdered')

    const { page, t, look } = developer
    await goTo(developer, 'releases')
    await page.getByRole('link', { name: /深夜电台 1\.0\.0/ }).click()
    await awaitState(developer, 'takedownOrdered')
    await look('takedown-ordered')
    await page.getByRole('button', { name: t('action.takeDown') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('action.takeDown') })
      .click()
    await awaitState(developer, 'takenDown')
  })

  step('a text is checked, with what it took to see a word', async () => {
    const { page, t, look } = reviewer
    await goTo(reviewer, 'check')
    await look('check-empty')
    await page.getByLabel(t('check.text'), { exact: true }).fill('招刷 单员，日结。<img src=x>')
    await page.getByRole('button', { name: t('check.run'), exact: true }).click()
    await page.locator('mark', { hasText: '刷 单' }).waitFor()
    await page
      .getByRole('cell', { name: t('conversion.gap') })
      .first()
      .waitFor()
    assert.equal(await page.locator('.checked-text img').count(), 0, 'a text is only text')
    await look('check')
  })

  step('an operator adds a term and takes it away again', async () => {
    const { page, t, look } = operator
    await goTo(operator, 'terms')
    await look('terms')
    await page.getByLabel(t('terms.text'), { exact: true }).fill('内部渠道')
    await page.getByRole('button', { name: t('terms.add') }).click()
    await page.getByLabel(t('terms.search')).fill('内部渠道')
    const remove = page.getByRole('button', { name: `${t('terms.remove')} 内部渠道` })
    await remove.click()
    await page
      .getByRole('tooltip')
      .getByRole('button', { name: t('terms.remove') })
      .click()
    await page.getByText(t('terms.empty')).waitFor()
  })

  step('a reviewer settles what was in doubt and proposes what it teaches', async () => {
    await setDesk(await here.house.callAs('周运营'), ALONE)
    await here.house.check('账户按日结清 <img src=x>')
    const { page, t, look } = reviewer
    await goTo(reviewer, 'cases')
    await page.getByText(t('cases.empty')).waitFor()
    await page.getByRole('link', { name: t('cases.toQueue') }).click()
    await page.getByRole('button', { name: t('queue.start') }).click()
    await page.locator('mark').first().waitFor()
    assert.equal(await page.locator('.checked-text img').count(), 0, 'a text is only text')
    await page.getByLabel(t('case.note')).fill('是记账，不是招工')
    await page.getByRole('button', { name: t('case.pass') }).click()
    await page.getByRole('heading', { level: 1, name: t('queue.title') }).waitFor()
    await goTo(reviewer, 'cases')
    await look('cases')
    await page
      .getByRole('list', { name: t('cases.list') })
      .getByRole('link')
      .first()
      .click()
    await page.getByText('是记账，不是招工').waitFor()
    await page.getByRole('button', { name: t('teach.propose') }).click()
    await page.getByText(t('teach.needSecond'), { exact: true }).waitFor()
    await look('case-decided')
  })

  step('a picture that cannot be read is not shown, and is settled all the same', async () => {
    // Begins as a PNG does, and ends there.
    const broken = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
    assert.equal(await here.house.checkPicture(broken), 87014)
    const { page, t, look } = reviewer
    await goTo(reviewer, 'queue')
    await page.getByRole('button', { name: t('queue.start') }).click()
    await page.getByText(t('queue.pictureBroken')).waitFor()
    await look('broken-picture')
    here.expectComplaint(/404 \(Not Found\).*\/picture$/)
    await page.getByRole('button', { name: t('case.risky') }).click()
    await page.getByRole('heading', { level: 1, name: t('queue.title') }).waitFor()
    await goTo(reviewer, 'cases')
    await page.getByText(t('case.verdict_risky')).first().waitFor()
  })

  step('a second person agrees, and the lexicon has the next edition', async () => {
    const { page, t, look } = operator
    await goTo(operator, 'cases')
    await look('proposals')
    await page.getByRole('button', { name: t('teach.agree'), exact: true }).click()
    await page.getByText(t('teach.noneOpen')).waitFor()
  })

  step('a refusal of the server is shown with its code and request id', async () => {
    const { page, t, look } = operator
    await goTo(operator, 'users')
    await page.getByRole('button', { name: t('users.add') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t('users.name')).fill('林开发')
    await dialog.getByLabel(t('users.password'), { exact: true }).fill('long rather than odd')
    await dialog.getByLabel(t('role.reviewer')).check()
    await dialog.getByRole('button', { name: t('users.add') }).click()
    await dialog.getByRole('alert').getByText('USER_ALREADY_EXISTS').waitFor()
    await dialog.getByText(t('problem.requestId')).waitFor()
    await look('refusal')
    here.expectComplaint(/409 \(Conflict\).*\/v1\/users$/)
  })

  step('the other language and the dark theme are one press away', async () => {
    const { page, t } = operator
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: t('nav.language'), exact: true }).click()
    const other = language === 'zh' ? 'Users' : '用户'
    await page.getByRole('heading', { level: 1, name: other }).waitFor()
    assert.equal(
      await page.locator('html').getAttribute('lang'),
      language === 'zh' ? 'en' : 'zh-CN',
    )
  })
}
