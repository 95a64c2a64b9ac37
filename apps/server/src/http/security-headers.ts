/**
 * Headers that every answer carries, and those that only pages need.
 *
 * The dialect answers programs, with JSON: there the browser's rules would only be bytes.
 * The console loads only its own files: no inline script or style, no other host, and no page may
 * frame it. Data pictures are allowed, because the component library draws icons that way.
 */

import type { App } from './app.ts'

const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const PAGE_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

/** WeChat's two roots. */
const DIALECT = /^\/(?:wxa|cgi-bin)\//

export function addSecurityHeaders(app: App): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-content-type-options', 'nosniff')
    if (!DIALECT.test(request.url)) reply.headers(PAGE_HEADERS)
    done()
  })
}
