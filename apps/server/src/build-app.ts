/**
 * The HTTP application over given ports: native interface, WeChat dialect, console.
 *
 * Does not listen: tests inject requests, `startServer` listens. Closing it closes no port.
 */

import { AppError } from '@fangxing/contract'
import fastifyCookie from '@fastify/cookie'
import Fastify from 'fastify'
import {
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { registerBaidu } from './baidu/index.ts'
import type { App } from './http/app.ts'
import { answerErrors, sendProblem } from './http/error-edge.ts'
import { takeForms } from './http/forms.ts'
import { describeApi } from './http/open-api.ts'
import { makeRequestId } from './http/request-id.ts'
import { addSecurityHeaders } from './http/security-headers.ts'
import { prepareToSlowDown } from './http/slow-down.ts'
import { isConsolePage, sendConsole, serveConsole } from './http/static-console.ts'
import { registerNative } from './native/index.ts'
import type { Ports } from './ports.ts'
import { registerPushDoor } from './upstream/push/push-door.ts'
import { registerWechat } from './wechat/index.ts'

/** Of a JSON body; texts and packages have their own limits. */
const BODY_LIMIT = 256 * 1024

/** A slow sender holds a connection no longer than this. */
const REQUEST_TIMEOUT_MS = 120_000
const HEADERS_TIMEOUT_MS = 60_000
const CHECK_SENDERS_EVERY_MS = 30_000

export interface AppOptions {
  /** The built console; without it only the interfaces are served. */
  readonly consoleDirectory?: string | undefined
  /** How long one request may take to arrive; two minutes when absent. */
  readonly requestTimeoutMs?: number | undefined
}

export async function buildApp(
  ports: Ports,
  { consoleDirectory, requestTimeoutMs = REQUEST_TIMEOUT_MS }: AppOptions = {},
): Promise<App> {
  const app: App = Fastify({
    genReqId: makeRequestId,
    bodyLimit: BODY_LIMIT,
    requestTimeout: requestTimeoutMs,
    http: {
      // Node takes the larger of the two for the body.
      headersTimeout: Math.min(HEADERS_TIMEOUT_MS, requestTimeoutMs),
      connectionsCheckingInterval: Math.min(CHECK_SENDERS_EVERY_MS, requestTimeoutMs),
    },
    forceCloseConnections: 'idle',
    // We listen on this machine only: whoever is not on it comes through a proxy that is.
    trustProxy: 'loopback',
    routerOptions: { ignoreTrailingSlash: true },
    // The framework's own words repeat the whole address, token included.
    frameworkErrors: (_error, request, reply) => {
      sendProblem(request, reply, new AppError('REQUEST_MALFORMED', { fields: ['url'] }))
    },
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)

  addSecurityHeaders(app)
  answerErrors(app, ports.log)
  await prepareToSlowDown(app)
  await describeApi(app)
  await app.register(async (scope) => {
    // Only here: the dialect has no cookies, and what a scope does not have costs it nothing.
    await scope.register(fastifyCookie)
    await takeForms(scope)
    registerNative(scope, ports)
  })
  await app.register(async (scope) => registerWechat(scope, ports))
  await app.register(async (scope) => registerBaidu(scope, ports))
  await app.register(async (scope) => registerPushDoor(scope, ports))
  if (consoleDirectory !== undefined) await serveConsole(app, consoleDirectory)

  app.setNotFoundHandler((request, reply) =>
    consoleDirectory !== undefined && isConsolePage(request)
      ? sendConsole(reply)
      : sendProblem(request, reply, new AppError('ROUTE_NOT_FOUND', { path: pathOf(request.url) })),
  )
  return app
}

function pathOf(url: string): string {
  return url.split('?')[0] ?? url
}
