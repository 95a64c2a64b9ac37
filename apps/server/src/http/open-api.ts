/**
 * The OpenAPI 3.1 description of the native interface, made from the schemas that validate it.
 *
 * The WeChat dialect is not in it: its shape is WeChat's, and its own pages describe it.
 */

import fastifySwagger from '@fastify/swagger'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { SESSION_COOKIE } from './access.ts'
import type { App } from './app.ts'

const NATIVE = '/v1/'

export async function describeApi(app: App): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Fangxing',
        description:
          'Content safety, release review and filing for mini-programs. Times are epoch milliseconds, UTC. ' +
          'Errors are application/problem+json with a permanent `code`.',
        version: '1',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
          app: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ session: [] }, { app: [] }],
    },
    transform(document) {
      if (document.url.startsWith(NATIVE)) return jsonSchemaTransform(document)
      return { schema: { hide: true }, url: document.url }
    },
    transformObject: jsonSchemaTransformObject,
  })

  app.get('/v1/openapi.json', { schema: { hide: true } as object }, async () => app.swagger())
}
