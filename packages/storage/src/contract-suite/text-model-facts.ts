/** Facts about editions of the text model. */

import assert from 'node:assert/strict'
import type { Facts } from './shelf.ts'
import { MONDAY } from './stories.ts'

const EDITION = { at: MONDAY, by: '周敏', note: null, restores: null }

export const textModelFacts: Facts = {
  async 'the newest edition judges, in every process, and no edition ever changes'(shelf) {
    const fresh = await shelf.fresh()
    const { textModels } = fresh.storage
    assert.deepEqual([await textModels.live(), await textModels.liveNumber()], [null, 0])
    // Numbers and the order of fields come back to the last digit: its name depends on them.
    const adjustment = { weights: 'AAAA', scale: 0.1 + 0.2, biases: [-1e-7], alpha: 1 }
    const first = await textModels.publish({ ...EDITION, adjustment })
    assert.equal(JSON.stringify(first.adjustment), JSON.stringify(adjustment))
    const second = await textModels.publish({ ...EDITION, adjustment: null, restores: 0 })
    assert.ok(second.number > first.number)
    const other = (await fresh.another()).textModels
    assert.deepEqual([await other.live(), await other.liveNumber()], [second, second.number])
    assert.deepEqual(await textModels.find(first.number), first)
    assert.equal(await textModels.find(second.number + 1), null)
    assert.deepEqual((await textModels.list()).items, [second, first])
    const page = await textModels.list({ limit: 1 })
    const rest = await textModels.list({ limit: 1, cursor: page.nextCursor ?? '' })
    assert.deepEqual([...page.items, ...rest.items], [second, first])
    await assert.rejects(fresh.sql('update fangxing.text_models set by = $1', ['x']))
    await assert.rejects(fresh.sql('delete from fangxing.text_models'))
  },
}
