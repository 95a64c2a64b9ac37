import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AppError, describePlace } from '@fangxing/contract'
import fc from 'fast-check'
import { packageOf } from '../../test/read-fixture.ts'
import { observeProgram } from '../observe-program.ts'

type Files = Readonly<Record<string, string>>

const APP = { 'src/app.config.ts': "export default defineAppConfig({ pages: ['pages/a/index'] })" }

function entriesOf(files: Files): readonly string[] {
  return observeProgram(packageOf(files)).publishEntries.map(
    ({ medium, place, guard }) => `${medium} ${describePlace(place)} ${guard.kind}`,
  )
}

const IMPORTS = `import Taro from '@tarojs/taro'
import { Button, Form, Input, Textarea, View } from '@tarojs/components'`

const ADD = "Taro.cloud.database().collection('posts').add({ data: { text } })"

const pages: readonly (readonly [style: string, page: string])[] = [
  [
    'a function with hooks',
    `import { useState } from 'react'
${IMPORTS}
export default function Page() {
  const [text, setText] = useState('')
  const send = async () => { await ${ADD} }
  return <View><Textarea value={text} onInput={(e) => setText(e.detail.value)} /><Button onClick={send}>发布</Button></View>
}`,
  ],
  [
    'a class with state, its methods bound in the constructor',
    `import { Component } from 'react'
${IMPORTS}
export default class Page extends Component {
  constructor(props) { super(props); this.state = { text: '' }; this.send = this.send.bind(this) }
  onText = (e) => { this.setState({ text: e.detail.value }) }
  send() { const { text } = this.state; ${ADD} }
  render() { return <View><Textarea onInput={this.onText} /><Button onClick={this.send}>发布</Button></View> }
}`,
  ],
  [
    'a reference instead of a state, in a page handed on by a wrapper',
    `import { memo, useRef } from 'react'
${IMPORTS}
const Page = () => {
  const draft = useRef('')
  const send = () => { const text = draft.current; ${ADD} }
  return <View><Textarea onInput={(e) => { draft.current = e.target.value }} /><Button onClick={send}>发布</Button></View>
}
export default memo(Page)`,
  ],
  [
    'a form and the names of its inputs',
    `import React from 'react'
${IMPORTS}
export default () => {
  const submit = ({ detail }) => { const { text } = detail.value; ${ADD} }
  return <Form onSubmit={submit}><Textarea name="text" /><Button formType="submit">发布</Button></Form>
}`,
  ],
  [
    'a reducer',
    `import { useReducer } from 'react'
${IMPORTS}
const reduce = (state, action) => action.type === 'text' ? { ...state, text: action.text } : state
export default function Page() {
  const [{ text }, dispatch] = useReducer(reduce, { text: '' })
  return <View><Textarea onInput={(e) => dispatch({ type: 'text', text: e.detail.value })} /><Button onClick={() => ${ADD}}>发布</Button></View>
}`,
  ],
]

for (const [style, page] of pages) {
  test(`content of a Taro page is followed through ${style}`, () => {
    const seen = entriesOf({ ...APP, 'src/pages/a/index.jsx': page })
    assert.deepEqual(
      seen.map((one) => one.replace(/:\d+:\d+/, '')),
      ['text src/pages/a/index.jsx unguarded'],
    )
  })
}

test('content is followed out of a component and through a file that hands it on', () => {
  const seen = entriesOf({
    ...APP,
    'src/pages/a/index.tsx': `import { useState } from 'react'
${IMPORTS}
import { CommentBox } from '@/components'
const Page: React.FC = () => {
  const [text, setText] = useState<string>('')
  return <View><CommentBox label="写评论" onChange={setText} /><Button onClick={() => { ${ADD} }}>发布</Button></View>
}
export default Page`,
    'src/components/index.ts': "export { default as CommentBox } from './comment-box'",
    'src/components/comment-box/index.tsx': `${IMPORTS}
export default function CommentBox({ label, onChange }: { label: string; onChange: (text: string) => void }) {
  return <Input placeholder={label} onInput={(e) => onChange(e.detail.value)} />
}`,
  })
  assert.deepEqual(seen, ['text src/components/comment-box/index.tsx:4:10 unguarded'])
})

