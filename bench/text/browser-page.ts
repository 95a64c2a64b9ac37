/**
 * Serves the text engine to a browser as it lies in the repository: its modules with the types taken out,
 * a page that imports them by name, and a compiled lexicon.
 *
 * On 127.0.0.1, any free port. `policy` is the page's Content-Security-Policy.
 */

import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
const MODULE = /^\/packages\/(?:text|contract)\/src\/[\w/.-]+\.ts$/
const IMPORTS = {
  imports: {
    '@fangxing/text': '/packages/text/src/index.ts',
    '@fangxing/contract': '/packages/contract/src/index.ts',
  },
}
const PAGE = `<!doctype html><meta charset="utf-8"><title>text</title>
<script type="importmap" nonce="page">${JSON.stringify(IMPORTS)}</script>
<script type="module" nonce="page">
import * as text from '@fangxing/text'
window.text = text
</script>`

export async function serveEngine(file: Uint8Array, policy: string): Promise<Server> {
  const server = createServer(async ({ url = '/' }, response) => {
    if (url === '/') {
      response.setHeader('content-security-policy', policy)
      response.setHeader('content-type', 'text/html')
      response.end(PAGE)
    } else if (url === '/lexicon') {
      response.end(file)
    } else if (MODULE.test(url) && !url.includes('..')) {
      const source = await readFile(join(ROOT, url), 'utf8')
      response.setHeader('content-type', 'text/javascript; charset=utf-8')
      response.end(stripTypeScriptTypes(source))
    } else {
      response.statusCode = 404
      response.end()
    }
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return server
}
