/**
 * One whole server on a given database:
 * `node child-server.ts DATABASE_URL [PORT] [PROCESSES] [WITHOUT,…]`.
 *
 * It may call 127.0.0.1, where the media and the receiver of a run are. To see what a part costs it
 * is left out: `record` (checks are answered and not kept), `classifier`, `words`.
 */

import { startServer } from '@fangxing/server'
import { nameCheck } from '@fangxing/storage'
import { answerParent } from './child.ts'

const [databaseUrl, port = '0', processes = '1', without = ''] = process.argv.slice(2)
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
for (const part of without.split(',')) {
  switch (part) {
    case 'record':
      Object.assign(ports.storage.checks, { record: async ({ at = 0 }) => nameCheck(at) })
      break
    case 'classifier': {
      const clean = { label: 100, probability: 1 }
      Object.assign(ports, { classifier: { edition: 'none', classify: () => clean } })
      break
    }
    case 'words': {
      const nothing = { ...(await ports.lexicon.current()), find: () => [] }
      Object.assign(ports.lexicon, { current: () => nothing })
    }
  }
}
answerParent(url)
