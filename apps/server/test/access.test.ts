import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import Fastify from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { guardRoutes } from '../src/http/access.ts'
import type { App } from '../src/http/app.ts'
import {
  askerWith,
  type Instance,
  type Json,
  makeProgram,
  ORIGIN,
  type Person,
  type Program,
  send,
  settled,
  signIn,
  startInstance,
  upload,
} from './instance.ts'

let instance: Instance
let people: Record<string, Pick<Person, 'get' | 'post' | 'put' | 'patch' | 'delete'>>
let program: Program
/** Whose secret is renewed by the row that tries it. */
let sacrificed: Program
let releaseId: string

before(async () => {
  instance = await startInstance()
  const developer = await signIn(instance, ['developer'])
  program = await makeProgram(instance)
  sacrificed = await makeProgram(instance)
  people = {
    nobody: askerWith(instance.app, {}),
    app: askerWith(instance.app, { authorization: `Bearer ${program.token}` }),
    developer,
    reviewer: await signIn(instance, ['reviewer']),
    authority: await signIn(instance, ['authority'], 'CN-GD'),
    operator: await signIn(instance, ['operator']),
  }
  const { body } = await upload(instance, developer, program.appid, 'plain-tool')
  releaseId = body.id
})
after(() => instance.close())

/** `+` is let in: whatever is answered then is neither 401 nor 403. */
const MATRIX = `
  method path                          nobody app developer reviewer authority operator
  GET    /v1/health                    +      +   +         +        +         +
  GET    /v1/openapi.json              +      +   +         +        +         +
  GET    /v1/rules                     +      +   +         +        +         +
  GET    /v1/categories                +      +   +         +        +         +
  GET    /v1/first-run                 +      +   +         +        +         +
  GET    /v1/session                   -      -   +         +        +         +
  GET    /v1/users                     -      -   -         -        -         +
  POST   /v1/users                     -      -   -         -        -         +
  GET    /v1/audit/acts                -      -   -         -        -         +
  GET    /v1/audit/events              -      -   -         -        -         +
  POST   /v1/audit/verify              -      -   -         -        -         +
  GET    /v1/statistics                -      -   -         +        -         +
  GET    /v1/transparency              -      -   -         -        -         +
  GET    /v1/load                      -      -   -         -        -         +
  GET    /v1/metrics                   -      -   -         -        -         +
  GET    /v1/deliveries                -      -   -         -        -         +
  GET    /v1/trials                    -      -   -         -        -         +
  POST   /v1/trials                    -      -   -         -        -         +
  GET    /v1/trials/:id                -      -   -         -        -         +
  GET    /v1/trials/:id/differences    -      -   -         -        -         +
  POST   /v1/trials/:id/end            -      -   -         -        -         +
  POST   /v1/trials/:id/publish        -      -   -         -        -         +
  PATCH  /v1/users/:id                 -      -   -         -        -         +
  POST   /v1/check-policy/editions/:number/roll-back - - -  -        -         +
  POST   /v1/back-tests                -      -   -         -        -         +
  GET    /v1/check-policy/editions     -      -   -         +        -         +
  GET    /v1/check-policy/rules        -      -   -         +        -         +
  GET    /v1/check-policy/shipped      -      -   -         +        -         +
  GET    /v1/apps                      -      +   +         +        +         +
  POST   /v1/apps                      -      -   +         -        -         +
  GET    /v1/apps/:appid               -      +   +         +        +         +
  PATCH  /v1/apps/:appid               -      -   +         -        -         +
  POST   /v1/apps/:appid/secret        -      -   +         -        -         +
  GET    /v1/standings                 -      +   +         +        +         +
  GET    /v1/apps/:appid/usage         -      +   +         -        -         +
  GET    /v1/apps/:appid/members       -      -   +         +        +         +
  POST   /v1/apps/:appid/members       -      -   +         -        -         +
  DELETE /v1/apps/:appid/members/:userId -    -   +         -        -         +
  POST   /v1/apps/:appid/hand-over     -      -   +         -        -         +
  GET    /v1/apps/:appid/ledger        -      +   +         +        +         +
  POST   /v1/apps/:appid/releases      -      +   +         -        -         -
  GET    /v1/releases                  -      +   +         +        +         +
  GET    /v1/releases/:id              -      +   +         +        +         +
  GET    /v1/releases/:id/events       -      +   +         +        +         +
  GET    /v1/releases/:id/assessment   -      +   +         +        +         +
  GET    /v1/releases/:id/source       -      +   +         +        +         +
  POST   /v1/releases/:id/submit       -      +   +         -        -         -
  POST   /v1/releases/:id/withdraw     -      +   +         -        -         -
  POST   /v1/releases/:id/launch       -      +   +         -        -         -
  POST   /v1/releases/:id/claim        -      -   -         +        -         -
  DELETE /v1/releases/:id/claim        -      -   -         +        -         -
  POST   /v1/releases/:id/approve      -      -   -         +        -         -
  POST   /v1/releases/:id/reject       -      -   -         +        -         -
  POST   /v1/releases/:id/filing/pass  -      -   -         -        +         -
  POST   /v1/releases/:id/filing/reject -     -   -         -        +         -
  POST   /v1/releases/:id/takedown-order -    -   -         -        +         +
  POST   /v1/releases/:id/taken-down   -      +   +         -        -         +
  GET    /v1/apps/:appid/quotas         -     +   +         +        +         +
  GET    /v1/apps/:appid/callbacks      -     +   +         -        -         +
  PUT    /v1/apps/:appid/callbacks      -     +   +         -        -         +
  POST   /v1/apps/:appid/callbacks/test -     +   +         -        -         +
  GET    /v1/apps/:appid/deliveries     -     +   +         -        -         +
  POST   /v1/deliveries/:id/redrive     -     +   +         -        -         +
  GET    /v1/notices                    -     +   +         +        +         +
  POST   /v1/notices/:id/read           -     +   +         +        +         +
  POST   /v1/notices/read-all           -     +   +         +        +         +
  POST   /v1/apps/:appid/filing-plan    -     +   +         -        -         +
  GET    /v1/releases/:id/plan          -     +   +         +        +         +
  GET    /v1/releases/:id/roll-back-targets - +   +         +        +         +
  POST   /v1/releases/:id/expedite      -     +   +         +        -         +
  POST   /v1/releases/:id/appeal        -     +   +         -        -         -
  POST   /v1/releases/:id/appeal/dismiss -    -   -         +        -         -
  POST   /v1/releases/:id/appeal/reverse -    -   -         +        -         -
  POST   /v1/releases/:id/delay         -     -   -         +        -         -
  POST   /v1/releases/:id/filing/request-material - - -     -        +         -
  POST   /v1/releases/:id/filing/supply-material - + +      -        +         -
  POST   /v1/releases/:id/filing/contact -    +   +         -        +         -
  POST   /v1/releases/:id/filing/pause  -     -   -         -        +         +
  POST   /v1/releases/:id/filing/resume -     -   -         -        +         +
  POST   /v1/releases/:id/grey-launch   -     +   +         -        -         -
  POST   /v1/releases/:id/grey-launch/cancel - +  +         -        -         +
  POST   /v1/releases/:id/roll-back     -     +   +         -        -         +
  POST   /v1/releases/:id/takedown-order/lift - - -         -        +         +
  POST   /v1/releases/:id/rectified     -     +   +         -        -         -
  POST   /v1/releases/:id/rectification/confirm - - -       -        +         +
  POST   /v1/releases/:id/rectification/refuse - - -        -        +         +
  POST   /v1/releases/:id/re-examination -    -   -         +        -         +
  POST   /v1/releases/:id/re-examination/clear - - -        +        -         +
  POST   /v1/releases/:id/contact-codes -     +   +         -        +         -
  POST   /v1/releases/:id/contact-codes/check - + +         -        +         -
  GET    /v1/filing-profile            -      +   +         +        +         +
  PUT    /v1/filing-profile            -      -   -         -        -         +
  GET    /v1/retro-scans               -      -   -         +        -         +
  POST   /v1/retro-scans               -      -   -         -        -         +
  GET    /v1/retro-scans/:id           -      -   -         +        -         +
  GET    /v1/retro-scans/:id/results   -      -   -         +        -         +
  GET    /v1/desk/cases                -      -   -         -        +         +
  GET    /v1/desk/queue                -      -   -         +        -         +
  POST   /v1/desk/next                 -      -   -         +        -         -
  GET    /v1/desk/items/:id            -      -   -         +        -         +
  GET    /v1/desk/items/:id/picture    -      -   -         +        -         +
  GET    /v1/desk/items/:id/sound      -      -   -         +        -         +
  POST   /v1/desk/items/:id/claim      -      -   -         +        -         -
  DELETE /v1/desk/items/:id/claim      -      -   -         +        -         -
  POST   /v1/desk/items/:id/decision   -      -   -         +        -         -
  POST   /v1/desk/items/:id/aside      -      -   -         +        -         -
  DELETE /v1/desk/items/:id/aside      -      -   -         +        -         -
  GET    /v1/desk/me                   -      -   -         +        -         -
  PUT    /v1/desk/me                   -      -   -         +        -         -
  GET    /v1/desk/people               -      -   -         -        -         +
  PUT    /v1/desk/people/:id           -      -   -         -        -         +
  GET    /v1/desk/policy               -      -   -         +        -         +
  PUT    /v1/desk/policy               -      -   -         -        -         +
  GET    /v1/desk/golden               -      -   -         -        -         +
  POST   /v1/desk/golden               -      -   -         -        -         +
  DELETE /v1/desk/golden/:id           -      -   -         -        -         +
  GET    /v1/desk/quality              -      -   -         +        -         +
  GET    /v1/desk/corrected            -      -   -         +        -         -
  POST   /v1/checks                    -      +   +         +        +         +
  GET    /v1/checks                    -      +   +         +        +         +
  GET    /v1/checks/:id                -      +   +         +        +         +
  GET    /v1/apps/:appid/token-access  -      -   +         -        -         +
  PUT    /v1/apps/:appid/token-access  -      -   +         -        -         +
  GET    /v1/media-checks              -      +   +         +        +         +
  GET    /v1/media-checks/:id          -      +   +         +        +         +
  POST   /v1/materials                 -      +   +         -        -         -
  GET    /v1/materials                 -      +   +         +        -         +
  GET    /v1/materials/:id             -      +   +         +        -         +
  DELETE /v1/materials/:id             -      +   +         -        -         -
  POST   /v1/materials/:id/audits      -      +   +         +        -         +
  GET    /v1/materials/:id/audits      -      +   +         +        -         +
  PUT    /v1/materials/:id/schedule    -      +   +         -        -         -
  GET    /v1/materials/:id/report      -      +   +         +        -         +
  GET    /v1/materials/:id/evidence/:sha256 - +   +         +        -         +
  GET    /v1/materials/:id/comparison  -      +   +         +        -         +
  POST   /v1/materials/:id/appeal      -      +   +         -        -         -
  GET    /v1/apps/:appid/material-settings -  +   +         +        -         +
  PUT    /v1/apps/:appid/material-settings -  +   +         -        -         +
  GET    /v1/material-cases            -      -   -         +        -         +
  POST   /v1/material-cases/claim-next -      -   -         +        -         -
  POST   /v1/material-cases/:id/claim  -      -   -         +        -         -
  DELETE /v1/material-cases/:id/claim  -      -   -         +        -         -
  POST   /v1/material-cases/:id/decision -    -   -         +        -         -
  GET    /v1/corpora                   -      -   -         +        -         +
  POST   /v1/corpora/:name/documents   -      -   -         -        -         +
  DELETE /v1/corpora/:name             -      -   -         -        -         +
  GET    /v1/known-pictures            -      -   -         +        -         +
  POST   /v1/known-pictures            -      -   -         -        -         +
  DELETE /v1/known-pictures/:id        -      -   -         -        -         +
  POST   /v1/known-pictures/import     -      -   -         -        -         +
  GET    /v1/known-pictures/export     -      -   -         -        -         +
  GET    /v1/check-policy              -      -   -         +        -         +
  PUT    /v1/check-policy              -      -   -         -        -         +
  POST   /v1/visits                    -      +   -         -        -         -
  GET    /v1/apps/:appid/upstream      -      -   -         -        -         +
  PUT    /v1/apps/:appid/upstream      -      -   -         -        -         +
  DELETE /v1/apps/:appid/upstream      -      -   -         -        -         +
  POST   /v1/apps/:appid/upstream/test -      -   -         -        -         +
  GET    /v1/apps/:appid/upstream/comparisons - - -         -        -         +
  GET    /v1/apps/:appid/upstream/agreement - -   -         -        -         +
  GET    /v1/cases                     -      +   +         +        -         +
  GET    /v1/cases/:id                 -      +   +         +        -         +
  GET    /v1/cases/:id/sound           -      +   +         +        -         +
  POST   /v1/cases/claim-next          -      -   -         +        -         -
  POST   /v1/cases/:id/claim           -      -   -         +        -         -
  DELETE /v1/cases/:id/claim           -      -   -         +        -         -
  POST   /v1/cases/:id/decision        -      -   -         +        -         -
  POST   /v1/cases/:id/proposals       -      -   -         +        -         -
  GET    /v1/proposals                 -      -   -         +        -         +
  POST   /v1/proposals/:id/agree       -      -   -         +        -         +
  POST   /v1/proposals/:id/refuse      -      -   -         +        -         +
  GET    /v1/terms                     -      -   -         +        -         +
  POST   /v1/terms                     -      -   -         -        -         +
  DELETE /v1/terms/:id                 -      -   -         -        -         +
  POST   /v1/terms/import              -      -   -         -        -         +
  GET    /v1/ordinary-texts            -      -   -         -        -         +
  POST   /v1/ordinary-texts            -      -   -         -        -         +
  GET    /v1/lexicon-editions          -      -   -         +        -         +
  GET    /v1/lexicon-editions/:number  -      -   -         +        -         +
  POST   /v1/lexicon-editions          -      -   -         -        -         +
  POST   /v1/lexicon-editions/:number/roll-back - - -       -        -         +
  GET    /v1/text-models               -      -   -         +        -         +
  GET    /v1/text-models/samples       -      -   -         -        -         +
  GET    /v1/text-models/:number/file  -      -   -         -        -         +
  POST   /v1/text-models               -      -   -         -        -         +
  POST   /v1/text-models/try           -      -   -         -        -         +
  POST   /v1/text-models/:number/roll-back - - -            -        -         +
  GET    /v1/templates                 -      +   +         +        +         +
  POST   /v1/templates                 -      -   +         -        -         +
  DELETE /v1/templates/:id             -      -   +         -        -         +
  GET    /v1/releases/:id/media        -      +   +         +        +         +
  GET    /v1/media/:id                 -      +   +         +        +         +
  GET    /v1/category-requests         -      -   -         -        -         +
  POST   /v1/category-requests/:id/pass -     -   -         -        -         +
  POST   /v1/category-requests/:id/reject -   -   -         -        -         +
  GET    /v1/clock                     -      +   +         +        +         +
  POST   /v1/clock/advance             -      -   -         -        -         +
  POST   /v1/first-run                 +      +   +         +        +         +
  POST   /v1/session                   +      +   +         +        +         +
  DELETE /v1/session                   +      +   +         +        +         +
`
const [head = '', ...rows] = MATRIX.trim().split('\n')
const callers = head.trim().split(/\s+/).slice(2)

