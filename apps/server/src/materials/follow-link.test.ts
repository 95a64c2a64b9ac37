import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { allowAddresses } from '../outbound/index.ts'
import { describePage, followLink } from './follow-link.ts'

const pages: [status: number, html: string, outcome: string, measured: string][] = [
  [200, '<title>花盆</title><p>￥39.00</p>', 'opens', '200'],
  [200, '<p>该商品已下架，看看别的吧</p>', 'gone', '商品已下架'],
  [200, '<p>商品不存在</p>', 'gone', '商品不存在'],
  [200, '<button>已售罄</button>', 'soldOut', '已售罄'],
  [200, '<script>var text = "商品不存在"</script><p>现货</p>', 'opens', '200'],
  [404, '', 'gone', '404'],
  [410, '', 'gone', '410'],
  [503, '', 'unreachable', '503'],
]

for (const [status, html, outcome, measured] of pages) {
  test(`a page of status ${status} saying “${html}” counts as ${outcome}`, () => {
    const seen = describePage(status, html)
    assert.deepEqual([seen.outcome, seen.measured], [outcome, measured])
  })
}

test('title and price of the page behind are read', () => {
  const seen = describePage(200, '<title> 陶瓷花盆 </title><b>¥39.50</b>')
  assert.deepEqual([seen.title, seen.price], ['陶瓷花盆', '39.50'])
})

const server = createServer((request, response) => {
  if (request.url === '/in') response.writeHead(302, { location: 'http://10.0.0.1/' }).end()
  else response.end('<title>花盆</title>')
})
let port = 0

before(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})

after(() => server.close())

const place = { kind: 'submission', field: 'blocks.0' } as const
const follow = (path: string, networks: readonly string[]) =>
  followLink(
    { address: `http://127.0.0.1:${port}${path}`, card: 'a', place },
    allowAddresses(networks),
  )

test('an address that is allowed is followed', async () => {
  assert.equal((await follow('/', ['127.0.0.1/32'])).outcome, 'opens')
})

test('an address inside our own network is not followed, and nothing is said of it', async () => {
  assert.equal((await follow('/', [])).outcome, 'unknown')
})

test('a redirect into another network is not followed', async () => {
  assert.equal((await follow('/in', ['127.0.0.1/32'])).outcome, 'unknown')
})
