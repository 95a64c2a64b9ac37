/** Small mini-programs in memory. */

import { findProgram, type Program } from '@fangxing/page'

const APP = {
  pages: ['pages/index/index'],
  window: { navigationBarTitleText: '番茄', navigationBarBackgroundColor: '#07c160' },
}

/** Files besides `app.json`; those of the page go by their ending: `.wxml`. */
export function programOf(files: Readonly<Record<string, string>>): Program {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const named = Object.entries(files).map(([path, text]): [string, Uint8Array] => [
    path.startsWith('.') ? `pages/index/index${path}` : path,
    bytes(text),
  ])
  const program = findProgram(new Map([['app.json', bytes(JSON.stringify(APP))], ...named]))
  if (program === null) throw new Error('no program')
  return program
}

export const ARTICLE = {
  '.wxml': `<view class="title">{{title}}</view>
<view class="half"></view>
<block wx:for="{{points}}" wx:key="id"><text class="point">{{index + 1}} {{item.text}}</text></block>
<note-card note="{{points[0]}}" bind:open="open" />
<view wx:if="{{opened}}">打开了{{opened}}</view>
<ad unit-id="adunit-1" />
<image src="/pot.png" mode="aspectFit" />`,
  '.wxss': `@import "../../shared.wxss";
.title { font-size: 48rpx } .half { width: 375rpx; height: 100rpx } view { color: #222 }`,
  '.js': `const { points } = require('../../points')
Page({
  data: { title: '', points, opened: '' },
  onLoad(query) { this.setData({ title: '阳台种番茄' + (query.part || '') }) },
  open(event) { this.setData({ opened: event.detail.text }) },
})`,
  '.json': '{ "usingComponents": { "note-card": "/components/note-card" } }',
  'shared.wxss': 'page { background: #fff } .point { display: block }',
  'points.js':
    "export const points = [{ id: 1, text: '多晒太阳' }, { id: 2, text: '少浇水' }, { id: 3, text: '搭架子' }]",
  'components/note-card.wxml':
    '<view class="card" bindtap="tap">摘要：{{note.text}}<wxs module="m">module.exports = { twice: function (n) { return n * 2 } }</wxs>{{m.twice(21)}}</view>',
  'components/note-card.wxss': '.card { padding: 20rpx } ',
  'components/note-card.json': '{ "component": true }',
  'components/note-card.js': `Component({
  properties: { note: Object },
  methods: { tap() { this.triggerEvent('open', { text: this.data.note.text }) } },
})`,
}