for (const row of rows) {
  const [method = '', path = '', ...cells] = row.trim().split(/\s+/)
  test(`${method} ${path} lets in ${callers.filter((_, index) => cells[index] === '+')}`, async () => {
    for (const [index, caller] of callers.entries()) {
      const appid = path.endsWith('/secret') ? sacrificed.appid : program.appid
      const url = path.replace(':appid', appid).replace(':id', releaseId)
      const response = await ask(caller, method, url)
      const isIn = response.status !== 401 && response.status !== 403
      const wrongPassword = ['SIGN_IN_FAILED', 'FIRST_RUN_LINK_USED'].includes(response.body?.code)
      const expected = cells[index] === '+'
      const said = `${caller}: ${response.status} ${JSON.stringify(response.body)}`
      assert.equal(isIn || wrongPassword, expected, said)
    }
  })
}

/** Signing out would end the session that later rows need. */
async function ask(caller: string, method: string, url: string): Promise<Json> {
  const asker = people[caller]!
  if (method === 'GET') return asker.get(url)
  if (method === 'PATCH') return asker.patch(url, {})
  if (method === 'PUT') return asker.put(url, {})
  if (method === 'POST') return asker.post(url)
  const isSignOut = url === '/v1/session'
  return isSignOut ? people.nobody!.delete(url) : asker.delete(url)
}

