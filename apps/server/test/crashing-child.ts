/** A reader of packages that every package brings down. */

import { serveTasks } from '../src/assessor/serve-tasks.ts'

await serveTasks(async () => async () => {
  process.kill(process.pid, 'SIGSEGV')
  return new Promise(() => {})
})
