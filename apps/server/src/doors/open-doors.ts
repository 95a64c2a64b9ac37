/**
 * More processes that answer requests on the port of a server: doors of one house.
 *
 * Each is a program of its own with the same database; the kernel shares the connections out. A door
 * that ends unasked is opened again, and the others go on. Workers, sweeps and deliveries stay with
 * the server. A door ends when the server does, however that ends.
 */

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../log.ts'
import type { ServerOptions } from '../server-options.ts'

/** What a door needs to know; it crosses a channel as JSON. */
export type DoorOrder = Omit<ServerOptions, 'log' | 'processes' | 'simulatedClock'>

export type DoorWord = { readonly kind: 'open' } | { readonly kind: 'log'; readonly line: string }

export interface Doors {
  /** Process ids of those that are open, for whoever watches them. */
  readonly pids: readonly number[]
  /** Each lets its running requests end. */
  close(): Promise<void>
}

const PROGRAM = new URL('./door-main.ts', import.meta.url)

/** A door that cannot open would be opened a thousand times a second. */
const OPEN_AGAIN_AFTER_MS = 1000

export async function openDoors(count: number, order: DoorOrder, log: Log): Promise<Doors> {
  const doors = new Set<ChildProcess>()
  let isClosing = false

  async function open(): Promise<void> {
    const door = fork(PROGRAM, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    doors.add(door)
    door.on('message', (word: DoorWord) => {
      if (word.kind === 'log') log(word.line)
    })
    door.once('exit', (code, signal) => {
      doors.delete(door)
      if (!isClosing) void openAgain(`ended with ${signal ?? code}`)
    })
    door.send(order)
    await Promise.race([untilOpen(door), once(door, 'exit')])
  }

  async function openAgain(because: string): Promise<void> {
    log(`error DOOR ${because}; opened again`)
    await pause(OPEN_AGAIN_AFTER_MS)
    if (!isClosing) await open()
  }

  await Promise.all(Array.from({ length: count }, open))
  return {
    get pids() {
      return [...doors].flatMap(({ pid }) => pid ?? [])
    },
    async close() {
      isClosing = true
      await Promise.all(
        [...doors].map(async (door) => {
          const gone = once(door, 'exit')
          door.disconnect()
          await gone
        }),
      )
    },
  }
}

function untilOpen(door: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    door.on('message', ({ kind }: DoorWord) => {
      if (kind === 'open') resolve()
    })
  })
}
