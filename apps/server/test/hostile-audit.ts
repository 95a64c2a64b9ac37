/** A child that does as the material's name says: what a page could do to what looks at it. */

import type { FromAudit, ToAudit } from '../src/materials/beside/audit-task.ts'

const say = (message: FromAudit) => process.send?.(message)

process.on('message', (message: ToAudit) => {
  if (message.kind !== 'task') return
  const { name } = message.task
  if (name === 'crash') process.kill(process.pid, 'SIGSEGV')
  if (name === 'leave') process.exit(0)
  if (name === 'never end') for (;;);
  if (name === 'fill the memory') fill()
  if (name === 'refuse') say({ kind: 'refused', code: 'PACKAGE_UNREADABLE', details: {} })
  if (name === 'progress') {
    say({ kind: 'progress', progress: { step: { zh: '看', en: 'look' }, done: 1, all: 2 } })
  }
  if (name === 'environment') {
    say({ kind: 'refused', code: 'INTERNAL', details: { names: Object.keys(process.env) } })
  }
})

function fill(): void {
  const kept: string[] = []
  for (;;) kept.push(`${kept.length}`.repeat(1000))
}
