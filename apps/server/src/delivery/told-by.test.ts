import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findClause } from '@fangxing/policy'
import { DEFAULT_CLOCK, type EventOf, fold, type ReleaseEvent } from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import { toldBy } from './told-by.ts'

const AT = Date.UTC(2026, 2, 2, 2)
const NOTES = { first: '社交', second: '笔记' }
const SUBJECT = { kind: 'enterprise', overseas: false, region: 'CN-GD' } as const
const CLAUSE = 'wechat-operation/5.7.1'

function by(kind: ReleaseEvent['actor']['kind']) {
  return { at: AT, actor: { kind, id: `${kind}-1`, name: kind } } as const
}

const CREATED: ReleaseEvent = {
  ...{ kind: 'created', ...by('developer'), appid: 'wx1', version: '1.2.0', description: '' },
}
const SUBMITTED: ReleaseEvent = {
  ...{ kind: 'submitted', ...by('developer'), auditId: 7, categories: [NOTES], subject: SUBJECT },
}
const PASSED: ReleaseEvent = {
  ...{ kind: 'machinePassed', ...by('machine'), verdict: 'pass', edition: 'e' },
}
const REJECTED: EventOf<'reviewerRejected'> = {
  ...{ kind: 'reviewerRejected', ...by('reviewer'), clauses: [CLAUSE], note: '见 <截图>\n第 2 页' },
  missingCategories: [NOTES],
}
const TO_FILE: ReleaseEvent = { kind: 'reviewerApproved', ...by('reviewer'), filing: [NOTES] }
const FILING: ReleaseEvent = {
  ...{ kind: 'filingStarted', ...by('machine'), region: 'CN-GD', categories: [NOTES] },
  ...{ policy: DEFAULT_CLOCK, promised: true },
}

function releaseAfter(...events: readonly ReleaseEvent[]): Release {
  return {
    id: 'r1',
    appid: 'wx1',
    appName: '园艺笔记',
    life: fold([CREATED, ...events]),
  } as Release
}

const inReview = releaseAfter(SUBMITTED, PASSED)

describe('a rejection', () => {
  const [notice, ...more] = toldBy(inReview, [REJECTED]).notices
  assert(notice)

  test('says to the developer what happened, where it stands, and since when', () => {
    assert.equal(more.length, 0)
    assert.deepEqual(
      [notice.audience, notice.region, notice.kind, notice.version, notice.auditId, notice.state],
      ['developer', null, 'rejected', '1.2.0', 7, 'rejected'],
    )
    assert.equal(notice.at, AT)
    assert.equal(notice.letter.what.zh, '版本审核未通过。')
    assert.equal(notice.letter.what.en, 'The version was rejected.')
  })

  test('says why, with the words of the clause and the note of the reviewer', () => {
    assert.deepEqual(notice.letter.why, {
      clauses: [{ id: CLAUSE, words: findClause(CLAUSE)?.words }],
      note: REJECTED.note,
    })
    assert.notEqual(findClause(CLAUSE), undefined)
  })

  test('says what to do: add the category, correct it, or appeal', () => {
    assert.match(notice.letter.todo.zh, /请补充类目：社交-笔记。.*申诉/)
    assert.match(notice.letter.todo.en, /Add the categories 社交-笔记\..*appeal/)
  })

  test('is pushed as weapp_audit_fail with note and clause as HTML, in Unix seconds', () => {
    const clause = `依据：${findClause(CLAUSE)?.words.zh}（${CLAUSE}）`
    const Reason = `见 &lt;截图&gt;<br>第 2 页<br>${clause}`
    assert.deepEqual(toldBy(inReview, [REJECTED]).pushes, [
      {
        event: 'weapp_audit_fail',
        at: AT,
        fields: { Reason, FailTime: AT / 1000, ScreenShot: '' },
      },
    ])
  })
})

test('a filing that starts is told to developer and region, by when, and pushed to nobody', () => {
  const { notices, pushes } = toldBy(inReview, [TO_FILE, FILING])
  assert.deepEqual(
    notices.map(({ audience, region, kind }) => [audience, region, kind]),
    [
      ['authority', 'CN-GD', 'caseOpened'],
      ['developer', null, 'filingStarted'],
    ],
  )
  for (const { letter } of notices) {
    assert.equal(letter.byAt, Date.UTC(2026, 2, 9, 16))
    assert.match(letter.byWhen?.zh ?? '', /^2026-03-09 24:00（北京时间）前$/)
  }
  assert.equal(notices[0]?.letter.why.note, '社交-笔记')
  assert.deepEqual(pushes, [])
})

test('a withdrawal is told to the authority that had the case, not to who withdrew', () => {
  const filing = releaseAfter(SUBMITTED, PASSED, TO_FILE, FILING)
  const { notices } = toldBy(filing, [{ kind: 'withdrawn', ...by('developer') }])
  assert.deepEqual(
    notices.map(({ region, kind }) => [region, kind]),
    [['CN-GD', 'caseWithdrawn']],
  )
})

test('an approval without filing, and a delay, are pushed with their own times', () => {
  const approved: ReleaseEvent = { kind: 'reviewerApproved', ...by('reviewer'), filing: [] }
  assert.deepEqual(toldBy(inReview, [approved]).pushes, [
    { event: 'weapp_audit_success', at: AT, fields: { SuccTime: AT / 1000 } },
  ])
  const delayed: ReleaseEvent = { kind: 'delayed', ...by('reviewer'), note: '排队中' }
  assert.deepEqual(toldBy(inReview, [delayed]).pushes, [
    { event: 'weapp_audit_delay', at: AT, fields: { Reason: '排队中', DelayTime: AT / 1000 } },
  ])
})

test('what the table refuses tells nobody', () => {
  const launched: ReleaseEvent = { kind: 'launched', ...by('developer') }
  assert.deepEqual(toldBy(inReview, [launched]), { notices: [], pushes: [] })
})