test('a developer who is no member is answered as if the app were not there', async () => {
  const outsider = await signIn(instance, ['developer'])
  const ofApps = rows
    .map((row) => row.trim().split(/\s+/))
    .filter(([, path = '', ...cells]) => isOfOneApp(path) && cells[2] === '+')
  assert.ok(ofApps.length > 30, `${ofApps.length} routes`)
  people.outsider = outsider
  for (const [method = '', path = ''] of ofApps) {
    const url = path.replace(':appid', program.appid).replace(':id', releaseId)
    const { status, body } = await ask('outsider', method, url)
    // A body that is not right may be refused before anybody asks whose the app is.
    const told = `${method} ${path}: ${status} ${JSON.stringify(body)}`
    assert.ok(status === 404 || body?.code === 'REQUEST_MALFORMED', told)
  }
  const { body: apps } = await outsider.get('/v1/apps')
  assert.deepEqual(apps.items, [])
  for (const list of ['releases', 'notices', 'checks', 'media-checks', 'cases']) {
    const { body } = await outsider.get(`/v1/${list}?appid=${program.appid}`)
    assert.deepEqual(body.items, [], list)
  }
})

function isOfOneApp(path: string): boolean {
  return path.startsWith('/v1/apps/:appid') || path.startsWith('/v1/releases/:id')
}