test('a guard in a cloud function is proved, and its loss is seen', () => {
  const page = `import { useState } from 'react'
${IMPORTS}
export default function Page() {
  const [text, setText] = useState('')
  const send = () => Taro.cloud.callFunction({ name: 'publish', data: { text } })
  return <View><Input onInput={(e) => setText(e.detail.value)} /><Button onClick={send}>发布</Button></View>
}`
  const guarded = `const cloud = require('wx-server-sdk')
exports.main = async ({ text }) => {
  const { OPENID } = cloud.getWXContext()
  const { result } = await cloud.openapi.security.msgSecCheck({ content: text, version: 2, scene: 2, openid: OPENID })
  if (result.suggest !== 'pass') return { refused: true }
  return cloud.database().collection('posts').add({ data: { text } })
}`
  const kinds = (source: string) =>
    entriesOf({
      ...APP,
      'src/pages/a/index.tsx': page,
      'cloudfunctions/publish/index.js': source,
    }).map((one) => one.split(' ')[2])
  assert.deepEqual(kinds(guarded), ['guarded'])
  assert.deepEqual(kinds(guarded.replace('await ', '')), ['ineffective'])
  assert.deepEqual(kinds(guarded.replace(/ {2}const \{ result.*\n.*\n/, '')), ['unguarded'])
})

test('the first version keeps its configuration in the class of the app', () => {
  const { manifest, pages } = observeProgram(
    packageOf({
      'src/app.js': `import Taro, { Component } from '@tarojs/taro'
class App extends Component {
  config = { pages: ['pages/a/a'], requiredBackgroundModes: ['audio'] }
  render() { return null }
}
Taro.render(<App />, document.getElementById('app'))`,
      'src/pages/a/a.js': `import Taro, { Component } from '@tarojs/taro'
export default class A extends Component {
  config = { navigationBarTitleText: '社区' }
  render() { return <View>你好</View> }
}`,
    }),
  )
  assert.deepEqual(manifest.requiredBackgroundModes, ['audio'])
  assert.deepEqual(
    pages.map(({ path, title, exists, place }) => [path, title, exists, describePlace(place)]),
    [['pages/a/a', '社区', true, 'src/app.js:3:22']],
  )
})

test('a configuration is followed through names, spreads and the platform it is built for', () => {
  const { pages, manifest } = observeProgram(
    packageOf({
      'src/app.config.js': `const shared = ['pages/a/index']
const live = { pages: process.env.TARO_ENV === 'weapp' ? [...shared, 'pages/b/index'] : shared }
module.exports = { ...live, subPackages: [{ root: 'packages/c', pages: ['d/index'] }], plugins: {} }`,
      'src/pages/a/index.jsx': 'export default () => <view>你好</view>',
      'src/pages/a/index.config.js': "export default { navigationBarTitleText: '首页' }",
    }),
  )
  assert.deepEqual(manifest.plugins, [])
  assert.deepEqual(
    pages.map(({ path, title, exists }) => `${path} ${title} ${exists}`),
    ['pages/a/index 首页 true', 'pages/b/index  false', 'packages/c/d/index  false'],
  )
})

test('what was built from Taro is passed over for its sources', () => {
  const { pages } = observeProgram(
    packageOf({
      ...APP,
      'project.config.json': '{ "miniprogramRoot": "dist/" }',
      'dist/app.json': '{ "pages": ["pages/a/index", "pages/built/index"] }',
    }),
  )
  assert.deepEqual(
    pages.map(({ path }) => path),
    ['pages/a/index'],
  )
})

test('elements, texts and calls of a Taro page have the names of the platform', () => {
  const seen = observeProgram(
    packageOf({
      ...APP,
      'src/pages/a/index.jsx': `${IMPORTS}
import { LivePlayer, ScrollView } from '@tarojs/components'
export default () => {
  Taro.useLoad(() => { Taro.chooseLocation() })
  return <ScrollView scrollY className="list">欢迎<LivePlayer src={url} onStateChange={() => {}} /></ScrollView>
}`,
    }),
  )
  assert.deepEqual(
    seen.elements.map(({ tag, attributes }) => [tag, attributes]),
    [
      ['scroll-view', { 'scroll-y': '', class: 'list' }],
      ['live-player', { src: '{{url}}', bindstatechange: '{{() => {}}}' }],
    ],
  )
  assert.deepEqual(
    seen.texts.map(({ text }) => text),
    ['欢迎'],
  )
  assert.deepEqual(
    seen.apiCalls.map(({ name }) => name),
    ['Taro.useLoad', 'Taro.chooseLocation'],
  )
})

test('a configuration that cannot be known without running it is malformed', () => {
  assert.throws(
    () => observeProgram(packageOf({ 'src/app.config.ts': 'export default build({ pages: [] })' })),
    (error) => error instanceof AppError && error.code === 'MANIFEST_MALFORMED',
  )
})

test('a page of Taro written with Vue is followed like any page of Vue', () => {
  const seen = entriesOf({
    ...APP,
    'src/pages/a/index.vue': `<template>
  <view><textarea v-model="text" /><button @tap="send">发布</button></view>
</template>
<script setup>
import { ref } from 'vue'
import Taro from '@tarojs/taro'
const text = ref('')
const send = () => Taro.cloud.database().collection('posts').add({ data: { text: text.value } })
</script>`,
  })
  assert.deepEqual(seen, ['text src/pages/a/index.vue:2:9 unguarded'])
})

test('an input of a library hands its handler the content itself', () => {
  const seen = entriesOf({
    ...APP,
    'src/pages/a/index.jsx': `import { useState } from 'react'
import { AtTextarea } from 'taro-ui'
${IMPORTS}
export default function Page() {
  const [text, setText] = useState('')
  return <View><AtTextarea value={text} onChange={setText} /><Button onClick={() => ${ADD}}>发布</Button></View>
}`,
  })
  assert.deepEqual(seen, ['text src/pages/a/index.jsx:7:16 unguarded'])
})

test('a hook of the package, a context and a class wrapped by a store are followed', () => {
  const seen = entriesOf({
    ...APP,
    'src/pages/a/index.jsx': `import { Component } from 'react'
import { connect } from 'react-redux'
import { Draft, useDraft } from '../../draft'
${IMPORTS}
const Send = () => {
  const { text } = useDraft()
  return <Button onClick={() => ${ADD}}>发布</Button>
}
class Page extends Component {
  state = { text: '' }
  render() {
    return <Draft.Provider value={{ text: this.state.text }}>
      <Input onInput={({ detail }) => this.setState({ text: detail.value })} />
      <Send />
    </Draft.Provider>
  }
}
export default connect((state) => state)(Page)`,
    'src/draft.js': `import { createContext, useContext } from 'react'
export const Draft = createContext({ text: '' })
export const useDraft = () => useContext(Draft)`,
  })
  assert.deepEqual(seen, ['text src/pages/a/index.jsx:14:7 unguarded'])
})

const WHOLE = {
  'src/app.config.ts': `const pages = ['pages/a/index']
export default defineAppConfig({ pages: process.env.TARO_ENV === 'weapp' ? [...pages] : pages })`,
  'src/pages/a/index.tsx': `import { useState, useRef } from 'react'
${IMPORTS}
import Box from './box'
export default function Page(props) {
  const [text, setText] = useState('')
  const at = useRef(null)
  return <View>{props.list?.map((one) => <Box key={one.id} {...one} onText={setText}>{() => one}</Box>)}
    <Button ref={at} onClick={() => { ${ADD} }}>发布</Button></View>
}`,
  'src/pages/a/box.tsx': `import { Component } from 'react'
import { Input } from '@tarojs/components'
import Page from './index'
export default class Box extends Component<{ onText: (text: string) => void }> {
  render() { return <><Input onInput={(e) => this.props.onText(e.detail.value)} /><Page /><Box /></> }
}`,
  'server/app.js': `const app = require('express')()
app.post('/api/:id', (req, res, next) => next())
app.use('/x', app)
app.listen(1)`,
}

test('no loss of characters anywhere makes the reader throw anything but a refusal', () => {
  const files = Object.entries(WHOLE)
  const cut = fc.record({
    file: fc.nat(files.length - 1),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 60 }),
  })
  fc.assert(
    fc.property(cut, ({ file, at, length }) => {
      const changed = files.map(([path, text], index) => {
        const from = Math.floor(at * text.length)
        return [
          path,
          index === file ? text.slice(0, from) + text.slice(from + length) : text,
        ] as const
      })
      try {
        observeProgram(packageOf(Object.fromEntries(changed)))
      } catch (error) {
        assert(error instanceof AppError, String(error))
      }
    }),
    { numRuns: 80 },
  )
})
