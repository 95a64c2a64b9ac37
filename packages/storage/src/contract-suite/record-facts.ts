/** Facts about the record: that it cannot be changed, and that a change shows. */

import assert from 'node:assert/strict'
import { verifyExport } from '../verify.ts'
import type { BrokenBecause } from '../verify.types.ts'
import type { Facts, Shelf } from './shelf.ts'
import { newRelease, PASSED, submission, submitted, WITHDRAWN } from './stories.ts'

/** As somebody with all rights and bad intent would. */
async function tamper(shelf: Shelf, statement: string): Promise<void> {
  await shelf.sql('alter table fangxing.release_events disable trigger user')
  await shelf.sql(statement)
  await shelf.sql('alter table fangxing.release_events enable trigger user')
}

const TAMPERINGS: readonly [what: string, statement: string, because: BrokenBecause][] = [
  [
    'another name in an event',
    `update fangxing.release_events
     set event = jsonb_set(event, '{actor,name}', '"somebody"') where seq = 1`,
    'altered',
  ],
  [
    'another time of an event',
    'update fangxing.release_events set event = event || \'{"at": 1}\' where seq = 2',
    'altered',
  ],
  ['an event taken out', 'delete from fangxing.release_events where seq = 1', 'unlinked'],
  ['the first event taken out', 'delete from fangxing.release_events where seq = 0', 'unlinked'],
  ['the end cut off', 'delete from fangxing.release_events where seq = 2', 'state'],
  ['another state in the row', "update fangxing.releases set state = 'launched'", 'state'],
]

const tamperingFacts: Facts = Object.fromEntries(
  TAMPERINGS.map(([what, statement, because]) => [
    `verifying names ${what}`,
    async (shelf: Shelf) => {
      const own = await shelf.fresh()
      const { id } = await submitted(own.storage, [PASSED])
      assert.equal((await own.storage.verifyChain()).firstBroken, null)
      await tamper(own, statement)
      const { firstBroken } = await own.storage.verifyChain()
      assert.equal(firstBroken?.releaseId, id)
      assert.equal(firstBroken?.because, because)
    },
  ]),
)

async function linesOf(shelf: Shelf): Promise<string[]> {
  return Array.fromAsync(shelf.storage.exportEvents())
}

export const recordFacts: Facts = {
  async 'the database refuses to change, remove or empty the record'({ storage, sql }) {
    await newRelease(storage)
    const refused = /append-only/
    await assert.rejects(sql("update fangxing.release_events set state = 'launched'"), refused)
    await assert.rejects(sql('delete from fangxing.release_events'), refused)
    await assert.rejects(sql('truncate fangxing.release_events cascade'), refused)
  },

  ...tamperingFacts,

  async 'an export verifies without the database, with the same digest'(shelf) {
    const own = await shelf.fresh()
    await submitted(own.storage, [PASSED])
    await newRelease(own.storage)
    const report = await own.storage.verifyChain()
    assert.deepEqual([report.releases, report.events], [2, 4])
    assert.deepEqual(await verifyExport(await linesOf(own)), report)
  },

  async 'verifying while others append finds nothing broken'(shelf) {
    const own = await shelf.fresh()
    const { id } = await submitted(own.storage)
    const appending = (async () => {
      for (let seq = 2; seq < 40; seq += 2) {
        const again = await submission(own.storage)
        await own.storage.releases.append(id, seq, [WITHDRAWN, again])
      }
      return 'done'
    })()
    const verifying = async () => (await own.storage.verifyChain()).firstBroken
    for (let state = ''; state !== 'done'; ) {
      assert.equal(await verifying(), null)
      state = await Promise.race([appending, Promise.resolve('going on')])
    }
  },

  async 'an altered export names its line'(shelf) {
    const own = await shelf.fresh()
    const { id } = await submitted(own.storage, [PASSED])
    const lines = await linesOf(own)
    const altered = lines.with(1, (lines[1] ?? '').replace('CN-GD', 'CN-BJ'))
    const broken = { releaseId: id, seq: 1, because: 'altered' }
    assert.deepEqual((await verifyExport(altered)).firstBroken, broken)
    assert.equal((await verifyExport(lines.toSpliced(1, 1))).firstBroken?.because, 'unlinked')
    assert.equal((await verifyExport(['{"seq":'])).firstBroken?.because, 'unreadable')
    assert.equal((await verifyExport(['null'])).firstBroken?.because, 'unreadable')
  },

  async 'an export that was cut off has another digest'(shelf) {
    const own = await shelf.fresh()
    await submitted(own.storage, [PASSED])
    const { digest } = await own.storage.verifyChain()
    const cut = await verifyExport((await linesOf(own)).slice(0, -1))
    assert.equal(cut.firstBroken, null)
    assert.notEqual(cut.digest, digest)
  },
}