test('the matrix has every route of the description, no more and no less', async () => {
  const { body } = await people.nobody!.get('/v1/openapi.json')
  const described = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods as object).map(
      (method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    ),
  )
  const inMatrix = rows.map((row) => row.trim().split(/\s+/).slice(0, 2).join(' '))
  assert.deepEqual(
    inMatrix.filter((route) => route !== 'GET /v1/openapi.json').sort(),
    described.sort(),
  )
})

test("an app's token sees nothing of another app", async () => {
  const stranger = await makeProgram(instance)
  const asker = askerWith(instance.app, { authorization: `Bearer ${stranger.token}` })
  assert.equal((await asker.get(`/v1/apps/${program.appid}`)).body.code, 'APP_NOT_FOUND')
  assert.equal((await asker.get(`/v1/releases/${releaseId}`)).body.code, 'RELEASE_NOT_FOUND')
  assert.equal((await asker.post(`/v1/releases/${releaseId}/submit`)).status, 404)
  assert.deepEqual((await asker.get(`/v1/releases?appid=${program.appid}`)).body.items, [])
  const { body: apps } = await asker.get('/v1/apps')
  assert.deepEqual(
    apps.items.map(({ appid }: Json) => appid),
    [stranger.appid],
  )
  const { body: check } = await people.app!.post('/v1/checks', { text: '你好' })
  assert.equal((await asker.get(`/v1/checks/${check.id}`)).body.code, 'CHECK_NOT_FOUND')
})

