import { rmSync } from 'node:fs'
import { after } from 'node:test'
import { makeTemporaryFolder } from './contract-suite/temporary-folder.ts'
import { describeStorage } from './contract-suite.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded/start-embedded-postgres.ts'

// A server of your own: DATABASE_URL_TEST, with an account that may create databases. Without it,
// a second cluster behind a TCP port and a password, as such a server is.
const { DATABASE_URL_TEST } = process.env
const directory = makeTemporaryFolder()
let cluster: EmbeddedPostgres | undefined

after(async () => {
  await cluster?.stop()
  rmSync(directory, { recursive: true, force: true })
})

describeStorage('the storage on a PostgreSQL server', async () => {
  if (DATABASE_URL_TEST) return DATABASE_URL_TEST
  cluster = await startEmbeddedPostgres({ directory, log: () => {}, listen: 'loopback' })
  return cluster.url
})
