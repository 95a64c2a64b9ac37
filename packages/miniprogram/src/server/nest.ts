/**
 * Controllers of Nest: classes whose decorators say which request reaches which method.
 *
 * A class is made with what its constructor asks for by type: other classes of the package are made the
 * same way, anything else is known by its name alone.
 */

import type { Class, Decorator, Node } from 'oxc-parser'
import { callFunction } from '../run/call.ts'
import { construct } from '../run/classes.ts'
import type { Frame } from '../run/frame.ts'
import type { Machine } from '../run/machine.ts'
import { readProperty, writeProperty } from '../run/property.ts'
import { lookUp, openScope } from '../run/scope.ts'
import { type FunctionThing, native, UNDEFINED, UNKNOWN, type Value } from '../run/value.ts'
import { nameOfKey } from '../script/name-of-key.ts'
import { type Router, serversOf } from './routes.ts'

/** Services that need each other would be made for ever. */
const MAX_DEPTH = 5

export function loadNest(machine: Machine, path: string, exports: Value): void {
  const scope = machine.scopes.get(path)
  const classes = new Set([
    ...(scope?.names.values() ?? []),
    ...exports.things.flatMap((one) => (one.kind === 'object' ? [...one.properties.values()] : [])),
  ])
  const done = new Set<object>()
  for (const value of classes) {
    for (const one of value.things) {
      if (one.kind !== 'function' || !one.definition || done.has(one.definition.node)) continue
      done.add(one.definition.node)
      addController(machine, one, one.definition.node)
    }
  }
}

function addController(machine: Machine, made: FunctionThing, node: Class): void {
  const controller = node.decorators.map(callOf).find((one) => one?.name === 'Controller')
  if (!controller) return
  const router: Router = { style: 'express', steps: [], prefix: '' }
  serversOf(machine).all.push(router)
  for (const member of node.body.body) {
    if (member.type !== 'MethodDefinition') continue
    for (const decorator of member.decorators) {
      const route = callOf(decorator)
      if (!route || !/^(Get|Post|Put|Patch|Delete|All)$/.test(route.name)) continue
      const path = `/${controller.text}/${route.text}`.replaceAll(/\/+/g, '/')
      const handler = handlerOf(machine, made, nameOfKey(member.key), member.value.params)
      router.steps.push({
        path,
        method: route.name.toLowerCase(),
        handlers: [handler],
        mounted: undefined,
        isPrefix: false,
      })
    }
  }
}

/** Takes request and answer as Express hands them out, and gives the method what it asks for. */
function handlerOf(
  machine: Machine,
  made: FunctionThing,
  name: string,
  params: readonly Node[],
): Value {
  return native(name, ([request = UNKNOWN, answer = UNKNOWN]) => {
    const self = makeInstance(machine, made, 0)
    const method = readProperty(self, name).things.find((one) => one.kind === 'function')
    if (method === undefined) return UNKNOWN
    const args = params.map((param) => argumentOf(param, request))
    const given = callFunction(machine, frameIn(made), method, self, args)
    const send = readProperty(answer, 'send').things[0]
    if (send?.kind === 'native') send.act?.([UNKNOWN])
    return given
  })
}

function argumentOf(param: Node, request: Value): Value {
  const decorators = 'decorators' in param ? param.decorators : []
  for (const decorator of decorators ?? []) {
    const asked = callOf(decorator)
    const part = asked && PARTS[asked.name]
    if (asked === undefined || part === undefined) continue
    const whole = readProperty(request, part)
    return asked.text === '' ? whole : readProperty(whole, asked.text)
  }
  return UNKNOWN
}

const PARTS: Readonly<Record<string, string>> = {
  Body: 'body',
  Query: 'query',
  Param: 'params',
  UploadedFile: 'file',
  UploadedFiles: 'files',
  Headers: 'headers',
}

function makeInstance(machine: Machine, made: FunctionThing, depth: number): Value {
  const frame = frameIn(made)
  const self = construct(machine, frame, made, [])
  const maker = made.definition?.node.body.body.find(
    (member) => member.type === 'MethodDefinition' && member.kind === 'constructor',
  )
  if (maker?.type !== 'MethodDefinition') return self
  for (const param of maker.value.params) {
    if (param.type !== 'TSParameterProperty' || param.parameter.type !== 'Identifier') continue
    const type = typeName(param.parameter)
    const injected = type === undefined ? UNKNOWN : inject(machine, made, type, depth)
    const owner = self.things[0]
    if (owner?.kind === 'object') owner.properties.set(param.parameter.name, injected)
    else writeProperty(self, param.parameter.name, injected, false)
  }
  return self
}

function inject(machine: Machine, made: FunctionThing, type: string, depth: number): Value {
  const value = lookUp(made.scope, type)
  const own = value?.things.find((one) => one.kind === 'function' && one.definition)
  if (own?.kind === 'function' && depth < MAX_DEPTH) return makeInstance(machine, own, depth + 1)
  const library = value?.things.find((one) => one.kind === 'native')
  return library?.kind === 'native' ? native(`${library.name}()`) : UNKNOWN
}

function typeName(param: Node): string | undefined {
  const annotation = 'typeAnnotation' in param ? param.typeAnnotation : undefined
  const type = annotation && 'typeAnnotation' in annotation ? annotation.typeAnnotation : undefined
  return type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier'
    ? type.typeName.name
    : undefined
}

interface DecoratorCall {
  readonly name: string
  /** Its first argument when that is a text. */
  readonly text: string
}

function callOf({ expression }: Decorator): DecoratorCall | undefined {
  if (expression.type !== 'CallExpression' || expression.callee.type !== 'Identifier')
    return undefined
  const [first] = expression.arguments
  const text = first?.type === 'Literal' && typeof first.value === 'string' ? first.value : ''
  return { name: expression.callee.name, text }
}

function frameIn(made: FunctionThing): Frame {
  return { scope: openScope(made.scope), self: UNDEFINED, file: made.file, pending: undefined }
}
