/** The program of a process that reads packages. Started by `Reader` with the server's pid. */

import { serveTasks } from './serve-tasks.ts'

await serveTasks(async () => (await import('./run-task.ts')).runTask)
