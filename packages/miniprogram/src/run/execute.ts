/**
 * Follows statements: in order, both branches of what is not known, loops twice.
 *
 * A loop's body may not run at all, so what it writes is added to what was there.
 */

import type {
  BlockStatement,
  Expression,
  ForInStatement,
  ForOfStatement,
  Statement,
  SwitchStatement,
  TryStatement,
  VariableDeclaration,
} from 'oxc-parser'
import { bindPattern } from './bind.ts'
import { createClass } from './classes.ts'
import { evaluate } from './evaluate.ts'
import {
  afterwards,
  type Completion,
  ENDS,
  either,
  FALLS,
  type Frame,
  JUMPS,
  NeverSettled,
  Thrown,
} from './frame.ts'
import { countStep, inDoubt, later, type Machine } from './machine.ts'
import { declareExport } from './modules.ts'
import { applyOperator } from './operators.ts'
import { readProperty } from './property.ts'
import { declare, openScope } from './scope.ts'
import { truthIn } from './truth.ts'
import { isFilledList, join, thing, truthOf, UNDEFINED, UNKNOWN, type Value } from './value.ts'

export function executeAll(
  machine: Machine,
  frame: Frame,
  statements: readonly Statement[],
): Completion {
  hoistFunctions(frame, statements)
  let completion = FALLS
  for (const statement of statements) {
    completion = afterwards(completion, execute(machine, frame, statement))
    if (!completion.falls) break
  }
  return completion
}

/** Follows one statement; a sure throw inside becomes its completion. */
export function execute(machine: Machine, frame: Frame, node: Statement): Completion {
  countStep(machine)
  try {
    return executeUnsafely(machine, frame, node)
  } catch (error) {
    if (error instanceof Thrown) return { ...ENDS, thrown: error.reason }
    if (error instanceof NeverSettled) return ENDS
    throw error
  }
}

function executeUnsafely(machine: Machine, frame: Frame, node: Statement): Completion {
  switch (node.type) {
    case 'ExpressionStatement':
      executeExpression(machine, frame, node.expression)
      return FALLS
    case 'VariableDeclaration':
      declareVariables(machine, frame, node)
      return FALLS
    case 'ReturnStatement': {
      const returned = node.argument ? evaluate(machine, frame, node.argument) : UNDEFINED
      return { ...ENDS, returned }
    }
    case 'IfStatement':
      return executeBranches(
        machine,
        frame,
        evaluate(machine, frame, node.test),
        node.consequent,
        node.alternate,
      )
    case 'BlockStatement':
      return executeBlock(machine, frame, node)
    case 'ThrowStatement':
      return { ...ENDS, thrown: evaluate(machine, frame, node.argument) }
    case 'TryStatement':
      return executeTry(machine, frame, node)
    case 'SwitchStatement':
      return executeSwitch(machine, frame, node)
    case 'BreakStatement':
    case 'ContinueStatement':
      return JUMPS
    case 'LabeledStatement':
      return { ...execute(machine, frame, node.body), falls: true }
    case 'ClassDeclaration':
      if (node.id) declare(frame.scope, node.id.name, createClass(machine, frame, node))
      return FALLS
    default:
      return executeLoopOrExport(machine, frame, node)
  }
}

function executeLoopOrExport(machine: Machine, frame: Frame, node: Statement): Completion {
  switch (node.type) {
    case 'ForStatement': {
      const inner = within(frame)
      if (node.init?.type === 'VariableDeclaration') declareVariables(machine, inner, node.init)
      else if (node.init) evaluate(machine, inner, node.init)
      return executeLoop(machine, inner, node.test, node.body, node.update)
    }
    case 'WhileStatement':
      return executeLoop(machine, within(frame), node.test, node.body, null)
    case 'DoWhileStatement':
      return executeLoop(machine, within(frame), null, node.body, node.test)
    case 'ForOfStatement':
    case 'ForInStatement':
      return executeEach(machine, within(frame), node)
    default:
      declareExport(machine, frame, node)
      return FALLS
  }
}

/** What nobody waits for, a chain of reactions or an asynchronous call, runs after what follows. */
function executeExpression(machine: Machine, frame: Frame, expression: Expression): void {
  if (expression.type !== 'CallExpression') {
    evaluate(machine, frame, expression)
    return
  }
  const { callee } = expression
  const isReaction =
    callee.type === 'MemberExpression' &&
    !callee.computed &&
    /^(then|catch|finally)$/.test(callee.property.name)
  if (isReaction) later(machine, () => executeApart(machine, frame, expression))
  else {
    machine.isDetached = true
    evaluate(machine, frame, expression)
  }
}

function executeApart(machine: Machine, frame: Frame, expression: Expression): void {
  try {
    evaluate(machine, frame, expression)
  } catch (error) {
    if (!(error instanceof Thrown || error instanceof NeverSettled)) throw error
  }
}

export function declareVariables(machine: Machine, frame: Frame, node: VariableDeclaration): void {
  for (const { id, init } of node.declarations) {
    const value = init ? evaluate(machine, frame, init) : UNDEFINED
    const isRepeated = node.kind === 'var' && machine.doubt > 0
    bindPattern(machine, frame, id, value, (name, part) => {
      const before = isRepeated ? frame.scope.names.get(name) : undefined
      declare(frame.scope, name, join(part, before))
    })
  }
}

