/** The program of a door: takes its order, opens, and closes when the server lets go of it. */

import { startDoor } from '../start-server.ts'
import type { DoorOrder, DoorWord } from './open-doors.ts'

const say = (word: DoorWord) => {
  if (process.connected) process.send?.(word)
}

// Ctrl+C reaches the whole group, and service managers tell all of it: the server says when its doors close.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
process.once('message', async (order: DoorOrder) => {
  const door = await startDoor({ ...order, log: (line) => say({ kind: 'log', line }) })
  process.once('disconnect', () => door.close().finally(() => process.exit()))
  if (process.connected) say({ kind: 'open' })
  else process.exit()
})
