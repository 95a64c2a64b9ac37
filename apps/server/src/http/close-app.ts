/**
 * Stops an app: requests that run are answered, quiet connections end at once.
 *
 * Whoever is still sending after a while is cut off. Their patience may be two minutes; a service manager
 * that waits for us to end has less, and kills.
 */

import type { App } from './app.ts'

/** As long as running jobs are waited for. */
const PATIENCE_MS = 20_000

export async function closeApp(app: App, patienceMs = PATIENCE_MS): Promise<void> {
  const cutOff = setTimeout(() => app.server.closeAllConnections(), patienceMs)
  try {
    await app.close()
  } finally {
    clearTimeout(cutOff)
  }
}
