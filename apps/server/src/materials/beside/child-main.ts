/** The program of a process that audits one material. Started by `auditBeside` with the server's pid. */

import { AppError } from '@fangxing/contract'
import { stayWithParent } from '../../assessor/serve-tasks.ts'
import type { AuditTask, ErrandName, Errands, FromAudit, ToAudit } from './audit-task.ts'

stayWithParent()

const asked = new Map<number, PromiseWithResolvers<unknown>>()
let errandCount = 0

process.on('message', (message: ToAudit) => {
  if (message.kind === 'task') return void audit(message.task)
  const errand = asked.get(message.id)
  asked.delete(message.id)
  if (message.kind === 'answer') errand?.resolve(message.value)
  else errand?.reject(new Error(message.said))
})

function ask(name: ErrandName, wish: unknown): Promise<unknown> {
  errandCount += 1
  const errand = Promise.withResolvers<unknown>()
  asked.set(errandCount, errand)
  say({ kind: 'errand', id: errandCount, name, wish })
  return errand.promise
}

const errands = {
  picture: (wish) => ask('picture', wish),
  clip: (wish) => ask('clip', wish),
  candidates: (wish) => ask('candidates', wish),
  sharing: (wish) => ask('sharing', wish),
  texts: (wish) => ask('texts', wish),
  opinions: (wish) => ask('opinions', wish),
} satisfies Record<ErrandName, (wish: unknown) => Promise<unknown>> as Errands

async function audit(task: AuditTask): Promise<void> {
  const { runAudit } = await import('./run-audit.ts')
  try {
    const found = await runAudit(task, errands, (progress) => say({ kind: 'progress', progress }))
    say({ kind: 'found', found })
  } catch (error) {
    if (error instanceof AppError) {
      say({ kind: 'refused', code: error.code, details: error.details })
    } else {
      say({ kind: 'fault', said: error instanceof Error ? (error.stack ?? '') : String(error) })
    }
  }
}

function say(message: FromAudit): void {
  process.send?.(message)
}
