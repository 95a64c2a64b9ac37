/** One event on one release, stamped with the clock of releases: what most steps are. */

import type { EventKind, EventOf } from '@fangxing/release'
import type { Alongside, Release } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { cause, causeAnew, getRelease } from './cause.ts'

type Unstamped<Kind extends EventKind> = Kind extends Kind ? Omit<EventOf<Kind>, 'at'> : never

/** An event that has not happened yet: all of it but its time. */
export type Happening = Unstamped<EventKind>

/** For a decision: whoever decided on what has changed meanwhile must look again. */
export async function causeOne(
  ports: Ports,
  releaseId: string,
  happening: Happening,
  alongside: Alongside = {},
): Promise<Release> {
  const event = { ...happening, at: ports.clock.now() } as EventOf<EventKind>
  return cause(ports, await getRelease(ports, releaseId), [event], alongside)
}

/** For a step that means the same whatever happened a moment before. */
export function causeOneAnew(
  ports: Ports,
  releaseId: string,
  happening: Happening,
): Promise<Release> {
  return causeAnew(() => causeOne(ports, releaseId, happening))
}

/** The optional remark of an event, absent when nothing was said. */
export function remarkOf(note: string | undefined): { readonly note?: string } {
  return note === undefined || note === '' ? {} : { note }
}
