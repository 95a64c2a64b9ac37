/**
 * A server of sockets in the package (`ws`): a message that the client sends is followed into it.
 *
 * What the server sends to all who are connected is public. What it sends back over the socket it got a
 * message from goes to nobody else for sure, and cannot be told. Followed only when the package holds
 * one such server.
 */

import { callBack, callValue } from '../run/call.ts'
import { type Frame, NeverSettled, Thrown } from '../run/frame.ts'
import { inDoubt, type Machine } from '../run/machine.ts'
import { recordSink } from '../run/sinks.ts'
import { native, type ObjectThing, thing, UNDEFINED, UNKNOWN, type Value } from '../run/value.ts'
import { loadServers } from './load-servers.ts'

const MAKES = /^npm:ws(?:\.(?:Server|WebSocketServer))?$/

/** Handlers of connections, one list for each server. */
const servers = new WeakMap<Machine, Value[][]>()

function serversOf(machine: Machine): Value[][] {
  const known = servers.get(machine) ?? []
  servers.set(machine, known)
  return known
}

/** The server that the call makes; nothing when the name is none of the library's. */
export function callSockets(machine: Machine, frame: Frame, name: string): Value | undefined {
  if (!MAKES.test(name)) return undefined
  const connections: Value[] = []
  serversOf(machine).push(connections)
  const on = ([event, handler]: readonly Value[]) => {
    if (handler && event?.constants.includes('connection')) connections.push(handler)
    return UNDEFINED
  }
  const broadcast = (given: readonly Value[]) => {
    recordSink(machine, 'database', 'everyone connected', given)
    return UNDEFINED
  }
  const peer = members([['send', native('send', broadcast)]])
  const each = ([handler = UNDEFINED]: readonly Value[]) => {
    inDoubt(machine, () => follow(machine, frame, handler, [peer, peer, UNKNOWN]))
    return UNDEFINED
  }
  const clients = members([['forEach', native('forEach', each)]])
  return members([
    ['on', native('on', on)],
    ['clients', clients],
  ])
}

/** True when the message was followed to the handlers of the one server. */
export function followMessage(machine: Machine, frame: Frame, content: Value): boolean {
  if (!loadServers(machine)) return false
  const [connections, ...others] = serversOf(machine)
  if (connections === undefined || others.length > 0) return false
  const handlers: Value[] = []
  const on = ([event, handler]: readonly Value[]) => {
    if (handler && event?.constants.includes('message')) handlers.push(handler)
    return UNDEFINED
  }
  const back = (given: readonly Value[]) => {
    recordSink(machine, 'library', 'ws', given)
    callBack(machine, frame, given, [UNKNOWN])
    return UNDEFINED
  }
  const socket = members([
    ['on', native('on', on)],
    ['send', native('send', back)],
  ])
  for (const connection of connections) follow(machine, frame, connection, [socket, UNKNOWN])
  for (const handler of handlers) follow(machine, frame, handler, [content, UNKNOWN])
  return handlers.length > 0
}

function members(properties: readonly (readonly [string, Value])[]): Value {
  const owner: ObjectThing = {
    kind: 'object',
    properties: new Map(properties),
    rest: undefined,
    isList: false,
    isInstance: true,
  }
  return thing(owner)
}

function follow(machine: Machine, frame: Frame, called: Value, args: readonly Value[]): void {
  if (!called.things.some(({ kind }) => kind === 'function')) return
  try {
    callValue(machine, frame, called, UNDEFINED, args)
  } catch (error) {
    if (!(error instanceof Thrown || error instanceof NeverSettled)) throw error
  }
}
