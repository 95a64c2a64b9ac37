/**
 * One whole server on a given database:
 * `node child-server.ts DATABASE_URL [PORT] [PROCESSES] [unrecorded]`.
 *
 * It may call 127.0.0.1, where the media and the receiver of a run are. `unrecorded`: checks are
 * answered and not kept, to see what keeping them costs.
 */

import { startServer } from '@fangxing/server'
import { nameCheck } from '@fangxing/storage'
import { answerParent } from './child.ts'

const [databaseUrl, port = '0', processes = '1', kept] = process.argv.slice(2)
const { url, ports } = await startServer({
  dataDirectory: '',
  databaseUrl,
  port: Number(port),
  processes: Number(processes),
  host: '127.0.0.1',
  simulatedClock: false,
  delivery: { allowedNetworks: ['127.0.0.1'] },
  log: (line) => process.stderr.write(`${line}\n`),
})
if (kept === 'unrecorded') {
  Object.assign(ports.storage.checks, { record: async ({ at = 0 }) => nameCheck(at) })
}
answerParent(url)
