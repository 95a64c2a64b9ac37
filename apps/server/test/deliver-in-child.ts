/** Sends one delivery in a process of its own, for a test that kills it: url of the database, time. */

import { openStorage } from '@fangxing/storage'
import { setClock } from '../src/clock.ts'
import { deliverOne } from '../src/delivery/deliver.ts'
import { openOutside } from '../src/delivery/open-outside.ts'

const [, , url = '', now = ''] = process.argv
const storage = await openStorage({ url })
const outside = openOutside({ allowedNetworks: ['127.0.0.1'] })
const wallClock = setClock(Number(now))
await deliverOne({ storage, wallClock, outside, log: () => {} })
await storage.close()
