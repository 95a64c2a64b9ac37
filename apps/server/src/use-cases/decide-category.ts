/**
 * An operator grants or rejects a category that an app asked for. The app's WeChat callback is told
 * (`wxa_category_audit`) in the same transaction.
 */

import { AppError } from '@fangxing/contract'
import type { CategoryDecision, CategoryRequest, PushDraft } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { numbersOf } from '../wechat/category-tree.ts'

const REJECTED = 2
const PASSED = 3

export async function decideCategory(
  ports: Ports,
  requestId: number,
  decision: CategoryDecision,
): Promise<CategoryRequest> {
  const now = ports.clock.now()
  const tell = (request: CategoryRequest) => toPush(request, now)
  const decided = await ports.storage.categoryRequests.decide(requestId, decision, now, tell)
  if (decided === null) throw new AppError('CATEGORY_REQUEST_NOT_FOUND', { requestId })
  return decided
}

function toPush({ category, status, reason }: CategoryRequest, at: number): PushDraft {
  const ret = status === 'passed' ? PASSED : REJECTED
  return { event: 'wxa_category_audit', at, fields: { ret, ...numbersOf(category), reason } }
}
