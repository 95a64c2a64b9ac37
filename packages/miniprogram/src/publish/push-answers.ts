/**
 * What the package does with the pushed answer of an asynchronous check.
 *
 * Each cloud function that names the event is followed twice, with the event of an answer that passes
 * and of one that does not; what it then does to the database is kept. Followed only when asked for.
 *
 * Source: developers.weixin.qq.com, mediaCheckAsync, the event `wxa_media_check`
 */

import type { Program } from '../package/program.ts'
import { callFunction } from '../run/call.ts'
import type { Frame } from '../run/frame.ts'
import { Exhausted, type ListRead, type Written } from '../run/machine.ts'
import { runModule } from '../run/modules.ts'
import { readProperty } from '../run/property.ts'
import { openScope } from '../run/scope.ts'
import { constant, list as listOf, object, UNDEFINED, UNKNOWN, type Value } from '../run/value.ts'
import { createMachine } from './create-machine.ts'
import type { EntryList } from './entry-list.ts'
import { runFresh } from './run-handler.ts'
import { runPage } from './run-page.ts'

export interface PushAnswers {
  /** Some code of the package receives them. */
  readonly isReceived: boolean
  readonly onPass: readonly Written[]
  readonly onRisky: readonly Written[]
  /** Lists that some page asks for. */
  readonly reads: readonly ListRead[]
  /** Words in conditions of templates: what is hidden there. */
  readonly shownBy: string
}

export function openPushAnswers(program: Program, list: EntryList): () => PushAnswers {
  let known: PushAnswers | undefined
  return () => {
    known ??= findPushAnswers(program, list)
    return known
  }
}

function findPushAnswers(program: Program, list: EntryList): PushAnswers {
  const receivers = findReceivers(program)
  const effects = (suggest: string) =>
    receivers.flatMap((path) => effectsOf(program, list, path, suggest))
  const world = { riskyEntry: undefined, checksFail: false }
  return {
    isReceived: receivers.length > 0,
    onPass: effects('pass'),
    onRisky: effects('risky'),
    reads: program.pages.flatMap((page) => runPage(program, page, world, list).reads),
    shownBy: program.pages.flatMap(conditionsOf).join(' '),
  }
}

function conditionsOf({ units }: Program['pages'][number]): readonly string[] {
  return units
    .flatMap(({ templates }) => templates.flatMap(({ elements }) => elements))
    .flatMap(({ attributes }) =>
      Object.entries(attributes).flatMap(([name, value]) =>
        /(^|:)(if|elif|show|hidden|v-if|v-show|s-if)$/.test(name) || name.startsWith('v-')
          ? [value]
          : [],
      ),
    )
}

/** Cloud functions that name the event under which the platform pushes answers. */
function findReceivers({ tree, root }: Program): readonly string[] {
  return tree
    .paths()
    .filter((path) => path.startsWith(`${root.cloudFolder}/`) && /\.[jt]s$/.test(path))
    .filter((path) => !path.includes('node_modules/'))
    .filter((path) => tree.read(path)?.text.includes('wxa_media_check'))
}

function effectsOf(
  program: Program,
  list: EntryList,
  path: string,
  suggest: string,
): readonly Written[] {
  const machine = createMachine(program, '', { riskyEntry: undefined, checksFail: false }, list)
  const frame: Frame = { scope: openScope(), self: UNDEFINED, file: path, pending: undefined }
  try {
    const main = readProperty(runModule(machine, path), 'main')
    for (const one of main.things) {
      if (one.kind !== 'function') continue
      const given = [eventOf(suggest), UNKNOWN]
      runFresh(machine, () => void callFunction(machine, frame, one, UNDEFINED, given))
    }
  } catch (error) {
    if (!(error instanceof Exhausted || error instanceof RangeError)) throw error
  }
  return machine.writes
}

/** The event as pushed: what does not depend on the answer is not known. */
function eventOf(suggest: string): Value {
  const isRisky = suggest !== 'pass'
  const verdict: readonly (readonly [string, Value])[] = [
    ['suggest', constant(suggest)],
    ['label', constant(isRisky ? 20002 : 100)],
  ]
  const detail = object([
    ...verdict,
    ['strategy', constant('content_model')],
    ['errcode', constant(0)],
  ])
  return object(
    [
      ['MsgType', constant('event')],
      ['Event', constant('wxa_media_check')],
      ['trace_id', constant('trace')],
      ['errcode', constant(0)],
      ['errmsg', constant('ok')],
      ['version', constant(2)],
      ['result', object(verdict)],
      ['detail', listOf([detail])],
    ],
    UNKNOWN,
  )
}
