/** A thread that ends its process soon after the parent has gone, whatever the process is busy with. */

import { workerData } from 'node:worker_threads'

const LOOK_EVERY_MS = 500

// An orphan is handed to another parent. Windows keeps the number: there a busy child ends its task first.
setInterval(() => {
  if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL')
}, LOOK_EVERY_MS)
