import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { describeStorage } from './contract-suite.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded/start-embedded-postgres.ts'

const directory = mkdtempSync(join(tmpdir(), 'fangxing-test-'))
let cluster: EmbeddedPostgres | undefined

after(async () => {
  await cluster?.stop()
  rmSync(directory, { recursive: true, force: true })
})

describeStorage('the storage on the embedded PostgreSQL', async () => {
  cluster = await startEmbeddedPostgres({ directory, log: () => {} })
  return cluster.url
})
