import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { deliverDue } from '../src/delivery/deliver.ts'
import { connectMailer } from '../src/delivery/mailer.ts'
import { appWith, enqueue, found, openPostOffice, type PostOffice, START } from './post-office.ts'

const FROM = '放行 <fangxing@platform.example>'
const LETTER = {
  what: { zh: '版本审核未通过。', en: 'The version was rejected.' },
  why: {
    clauses: [{ id: 'book/1', words: { zh: '不得诱导', en: 'No luring' } }],
    note: '见第 2 页',
  },
  todo: { zh: '请修改。', en: 'Correct it.' },
  byAt: 1,
  byWhen: { zh: '2026-03-09 24:00（北京时间）前', en: 'by 2026-03-09 24:00, Beijing time' },
}
const NOTICE = { appid: 'wx1', version: '1.0.0', releaseId: 'r1', letter: LETTER }

let office: PostOffice
let server: SMTPServer
const mails: { to: string; text: string }[] = []

before(async () => {
  server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, done) {
      const [name = ''] = address.split('@')
      const reply = Number(/^refuse-(\d+)$/.exec(name)?.[1])
      done(reply ? Object.assign(new Error('refused'), { responseCode: reply }) : null)
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join()
        mails.push({ to, text: Buffer.concat(chunks).toString() })
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  office = await openPostOffice({ mailer: connectMailer(`smtp://127.0.0.1:${port}`, FROM) })
})
after(async () => {
  await office.close()
  await new Promise<void>((resolve) => {
    server.close(resolve)
  })
})

async function mailed(address: string, ports = office) {
  const appid = await appWith(office, { mail: { address } })
  const id = await enqueue(office, appid, { channel: 'mail', body: NOTICE })
  await deliverDue(ports)
  return found(office, id)
}

/** Headers unfolded and encoded words, base64 and quoted-printable read: enough for these mails. */
function readMail(raw: string) {
  const [head = '', body = ''] = raw.split(/\r\n\r\n(.*)/s)
  const headers = head.replaceAll(/\r\n[ \t]+/g, ' ')
  const isBase64 = /content-transfer-encoding: base64/i.test(headers)
  return { headers, text: isBase64 ? Buffer.from(body, 'base64').toString() : body }
}

test('a mail says what, why with the clause, what to do and by when, in both languages', async () => {
  const { id, deliveredAt } = await mailed('dev@example.com')
  assert.equal(deliveredAt, START)
  const mail = mails.at(-1)
  assert.equal(mail?.to, 'dev@example.com')
  const { headers, text } = readMail(mail?.text ?? '')
  const facts = [LETTER.what, LETTER.todo, LETTER.byWhen, LETTER.why.clauses[0]!.words]
  for (const { zh, en } of facts) {
    assert.ok(text.includes(zh), `${zh} in ${text}`)
    assert.ok(text.includes(en), `${en} in ${text}`)
  }
  assert.ok(text.includes('book/1') && text.includes('见第 2 页'))
  assert.match(headers, /^From: .*<fangxing@platform\.example>$/m)
  assert.ok(headers.includes(`Message-ID: <${id}@platform.example>`))
  assert.match(headers, /^Auto-Submitted: auto-generated$/m)
})

const REFUSALS: readonly [string, string, 'dead' | 'waiting'][] = [
  ['refused for good', 'refuse-550@example.com', 'dead'],
  ['refused for now', 'refuse-450@example.com', 'waiting'],
]

for (const [name, address, becomes] of REFUSALS) {
  test(`a recipient ${name} leaves it ${becomes}`, async () => {
    const { lastTrouble, deadAt, nextAttemptAt } = await mailed(address)
    assert.equal(lastTrouble?.code, 'MAIL_REFUSED')
    assert.equal(deadAt, becomes === 'dead' ? START : null)
    assert.equal(nextAttemptAt, becomes === 'dead' ? null : START + 60_000)
  })
}

test('a mail server that is away is asked again', async () => {
  const mailer = connectMailer('smtp://127.0.0.1:1', FROM)
  const { lastTrouble, nextAttemptAt } = await mailed('dev@example.com', {
    ...office,
    outside: { ...office.outside, mailer },
  })
  assert.equal(lastTrouble?.code, 'MAIL_UNREACHABLE')
  assert.equal(nextAttemptAt, START + 60_000)
})

test('without a mail server it is a dead letter that says so', async () => {
  const outside = { ...office.outside, mailer: null }
  const { lastTrouble, deadAt } = await mailed('dev@example.com', { ...office, outside })
  assert.deepEqual([lastTrouble?.code, deadAt], ['NO_MAIL_SERVER', START])
})

test('an address to come from without @ is refused at the start', () => {
  assert.throws(() => connectMailer('smtp://127.0.0.1', 'nobody'), RangeError)
})