test('an authority sees what was submitted in its region, and no drafts', async () => {
  const developer = people.developer as Person
  const elsewhere = await signIn(instance, ['authority'], 'CN-BJ')
  const { body: draft } = await upload(instance, developer, program.appid, 'plain-tool', '9.0')
  const path = `/v1/releases/${draft.id}`
  assert.equal((await people.authority!.get(path)).status, 404)

  await developer.post(`${path}/submit`, {
    ugcDeclaration: { scenes: [4], methods: [1], hasAuditTeam: false, description: '' },
  })
  await settled(developer, draft.id)
  assert.equal((await people.authority!.get(path)).status, 200)
  assert.equal((await elsewhere.get(path)).status, 404)
  assert.deepEqual((await elsewhere.get('/v1/releases')).body.items, [])
  assert.equal((await elsewhere.get(`/v1/apps/${program.appid}`)).status, 404)
})

test('an authority reads no content of users, not of its own region either', async () => {
  const { body: check } = await people.app!.post('/v1/checks', { text: '你好' })
  const { authority } = people
  assert.equal((await authority!.get(`/v1/checks/${check.id}`)).body.code, 'CHECK_NOT_FOUND')
  for (const list of ['checks', 'media-checks']) {
    const { body } = await authority!.get(`/v1/${list}?appid=${program.appid}`)
    assert.deepEqual(body.items, [], list)
  }
})

