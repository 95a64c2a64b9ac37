import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { CloudError, type CloudOpenApi, createCloudOpenApi } from '../src/wx-server-sdk.ts'
import { type House, openHouse } from './house.ts'

let house: House
let openapi: CloudOpenApi

before(async () => {
  house = await openHouse()
  openapi = createCloudOpenApi(house.options)
})
after(() => house.close())

test('a cloud function gets what wx-server-sdk would give it', async () => {
  const { traceId, ...answer } = await openapi.security.msgSecCheck({
    ...{ openid: 'o-1', scene: 2, version: 2, content: '夹竹桃' },
  })
  assert.match(String(traceId), /^[0-9a-f]{8}-/)
  assert.deepEqual(
    [answer.errCode, answer.errMsg, answer.result],
    [0, 'openapi.security.msgSecCheck:ok', { suggest: 'risky', label: 10001 }],
  )
  const [model, keyword] = answer.detail as Record<string, unknown>[]
  assert.deepEqual([model?.strategy, model?.errCode], ['content_model', 0])
  assert.equal(keyword?.keyword, '夹竹桃')
})

test('the first shape throws the number of risky content', async () => {
  const pass = await openapi.security.msgSecCheck({ content: '今天天气不错' })
  assert.equal(pass.errCode, 0)
  const risky = openapi.security.msgSecCheck({ content: '夹竹桃' })
  await assert.rejects(risky, (error: unknown) => {
    assert(error instanceof CloudError)
    assert.equal(error.errCode, 87014)
    assert.match(error.errMsg, /^openapi\.security\.msgSecCheck:fail 87014/)
    return true
  })
})

test('pictures, recordings and users are asked about by its names', async () => {
  const value = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const slow = createCloudOpenApi({ ...house.options, timeoutMs: 60_000 })
  const picture = slow.security.imgSecCheck({ media: { contentType: 'image/png', value } })
  await assert.rejects(
    picture,
    (error: unknown) => error instanceof CloudError && error.errCode === 87014,
  )
  const mediaUrl = `${house.url}/nothing.mp3`
  const asked = { mediaUrl, mediaType: 1, version: 2, openid: 'o-1', scene: 2 }
  const { traceId, errMsg } = await openapi.security.mediaCheckAsync(asked)
  assert.match(String(traceId), /^[0-9a-f]{8}-/)
  assert.equal(errMsg, 'openapi.security.mediaCheckAsync:ok')
  const user = { appid: house.options.appid, openid: 'o-1', scene: 2, clientIp: '203.0.113.7' }
  const { riskRank, unoinId } = await openapi.riskControl.getUserRiskRank(user)
  assert.deepEqual([typeof riskRank, typeof unoinId], ['number', 'number'])
})

test('a picture that was left out is thrown as all else is, later', async () => {
  const asked = openapi.security.imgSecCheck({} as never)
  await assert.rejects(asked, TypeError)
})

test('a server that does not answer is -1, as when WeChat is busy', async () => {
  const away = createCloudOpenApi({ ...house.options, baseUrl: 'http://127.0.0.1:1' })
  const asked = away.security.msgSecCheck({ content: '甲' })
  await assert.rejects(
    asked,
    (error: unknown) => error instanceof CloudError && error.errCode === -1,
  )
})
