import { rmSync } from 'node:fs'
import { after } from 'node:test'
import { makeTemporaryFolder } from './contract-suite/temporary-folder.ts'
import { describeStorage } from './contract-suite.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded/start-embedded-postgres.ts'

const directory = makeTemporaryFolder()
let cluster: EmbeddedPostgres | undefined

after(async () => {
  await cluster?.stop()
  rmSync(directory, { recursive: true, force: true })
})

describeStorage('the storage on the embedded PostgreSQL', async () => {
  cluster = await startEmbeddedPostgres({ directory, log: () => {} })
  return cluster.url
})
