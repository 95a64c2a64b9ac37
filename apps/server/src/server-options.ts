/** What a server is started with. */

import type { DeliveryOptions } from './delivery/open-outside.ts'
import type { Log } from './log.ts'
import type { AuditSettings } from './materials/audit-settings.ts'
import type { MediaSettings } from './media-checks/media-settings.ts'
import type { OpinionModel } from './opinions/index.ts'

export interface ServerOptions {
  /** Holds the embedded PostgreSQL. Not touched when `databaseUrl` is given. */
  readonly dataDirectory: string
  readonly databaseUrl?: string | undefined
  /** 0: any free one. */
  readonly port: number
  readonly host: '127.0.0.1'
  /** A clock that operators can move, for rehearsals only. */
  readonly simulatedClock: boolean
  readonly consoleDirectory?: string | undefined
  /** That answer requests, this one included; one when absent. More than one needs Linux. */
  readonly processes?: number | undefined
  /** Only the public internet and no mail when absent. */
  readonly delivery?: DeliveryOptions | undefined
  /** All that this machine can see by itself, and no speech, when absent. */
  readonly media?: MediaSettings | undefined
  /** One material at once when absent. */
  readonly audits?: AuditSettings | undefined
  /** Nobody is asked what texts mean when absent or null. */
  readonly opinions?: OpinionModel | null | undefined
  readonly log: Log
}
