/**
 * The queries behind `Deliveries`.
 *
 * A delivery is leased by one statement that passes over locked rows, and one index lets a lane have
 * a single lease: whoever loses a race looks again. The token of a lease is needed to settle it, so
 * a worker that came back from the dead writes nothing.
 */

import { AppError } from '@fangxing/contract'
import { type Db, refusedBy } from '../connection.ts'
import { pageOf, windowOf } from '../cursor.ts'
import { toJson } from '../stored-text.ts'
import { claimDue } from './claim-due.ts'
import { toDelivery } from './delivery-rows.ts'
import type {
  Attempt,
  ClaimedDelivery,
  Deliveries,
  Delivery,
  DeliveryDraft,
  Settlement,
} from './outbox.types.ts'
