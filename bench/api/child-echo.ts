/**
 * The measure of all ratios: a bare Fastify that parses a JSON body and sends it back.
 *
 * No hook, no schema, no log. Says `{url}` when it listens, and the CPU time it took when asked.
 */

import Fastify from 'fastify'
import { answerParent } from './child.ts'

const app = Fastify()
app.post('/*', async (request) => request.body)
answerParent(await app.listen({ host: '127.0.0.1', port: 0 }))
