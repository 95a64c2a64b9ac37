/** A fresh embedded cluster in the temporary folder, for one benchmark; removed at the end. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStorage, type Storage, startEmbeddedPostgres } from '@fangxing/storage'

export async function onFreshCluster(
  measure: (storage: Storage, url: string) => Promise<void>,
): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'fangxing-bench-'))
  const cluster = await startEmbeddedPostgres({ directory, log: ({ en }) => console.log(en) })
  try {
    const storage = await openStorage({ url: cluster.url, maxConnections: 20 })
    await measure(storage, cluster.url).finally(() => storage.close())
  } finally {
    await cluster.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}
