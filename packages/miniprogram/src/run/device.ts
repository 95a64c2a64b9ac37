/**
 * What the platform's own API does with content on the device and over the network.
 *
 * Choosing a file brings content in; requests, uploads and sockets carry it away; reading, storing
 * and showing it on the device do neither. Any other name is harmless and answers the unknown.
 */

import { followRequest, pathOf } from '../server/follow-request.ts'
import { hintAbout } from '../server/foreign-servers.ts'
import { followMessage } from '../server/sockets.ts'
import { answerOptions } from './answer.ts'
import { callBack } from './call.ts'
import { answerStorage } from './device-storage.ts'
import type { Frame } from './frame.ts'
import { later, type Machine } from './machine.ts'
import { readProperty } from './property.ts'
import { currentPlace, recordSink } from './sinks.ts'
import {
  contentOf,
  join,
  list,
  loaded,
  mixed,
  native,
  object,
  UNDEFINED,
  UNKNOWN,
  type Value,
} from './value.ts'

/** Calls that answer at once, or with an object to call further. */
const IMMEDIATE =
  /Sync$|^(get.*(Manager|Context)|create[A-Z].*|getSystemInfoSync|getAccountInfoSync|getMenuButton.*|connectSocket)$/

const FILE_RESULT =
  /^(compressImage|cropImage|editImage|getImageInfo|compressVideo|saveFile|openVideoEditor)$/

export function answerDevice(
  machine: Machine,
  frame: Frame,
  name: string,
  args: readonly Value[],
): Value {
  const [options = UNDEFINED] = args
  const chosen = answerChooser(machine, name, options)
  if (chosen) return answerOptions(machine, frame, options, { value: chosen })
  const sent =
    answerSender(machine, frame, name, options, args) ?? answerStorage(machine, frame, name, args)
  if (sent) return sent

  if (/(^|\.)readFile(Sync)?$/.test(name)) {
    const content = loaded(name.endsWith('Sync') ? mixed(args) : readProperty(options, 'filePath'))
    if (name.endsWith('Sync')) return content
    return answerOptions(machine, frame, options, { value: object([['data', content]]) })
  }
  if (FILE_RESULT.test(name))
    return answerOptions(machine, frame, options, { value: fileResult(options) })
  if (/RecorderManager\(\)\.onStop$/.test(name)) return answerRecorder(machine, frame, args)
  if (/\.getContents$/.test(name)) return answerEditor(machine, frame, options)
  if (name === 'arrayBufferToBase64' || name === 'base64ToArrayBuffer') return mixed(args)
  return answerRest(machine, frame, name, options, args)
}

function answerRest(
  machine: Machine,
  frame: Frame,
  name: string,
  options: Value,
  args: readonly Value[],
): Value {
  if (name === 'nextTick') {
    callBack(machine, frame, args, [])
    return UNKNOWN
  }
  const last = name.slice(name.lastIndexOf('.') + 1)
  if (last === 'getRecorderManager' && machine.recorders.length === 0) {
    machine.recorders = machine.entryAt(currentPlace(machine), last, UNKNOWN)
  }
  if (IMMEDIATE.test(last)) return last.endsWith('Sync') ? UNKNOWN : native(`wx.${name}()`)
  if (name.includes('()') && /^on[A-Z]/.test(last)) {
    callBack(machine, frame, args, [UNKNOWN])
    return UNKNOWN
  }
  if (name.includes('()')) callBack(machine, frame, args, [UNKNOWN])
  return answerOptions(machine, frame, options, { value: UNKNOWN })
}

/** Calls that let the user pick, record or take something. */
function answerChooser(machine: Machine, name: string, options: Value): Value | undefined {
  const content = (isPath = true) =>
    contentOf(machine.entryAt(currentPlace(machine), name, options), isPath)
  switch (name) {
    case 'chooseImage': {
      const path = content()
      return object([
        ['tempFilePaths', list([], path)],
        ['tempFiles', list([], file(path))],
      ])
    }
    case 'chooseMedia':
    case 'chooseMessageFile':
      return object([
        ['tempFiles', list([], file(content()))],
        ['type', UNKNOWN],
      ])
    case 'chooseVideo':
    case 'startRecord':
    case 'stopRecord':
      return file(content())
    default:
      return /CameraContext\(\)\.(takePhoto|stopRecord)$/.test(name) ? file(content()) : undefined
  }
}

/** One chosen file: every property that names where it lies. */
function file(path: Value): Value {
  const names = ['path', 'tempFilePath', 'thumbTempFilePath', 'tempImagePath', 'tempVideoPath']
  return object(
    names.map((name) => [name, path] as const),
    UNKNOWN,
  )
}

function fileResult(options: Value): Value {
  const source = ['src', 'filePath', 'tempFilePath'].map((name) => readProperty(options, name))
  const path = source.reduce((all, one) => join(all, one), UNKNOWN)
  return object(
    [
      ['tempFilePath', path],
      ['path', path],
      ['savedFilePath', path],
    ],
    UNKNOWN,
  )
}

/** Calls that send; what comes back from an upload stands for what was uploaded. */
function answerSender(
  machine: Machine,
  frame: Frame,
  name: string,
  options: Value,
  args: readonly Value[],
): Value | undefined {
  if (name === 'request' || name === 'uploadFile') {
    const followed = followRequest(machine, frame, options, name)
    if (followed) return followed
  }
  if (name === 'request') {
    leaveFor(machine, readProperty(options, 'url'), args)
    const answer = object(
      [
        ['data', UNKNOWN],
        ['statusCode', UNKNOWN],
        ['header', UNKNOWN],
      ],
      UNKNOWN,
    )
    return answerOptions(machine, frame, options, { value: answer })
  }
  if (name === 'uploadFile') {
    leaveFor(machine, readProperty(options, 'url'), args)
    const answer = object(
      [
        ['data', loaded(mixed(args))],
        ['statusCode', UNKNOWN],
      ],
      UNKNOWN,
    )
    return answerOptions(machine, frame, options, { value: answer })
  }
  if (name === 'sendSocketMessage' || /connectSocket\(\)\.send$/.test(name)) {
    const content = readProperty(options, 'data')
    if (!followMessage(machine, frame, content)) recordSink(machine, 'host', 'websocket', args)
    return answerOptions(machine, frame, options, { value: UNKNOWN })
  }
  return undefined
}

function leaveFor(machine: Machine, address: Value, args: readonly Value[]): void {
  const before = machine.sinks.length
  recordSink(machine, 'host', hostOf(address), args)
  const sink = machine.sinks[before]
  const hint = sink && hintAbout(machine.program, pathOf(address))
  if (sink && hint) machine.sinks[before] = { ...sink, hint }
}

/** The host of the address if it is known; else how the address begins. */
export function hostOf(address: Value): string {
  const texts = [...address.constants, ...address.partials].map(String)
  for (const text of texts) {
    const host = /^[a-z]+:\/\/([^/…:?]+)/i.exec(text)?.[1]
    if (host) return host
  }
  return ''
}

function answerRecorder(machine: Machine, frame: Frame, args: readonly Value[]): Value {
  const recorded = file(contentOf(machine.recorders, true))
  const [called] = args
  if (called) later(machine, () => callBack(machine, frame, [called], [recorded]))
  return UNKNOWN
}

export function answerEditor(machine: Machine, frame: Frame, options: Value): Value {
  const content = contentOf(machine.entryAt(currentPlace(machine), 'editor', UNKNOWN))
  const names = ['html', 'text', 'delta']
  return answerOptions(machine, frame, options, {
    value: object(names.map((name) => [name, content])),
  })
}
