/**
 * The child's side: answers the tasks of the server that started it, and never outlives it.
 *
 * A closed channel ends an idle child. A busy one cannot hear of it, so a thread beside it watches
 * the parent. Signals of a terminal or a service are the parent's matter: a child that obeyed them
 * would leave its package unjudged while the server is still finishing its work.
 */

import { writeFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { AppError } from '@fangxing/contract'
import type { Answer, Task } from './tasks.ts'

export type RunTask = (task: Task) => Promise<unknown>

/** `load` is called once the guards stand, because loading the engines takes most of the start. */
export async function serveTasks(load: () => Promise<RunTask>): Promise<void> {
  stayWithParent()
  const runTask = await load()
  process.on('message', async (task) => {
    process.send?.(await answer(runTask, task as Task))
  })
}

/** For every process that the server starts with its own pid as the first argument. */
export function stayWithParent(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})
  process.on('disconnect', () => process.exit())
  const parent = Number(process.argv[2])
  new Worker(new URL('./watch-parent.ts', import.meta.url), { workerData: parent }).unref()
  offerMemoryFirst()
}

async function answer(runTask: RunTask, task: Task): Promise<Answer> {
  try {
    return { kind: 'value', value: await runTask(task) }
  } catch (error) {
    if (error instanceof AppError) {
      return { kind: 'refusal', code: error.code, details: error.details }
    }
    return { kind: 'fault', said: String(error) }
  }
}

/** When the machine runs out of memory, Linux ends this process and not the server. */
function offerMemoryFirst(): void {
  try {
    writeFileSync('/proc/self/oom_score_adj', '1000')
  } catch {
    // Other systems have no such file and choose for themselves.
  }
}
