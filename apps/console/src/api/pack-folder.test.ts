import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { toEntries } from '../view/package-folder.ts'
import { packFolder } from './pack-folder.ts'

const chosen = (path: string, text: string) => {
  const content = new Blob([text])
  return { path, size: content.size, content }
}

test('a packed folder unpacks to the same files, empty ones and Chinese names too', async () => {
  const files = [
    chosen('shop/app.json', '{"pages":[]}'),
    chosen('shop/图片/标.png', 'not really a picture'),
    chosen('shop/pages/empty.wxss', ''),
  ]
  const shares: number[] = []
  const zip = await packFolder(toEntries(files), (share) => shares.push(share))
  const unpacked = unzipSync(new Uint8Array(await zip.arrayBuffer()))
  assert.deepEqual(Object.keys(unpacked).sort(), ['app.json', 'pages/empty.wxss', '图片/标.png'])
  assert.equal(strFromU8(unpacked['app.json'] ?? new Uint8Array()), '{"pages":[]}')
  assert.equal(unpacked['pages/empty.wxss']?.length, 0)
  assert.equal(shares.at(-1), 1)
})
