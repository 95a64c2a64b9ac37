/**
 * A mini-program of any size, generated: pages that read and list, and one in three that also publishes
 * a title and a text, every tenth page without a check. The labelled programs have 0.4 entries a page.
 *
 * `grownProgram(10_000)` gives files by path with about that many lines of script and template, the
 * same every time. One page takes about a hundred lines; ten pages share a cloud function.
 */

const LINES_PER_PAGE = 100

export function grownProgram(lines: number): ReadonlyMap<string, string> {
  const count = Math.max(1, Math.round(lines / LINES_PER_PAGE))
  const pages = Array.from({ length: count }, (_, index) => `pages/p${index}/p${index}`)
  const files = new Map([
    ['project.config.json', '{"miniprogramRoot":"app/","cloudfunctionRoot":"cloudfunctions/"}'],
    [
      'app/app.json',
      JSON.stringify({ pages, window: { navigationBarTitleText: '笔记' } }, null, 1),
    ],
    ['app/app.js', 'App({ globalData: { user: null } })\n'],
    ['app/utils/request.js', REQUEST],
  ])
  pages.forEach((page, index) => {
    files.set(`app/${page}.wxml`, template(index))
    files.set(`app/${page}.js`, script(index))
    files.set(`app/${page}.json`, `{"navigationBarTitleText":"笔记 ${index}"}`)
    if (index % 10 === 0) files.set(`cloudfunctions/post${index / 10}/index.js`, FUNCTION)
  })
  return files
}

/** Lines of script and template. */
export function countLines(files: ReadonlyMap<string, string>): number {
  return [...files]
    .filter(([path]) => /\.(js|wxml)$/.test(path))
    .reduce((sum, [, text]) => sum + text.split('\n').length - 1, 0)
}

const REQUEST = `
const call = (name, data) => wx.cloud.callFunction({ name, data }).then(({ result }) => result)
const get = (path) => new Promise((resolve, reject) => {
  wx.request({ url: 'https://api.example.com' + path, success: ({ data }) => resolve(data), fail: reject })
})
module.exports = { call, get }
`

const FUNCTION = `
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()
exports.main = async ({ action, content, title }) => {
  const { OPENID: openid } = cloud.getWXContext()
  if (action === 'list') return db.collection('posts').limit(20).get()
  const { result } = await cloud.openapi.security.msgSecCheck({ version: 2, scene: 3, openid, content: title + content })
  if (result.suggest !== 'pass') return { code: 1 }
  await db.collection('posts').add({ data: { title, content, openid } })
  return { code: 0 }
}
`

/** A page that only reads has as many lines, so that size is not a matter of publishing. */
function publishes(index: number): boolean {
  return index % 3 === 0
}

const FIELDS = `<input placeholder="标题" bindinput="onTitle" />
  <textarea placeholder="写点什么" bindinput="onText" />
  <button bindtap="onSend">发布</button>`

function template(index: number): string {
  const rows = Array.from(
    { length: 8 },
    (_, row) => `    <view class="row-${row}">
      <text bindtap="onOpen" data-row="${row}">{{item.field${row}}}</text>
      <image wx:if="{{item.picture${row}}}" src="{{item.picture${row}}}" />
    </view>`,
  )
  return `<view class="page-${index}">
  ${publishes(index) ? FIELDS : '<text>共 {{posts.length}} 篇</text>'}
  <view wx:for="{{posts}}" wx:key="id" bindtap="onOpen" data-id="{{item.id}}">
${rows.join('\n')}
  </view>
</view>
`
}

function script(index: number): string {
  const send =
    index % 10 === 9
      ? "await wx.cloud.database().collection('posts').add({ data: { title, content: text } })"
      : `await call('post${Math.floor(index / 10)}', { action: 'publish', title, content: text })`
  const formats = Array.from(
    { length: 8 },
    (_, at) => `  format${at}(post) {
    const parts = [post.field${at}, post.name || '']
    return parts.filter((part) => part !== '').join(' · ')
  },`,
  )
  return `const { call, get } = require('../../utils/request')
const PAGE_SIZE = ${10 + (index % 5)}
Page({
  data: { title: '', text: '', posts: [], page: 0 },
  async onLoad({ id }) {
    this.id = id
    await this.load()
  },
  async load() {
    const answer = await get('/posts?page=' + this.data.page + '&size=' + PAGE_SIZE)
    const posts = (answer.posts || []).map((post) => ({ ...post, label: this.format0(post) }))
    this.setData({ posts: this.data.posts.concat(posts), page: this.data.page + 1 })
  },
  onReachBottom() {
    this.load()
  },
${formats.join('\n')}
  onTitle(event) {
    this.setData({ title: event.detail.value })
  },
  onText(event) {
    this.setData({ text: event.detail.value })
  },
  onOpen(event) {
    const { id } = event.currentTarget.dataset
    wx.navigateTo({ url: '/pages/p0/p0?id=' + id })
  },
  async onSend() {
    const { title, text } = this.data
    if (title.trim() === '') {
      wx.showToast({ title: '请写标题', icon: 'none' })
      return
    }
    ${send}
    wx.navigateBack()
  },
})
`
}
