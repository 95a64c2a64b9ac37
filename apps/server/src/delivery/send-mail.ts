/** A notice by mail: the letter in Chinese, then in English. */

import type { Notice, NoticeLetter } from '@fangxing/storage'
import { TEST_KIND } from './schedule.ts'
import { DELIVERED, failed, type Send } from './sender.ts'

type Told = Pick<Notice, 'appid' | 'version' | 'releaseId' | 'letter'>

export const sendMail: Send = async (delivery, { mail }, { mailer }) => {
  if (mail === null) return failed('NOT_SET', {}, { isFinal: true })
  if (mailer === null) return failed('NO_MAIL_SERVER', {}, { isFinal: true })
  const { id, kind, appid, body } = delivery
  const letter = kind === TEST_KIND ? toTestMail(appid) : toMail(body as Told)
  const mailed = await mailer.send({ ...letter, id, to: mail.address })
  switch (mailed.kind) {
    case 'taken':
      return DELIVERED
    case 'refused':
      return failed('MAIL_REFUSED', { reply: mailed.reply }, { isFinal: mailed.isFinal })
    case 'unreachable':
      return failed('MAIL_UNREACHABLE', { reason: mailed.reason })
  }
}

export function toMail({ appid, version, releaseId, letter }: Told) {
  const { what } = letter
  const about = `${appid} ${version} (${releaseId})`
  return {
    subject: `[放行] ${what.zh} ${appid} ${version}`,
    text: [about, '', ...toLines(letter, 'zh'), '', '—', '', ...toLines(letter, 'en')].join('\n'),
  }
}

const HEADINGS = {
  zh: { what: '发生了什么', why: '原因', todo: '需要做什么', byWhen: '期限' },
  en: { what: 'What happened', why: 'Why', todo: 'What to do', byWhen: 'By when' },
} as const

function toLines(
  { what, why, todo, byWhen }: NoticeLetter,
  language: 'zh' | 'en',
): readonly string[] {
  const heading = HEADINGS[language]
  const reasons = [...why.clauses.map(({ id, words }) => `${words[language]} (${id})`), why.note]
  const said = reasons.filter((reason) => reason !== '')
  return [
    `${heading.what}: ${what[language]}`,
    ...(said.length === 0 ? [] : [`${heading.why}:`, ...said.map((reason) => `  - ${reason}`)]),
    `${heading.todo}: ${todo[language]}`,
    ...(byWhen === null ? [] : [`${heading.byWhen}: ${byWhen[language]}`]),
  ]
}

function toTestMail(appid: string) {
  return {
    subject: `[放行] 测试邮件 ${appid}`,
    text: '这是一封测试邮件：通知会发到这里。\nThis is a test: notices will come here.',
  }
}
