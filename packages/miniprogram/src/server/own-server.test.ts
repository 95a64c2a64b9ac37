import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packageOf } from '../../test/read-fixture.ts'
import { observeProgram } from '../observe-program.ts'

type Files = Readonly<Record<string, string>>

const CLIENT: Files = {
  'client/app.json': '{ "pages": ["pages/a/a"] }',
  'client/pages/a/a.wxml': '<textarea bindinput="onText" /><button bindtap="onSend">发布</button>',
}

function pageSending(send: string): Files {
  return {
    'client/pages/a/a.js': `Page({
  onText(e) { this.text = e.detail.value },
  onSend() { const text = this.text; ${send} },
})`,
  }
}

const POST =
  "wx.request({ url: 'https://api.example.com/api/posts', method: 'POST', data: { text } })"

function guardsOf(server: Files, send = POST): readonly string[] {
  const files = { ...CLIENT, ...pageSending(send), ...server }
  return observeProgram(packageOf(files)).publishEntries.map(({ guard }) => guard.kind)
}

const CHECK = `
const axios = require('axios')
async function passes(content, openid) {
  const { data } = await axios.post('https://api.weixin.qq.com/wxa/msg_sec_check?access_token=' + token, { version: 2, scene: 2, openid, content })
  return data.result.suggest === 'pass'
}`

const EXPRESS = `const express = require('express')
const mysql = require('mysql')
const app = express()
const pool = mysql.createPool({})
app.use(express.json())
${CHECK}
app.post('/api/posts', async (req, res) => {
  const { text } = req.body
  if (!(await passes(text, req.openid))) return res.status(400).json({ refused: true })
  pool.query('INSERT INTO posts (text) VALUES (?)', [text], () => res.json({ ok: true }))
})
app.listen(3000)`

const KOA = `const Koa = require('koa')
const Router = require('koa-router')
const mongoose = require('mongoose')
const Post = mongoose.model('Post', new mongoose.Schema({ text: String }))
const app = new Koa()
const router = new Router({ prefix: '/api' })
${CHECK}
router.post('/posts', async (ctx) => {
  const { text } = ctx.request.body
  if (!(await passes(text, ctx.openid))) { ctx.status = 400; return }
  await new Post({ text }).save()
  ctx.body = { ok: true }
})
app.use(router.routes()).use(router.allowedMethods())
app.listen(3000)`

const MIDDLEWARE: Files = {
  'server/index.js': `const express = require('express')
const app = express()
app.use('/api', require('./check'), require('./posts'))
app.listen(3000)`,
  'server/check.js': `${CHECK}
module.exports = async (req, res, next) => {
  if (!(await passes(req.body.text, req.openid))) return res.sendStatus(400)
  next()
}`,
  'server/posts.js': `const router = require('express').Router()
const { PrismaClient } = require('@prisma/client')
const prisma = new PrismaClient()
router.route('/posts').post(async (req, res) => {
  await prisma.post.create({ data: { text: req.body.text } })
  res.json({})
})
module.exports = router`,
}

const NEST: Files = {
  'server/src/posts.controller.ts': `import { Body, Controller, Post } from '@nestjs/common'
import { PostsService } from './posts.service'
@Controller('api/posts')
export class PostsController {
  constructor(private readonly posts: PostsService) {}
  @Post()
  async create(@Body() body: { text: string }) {
    return this.posts.create(body.text)
  }
}`,
  'server/src/posts.service.ts': `import { Injectable } from '@nestjs/common'
import { Repository } from 'typeorm'
import { Post } from './post.entity'
${CHECK.replace("const axios = require('axios')", "import axios from 'axios'")}
@Injectable()
export class PostsService {
  constructor(private readonly repository: Repository<Post>) {}
  async create(text: string) {
    if (!(await passes(text, ''))) throw new Error('refused')
    return this.repository.save({ text })
  }
}`,
}

const EGG: Files = {
  'server/app/router.js': `module.exports = (app) => {
  const { router, controller } = app
  router.post('/api/posts', controller.post.create)
}`,
  'server/app/controller/post.js': `const { Controller } = require('egg')
${CHECK}
class PostController extends Controller {
  async create() {
    const { ctx } = this
    if (!(await passes(ctx.request.body.text, ''))) { ctx.status = 400; return }
    await ctx.service.post.add(ctx.request.body.text)
    ctx.body = {}
  }
}
module.exports = PostController`,
  'server/app/service/post.js': `const { Service } = require('egg')
module.exports = class PostService extends Service {
  async add(text) { return this.app.mysql.insert('posts', { text }) }
}`,
}

const servers: readonly (readonly [name: string, server: Files])[] = [
  ['Express', { 'server/app.js': EXPRESS }],
  ['Koa', { 'server/app.js': KOA }],
  ['a mounted router behind a middleware', MIDDLEWARE],
  ['Nest', NEST],
  ['egg', EGG],
]

