/**
 * The measure of all ratios: a bare Fastify that parses a JSON body and sends it back:
 * `node child-echo.ts [PROCESSES] [PORT]`.
 *
 * No hook, no schema, no log. As many processes as the server that it is measured beside, on one
 * port. Says `{url}` when all listen, and the CPU time of the first when asked.
 */

import { fork } from 'node:child_process'
import { once } from 'node:events'
import Fastify from 'fastify'
import { answerParent } from './child.ts'

const [processes = '1', port = '0'] = process.argv.slice(2)
const app = Fastify()
app.post('/*', async (request) => request.body)
const isShared = Number(processes) > 1 || port !== '0'
const place = { host: '127.0.0.1', port: Number(port), reusePort: isShared }
const url = await app.listen(place)
for (let others = Number(processes) - 1; others > 0; others -= 1) {
  const other = fork(import.meta.filename, ['1', new URL(url).port])
  await once(other, 'message')
}
answerParent(url)
