/**
 * `npm start`: installs what is missing, builds the console, and serves API and console.
 *
 * Settings come from the environment: FANGXING_PORT (7300), FANGXING_DATA (./data), DATABASE_URL
 * (your own PostgreSQL instead of the embedded one), FANGXING_SIMULATED_CLOCK=1 (a clock that can
 * be moved, for rehearsals only).
 */

import { join } from 'node:path'
import { ensureConsoleBuilt } from './build-console.mjs'
import { ensureInstalled, ROOT, runOnCurrentNode, say } from './install.mjs'

ensureInstalled()
ensureConsoleBuilt()
say('启动服务 · starting …')

const { FANGXING_PORT, FANGXING_DATA, DATABASE_URL, FANGXING_SIMULATED_CLOCK } = process.env
runOnCurrentNode([
  join(ROOT, 'apps', 'cli', 'src', 'main.ts'),
  'serve',
  '--port',
  FANGXING_PORT ?? '7300',
  '--data',
  FANGXING_DATA ?? join(ROOT, 'data'),
  ...(DATABASE_URL ? ['--database-url', DATABASE_URL] : []),
  ...(FANGXING_SIMULATED_CLOCK === '1' ? ['--simulated-clock'] : []),
])