test('what a caller may do next is listed for the roles they hold', async () => {
  const { body: forDeveloper } = await people.developer!.get(`/v1/releases/${releaseId}`)
  assert.deepEqual(forDeveloper.allowed, ['submitted'])
  const { body: forReviewer } = await people.reviewer!.get(`/v1/releases/${releaseId}`)
  assert.deepEqual(forReviewer.allowed, [])
})

test('a request with the cookie that changes something must come from our own origin', async () => {
  const { cookie } = people.operator as Person
  const term = { text: '某词', label: 21000, level: 'hint' }
  const post = (headers: Record<string, string>) =>
    send(instance.app, {
      method: 'POST',
      url: '/v1/terms',
      headers: { host: 'localhost:80', cookie, ...headers },
      payload: term,
    })
  for (const origin of ['http://evil.example', 'http://localhost:81', 'null', '']) {
    const { status, body } = await post({ origin })
    assert.equal(status, 403, origin)
    assert.equal(body.code, 'ORIGIN_REFUSED')
  }
  assert.equal((await post({})).body.code, 'ORIGIN_REFUSED')
  assert.equal((await post({ origin: ORIGIN })).status, 201)
  assert.equal((await post({ origin: 'http://localhost' })).status, 201)
})

test('a cookie or token that is nobody’s is answered with 401', async () => {
  const withCookie = askerWith(instance.app, { cookie: 'fangxing_session=made-up' })
  assert.equal((await withCookie.get('/v1/apps')).status, 401)
  const withToken = askerWith(instance.app, { authorization: 'Bearer made-up' })
  const { status, body } = await withToken.get('/v1/apps')
  assert.equal(status, 401)
  assert.equal(body.details.token, 'unknown')
})

test('a route that does not say who may call it cannot be registered', () => {
  const app: App = Fastify().withTypeProvider<ZodTypeProvider>()
  guardRoutes(app, instance.ports)
  assert.throws(() => app.get('/v1/forgotten', async () => 'secret'), /does not say who/)
})