const faults: readonly (readonly [
  fault: string,
  change: (text: string) => string,
  said: string,
])[] = [
  ['with its check', (text) => text, 'guarded'],
  [
    'whose check nobody waits for',
    (text) => text.replace('await passes(', 'passes('),
    'ineffective',
  ],
  [
    'whose check nobody asks',
    (text) => text.replace(/if \(!\(await passes[^\n]*\n/, '\n'),
    'unguarded',
  ],
  [
    'that asks the wrong field',
    (text) => text.replace("data.result.suggest === 'pass'", "data.suggest !== 'risky'"),
    'ineffective',
  ],
]

for (const [name, server] of servers) {
  for (const [fault, change, said] of faults) {
    test(`an entry sent to a server with ${name} ${fault} is ${said}`, () => {
      const changed = Object.entries(server).map(([path, text]) => [path, change(text)] as const)
      assert.deepEqual(guardsOf(Object.fromEntries(changed)), [said])
    })
  }
}

const addresses: readonly (readonly [name: string, send: string, said: string])[] = [
  [
    'behind a base that is not known',
    "wx.request({ url: getApp().base + '/api/posts', method: 'POST', data: { text } })",
    'guarded',
  ],
  ['with a query', POST.replace('/posts', '/posts?from=app'), 'guarded'],
  ['of another path', POST.replace('/posts', '/notes'), 'unknown'],
  ['by another method', POST.replace("'POST'", "'PUT'"), 'unknown'],
  [
    'that is only known while running',
    "wx.request({ url: this.url, method: 'POST', data: { text } })",
    'unknown',
  ],
]

for (const [name, send, said] of addresses) {
  test(`a request to an address ${name} is ${said}`, () => {
    assert.deepEqual(guardsOf({ 'server/app.js': EXPRESS }, send), [said])
  })
}

const SOCKETS = `const WebSocket = require('ws')
const wss = new WebSocket.Server({ port: 3000 })
const broadcast = (text) => wss.clients.forEach((client) => client.send(text))
wss.on('connection', (ws) => {
  ws.on('message', (text) => HANDLE)
})`

const messages: readonly (readonly [name: string, handler: string, said: string])[] = [
  ['that hands it to everyone', 'broadcast(text)', 'unguarded'],
  ['that only sends it back', 'ws.send(text)', 'unknown'],
  [
    'that checks it first',
    `{
  ${CHECK.replaceAll('\n', '\n  ')}
  passes(text, '').then((ok) => { if (ok) broadcast(text) })
}`,
    'guarded',
  ],
]

for (const [name, handler, said] of messages) {
  test(`a message to a server of sockets ${name} is ${said}`, () => {
    const send = 'wx.sendSocketMessage({ data: text })'
    const server = { 'server/chat.js': SOCKETS.replace('HANDLE', () => handler) }
    assert.deepEqual(guardsOf(server, send), [said])
  })
}

const JAVA = `@RestController
@RequestMapping("/api/posts")
public class PostController {
  @PostMapping
  public Answer create(@RequestBody PostForm form) { return posts.create(form); }
}`

const foreign: readonly (readonly [name: string, server: Files, said: RegExp])[] = [
  [
    'answers the path and names no check',
    { 'server/PostController.java': JAVA },
    /没有提到官方检测接口/,
  ],
  [
    'answers the path and names a check',
    {
      'server/PostController.java': JAVA,
      'server/Check.java': 'wxMaService.getSecCheckService() // WxMaMediaSecCheckCheckRequest',
    },
    /提到了官方检测接口/,
  ],
  ['answers another path', { 'server/note.py': "@app.route('/api/notes')" }, /看不到审核。$/],
  [
    'is written in PHP',
    { 'server/routes.php': "Route::post('/api/posts', [PostController::class, 'create']);" },
    /线索：server\/routes\.php/,
  ],
  [
    'is written in Go',
    { 'server/main.go': 'router.POST("/api/posts", create)' },
    /线索：server\/main\.go/,
  ],
]

for (const [name, server, said] of foreign) {
  test(`a server in a language that is not followed and that ${name} proves nothing`, () => {
    const files = { ...CLIENT, ...pageSending(POST), ...server }
    const [entry] = observeProgram(packageOf(files)).publishEntries
    assert.equal(entry?.guard.kind, 'unknown')
    assert.match(entry?.guard.kind === 'unknown' ? entry.guard.because.zh : '', said)
  })
}

test('two servers that answer the same path prove nothing', () => {
  const open = EXPRESS.replace(/if \(!\(await passes[^\n]*\n/, '\n')
  assert.deepEqual(guardsOf({ 'server/app.js': EXPRESS, 'legacy/app.js': open }), ['unknown'])
})

test('a database that is only asked is no place where content goes', () => {
  const search = EXPRESS.replace(
    /pool\.query\([^\n]*/,
    "pool.query('SELECT * FROM posts WHERE text = ?', [text], () => res.json({}))",
  ).replace(/if \(!\(await passes[^\n]*\n/, '\n')
  assert.deepEqual(guardsOf({ 'server/app.js': search }), [])
})

test('an uploaded picture is followed to where the server keeps it', () => {
  const files = {
    ...CLIENT,
    'client/pages/a/a.js': `Page({ onSend() {
  wx.chooseImage({ success: ({ tempFilePaths }) => wx.uploadFile({ url: 'https://api.example.com/api/pictures', filePath: tempFilePaths[0], name: 'file' }) })
} })`,
    'server/app.js': `const express = require('express')
const multer = require('multer')
const mongo = require('mongodb')
const app = express()
app.post('/api/pictures', multer().single('file'), async (req, res) => {
  await new mongo.MongoClient('').db().collection('pictures').insertOne({ path: req.file.path })
  res.json({})
})`,
  }
  const entries = observeProgram(packageOf(files)).publishEntries
  assert.deepEqual(
    entries.map(({ medium, guard }) => `${medium} ${guard.kind}`),
    ['picture unguarded'],
  )
})
