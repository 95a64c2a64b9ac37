import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const folder = mkdtempSync(join(tmpdir(), 'fangxing-client-build-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('the built package is plain JavaScript, every entry of it', () => {
  const out = join(folder, 'node_modules', '@fangxing', 'client')
  execFileSync(process.execPath, [join(import.meta.dirname, '..', 'build.ts'), out])
  const program = `
    import { createClient, readWebhook } from '@fangxing/client'
    import { guardExpress } from '@fangxing/client/express'
    import { guardFastify } from '@fangxing/client/fastify'
    import { guardKoa } from '@fangxing/client/koa'
    import { createCloudOpenApi } from '@fangxing/client/wx-server-sdk'
    const all = [createClient, readWebhook, guardExpress, guardFastify, guardKoa, createCloudOpenApi]
    console.log(all.map((one) => typeof one).join())
  `
  writeFileSync(join(folder, 'program.mjs'), program)
  const said = execFileSync(
    process.execPath,
    ['--no-experimental-strip-types', join(folder, 'program.mjs')],
    { encoding: 'utf8' },
  )
  assert.equal(said.trim(), Array.from({ length: 6 }, () => 'function').join())
})
