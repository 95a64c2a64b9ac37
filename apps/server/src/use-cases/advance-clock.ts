/** Moves the simulated clock, keeps how far across restarts, and does at once what fell due. */

import { AppError } from '@fangxing/contract'
import type { Ports } from '../ports.ts'
import { sweepDue } from './sweep-due.ts'

export const CLOCK_OFFSET = 'simulatedClockOffsetMs'

export async function advanceClock(ports: Ports, byMs: number): Promise<void> {
  if (ports.simulatedClock === null) throw new AppError('CLOCK_NOT_SIMULATED')
  ports.simulatedClock.advance(byMs)
  await ports.storage.settings.set(CLOCK_OFFSET, ports.simulatedClock.offsetMs)
  await sweepDue(ports)
}