function executeBranches(
  machine: Machine,
  frame: Frame,
  test: Value,
  consequent: Statement,
  alternate: Statement | null,
): Completion {
  const truth = truthIn(machine, test)
  const otherwise = () => (alternate ? execute(machine, frame, alternate) : FALLS)
  if (truth !== undefined) return truth ? execute(machine, frame, consequent) : otherwise()

  const before = machine.checked
  const yes = inDoubt(machine, () => execute(machine, frame, consequent))
  const afterYes = machine.checked
  machine.checked = before
  const no = inDoubt(machine, otherwise)
  machine.checked = new Set([...machine.checked, ...afterYes])
  return either(yes, no)
}

function executeBlock(machine: Machine, frame: Frame, node: BlockStatement): Completion {
  const inner = within(frame)
  const completion = executeAll(machine, inner, node.body)
  if (inner.pending) frame.pending = join(inner.pending, frame.pending)
  return completion
}

/** Block scope; what may be thrown inside is handed on by the caller. */
function within(frame: Frame): Frame {
  const inner: Frame = {
    self: frame.self,
    file: frame.file,
    scope: openScope(frame.scope),
    get pending() {
      return frame.pending
    },
    set pending(value) {
      frame.pending = value
    },
  }
  return inner
}

function executeTry(machine: Machine, frame: Frame, node: TryStatement): Completion {
  const outer = frame.pending
  frame.pending = undefined
  let completion = execute(machine, frame, node.block)
  const reason = completion.thrown ? join(completion.thrown, frame.pending) : frame.pending
  const isSure = !completion.falls && completion.returned === undefined && !completion.jumps
  frame.pending = outer

  if (node.handler && reason !== undefined) {
    const { param, body } = node.handler
    const inner = within(frame)
    if (param)
      bindPattern(machine, inner, param, reason, (name, value) => declare(inner.scope, name, value))
    const handled = isSure
      ? execute(machine, inner, body)
      : inDoubt(machine, () => execute(machine, inner, body))
    completion = either({ ...completion, thrown: undefined }, handled)
  } else if (reason !== undefined && completion.falls) frame.pending = join(reason, frame.pending)

  if (!node.finalizer) return completion
  const last = execute(machine, frame, node.finalizer)
  return last.falls ? completion : last
}

function executeSwitch(machine: Machine, frame: Frame, node: SwitchStatement): Completion {
  const subject = evaluate(machine, frame, node.discriminant)
  const inner = within(frame)
  let completion: Completion = ENDS
  let mayEnter = true
  let flows = false
  for (const { test, consequent } of node.cases) {
    const matches = test
      ? truthOf(applyOperator('===', subject, evaluate(machine, inner, test)))
      : undefined
    if (!(mayEnter && matches !== false) && !flows) continue
    const isSure: boolean = matches === true && !flows
    const body = () => executeAll(machine, inner, consequent)
    const ended: Completion = isSure ? body() : inDoubt(machine, body)
    completion = either(completion, { ...ended, falls: ended.jumps, jumps: false })
    flows = ended.falls
    if (isSure) mayEnter = false
    if (isSure && !flows) return completion
  }
  const hasDefault = node.cases.some(({ test }) => test === null)
  return { ...completion, falls: completion.falls || flows || (mayEnter && !hasDefault) }
}

function executeLoop(
  machine: Machine,
  frame: Frame,
  test: Expression | null,
  body: Statement,
  update: Expression | null,
): Completion {
  if (test && truthOf(evaluate(machine, frame, test)) === false) return FALLS
  return repeat(machine, test !== null && countsContent(machine, frame, test), () => {
    const ended = execute(machine, frame, body)
    if (update && (ended.falls || ended.jumps)) evaluate(machine, frame, update)
    return ended
  })
}

function executeEach(
  machine: Machine,
  frame: Frame,
  node: ForOfStatement | ForInStatement,
): Completion {
  const subject = evaluate(machine, frame, node.right)
  const item = node.type === 'ForOfStatement' ? readProperty(subject, undefined) : UNKNOWN
  return repeat(machine, isFilledList(subject), () => {
    if (node.left.type === 'VariableDeclaration') {
      for (const { id } of node.left.declarations) {
        bindPattern(machine, frame, id, item, (name, value) => declare(frame.scope, name, value))
      }
    }
    return execute(machine, frame, node.body)
  })
}

/** Twice: what the first turn leaves behind reaches the second. The first is sure or it is not. */
function repeat(machine: Machine, isSure: boolean, turn: () => Completion): Completion {
  const first = isSure ? turn() : inDoubt(machine, turn)
  const goesOn = first.falls || first.jumps
  if (isSure && !goesOn) return first
  const second = goesOn ? inDoubt(machine, turn) : first
  return { ...either(first, second), falls: true, jumps: false }
}

/** `i < pictures.length`. */
function countsContent(machine: Machine, frame: Frame, test: Expression): boolean {
  if (test.type !== 'BinaryExpression' || test.operator !== '<') return false
  const { right } = test
  const isLength =
    right.type === 'MemberExpression' && !right.computed && right.property.name === 'length'
  return isLength && isFilledList(evaluate(machine, frame, right.object))
}

export function hoistFunctions(frame: Frame, statements: readonly Statement[]): void {
  for (const statement of statements) {
    const node =
      statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration'
        ? statement.declaration
        : statement
    if (node?.type !== 'FunctionDeclaration' || !node.id) continue
    declare(
      frame.scope,
      node.id.name,
      thing({ kind: 'function', node, scope: frame.scope, file: frame.file, self: undefined }),
    )
  }
}
