import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describePlace } from '@fangxing/contract'
import { packageOf } from '../../test/read-fixture.ts'
import { observeProgram } from '../observe-program.ts'

type Files = Readonly<Record<string, string>>

const MANIFEST = `{
  // uni-app writes comments
  "pages": [{ "path": "pages/a/a", "style": { "navigationBarTitleText": "社区" } }],
}`

function observe(files: Files) {
  return observeProgram(packageOf({ 'pages.json': MANIFEST, ...files }))
}

function entriesOf(files: Files): readonly string[] {
  return observe(files).publishEntries.map(
    ({ medium, place, guard }) => `${medium} ${describePlace(place)} ${guard.kind}`,
  )
}

const SEND = "uni.request({ url: 'https://api.example.com/posts', data: { text } })"

const styles: readonly (readonly [style: string, files: Files])[] = [
  [
    'the object of options',
    {
      'pages/a/a.vue': `<template>
  <textarea v-model="form.text" /><button @click="submit()">发布</button>
</template>
<script>
export default {
  data() { return { form: { text: '' } } },
  methods: { submit() { const { text } = this.form; ${SEND} } },
}
</script>`,
    },
  ],
  [
    'script setup with references',
    {
      'pages/a/a.vue': `<template>
  <textarea v-model="text" /><button @tap.stop="submit">发布</button>
</template>
<script setup lang="ts">
import { ref } from 'vue'
const text = ref<string>('')
const submit = async () => { await uni.request({ url: 'https://api.example.com', data: { text: text.value } }) }
</script>`,
    },
  ],
  [
    'a handler and statements in the template',
    {
      'pages/a/a.vue': `<template>
  <input @input="text = $event.detail.value" /><button @click="() => send(text)">发布</button>
</template>
<script>
export default { data: () => ({ text: '' }), methods: { send(text) { ${SEND} } } }
</script>`,
    },
  ],
]

for (const [style, files] of styles) {
  test(`content of a Vue page is followed through ${style}`, () => {
    assert.deepEqual(entriesOf(files), ['text pages/a/a.vue:2:3 unknown'])
  })
}

test('what a component sends reaches the model of its parent', () => {
  const seen = entriesOf({
    'pages/a/a.vue': `<template><comment-box v-model="text" /><button @click="send">发布</button></template>
<script>
import CommentBox from '@/components/comment-box.vue'
export default { components: { CommentBox }, data() { return { text: '' } }, methods: { send() { const { text } = this; ${SEND} } } }
</script>`,
    'components/comment-box.vue': `<template>
  <input @input="onInput" />
</template>
<script>
export default { methods: { onInput(e) { this.$emit('input', e.detail.value) } } }
</script>`,
  })
  assert.deepEqual(seen, ['text components/comment-box.vue:2:3 unknown'])
})

test('a guard in a cloud function of uniCloud is proved', () => {
  const seen = entriesOf({
    'pages/a/a.vue': `<template><input v-model="text" /><button @click="send">发布</button></template>
<script>
export default { data() { return { text: '' } }, methods: { send() { uniCloud.callFunction({ name: 'publish', data: { text: this.text } }) } } }
</script>`,
    'uniCloud-aliyun/cloudfunctions/publish/index.js': `
const db = uniCloud.database()
exports.main = async ({ text, openid }) => {
  const { data } = await uniCloud.httpclient.request('https://api.weixin.qq.com/wxa/msg_sec_check?access_token=x', { method: 'POST', data: { version: 2, scene: 2, openid, content: text } })
  if (data.result.suggest !== 'pass') return
  await db.collection('posts').add({ data: { text } })
}`,
  })
  assert.deepEqual(seen, ['text pages/a/a.vue:1:11 guarded'])
})

test('only what is built for WeChat is read', () => {
  const seen = observe({
    'pages/a/a.vue': `<template>
  <!-- #ifdef H5 -->
  <textarea v-model="text" />
  <!-- #endif -->
  <!-- #ifndef H5 -->
  <text>微信</text>
  <!-- #endif -->
</template>
<script>
// #ifdef APP-PLUS
plus.share()
// #endif
// #ifdef MP-WEIXIN || MP-QQ
wx.login()
// #endif
export default {}
</script>`,
  })
  assert.deepEqual(
    seen.elements.map(({ tag }) => tag),
    ['text'],
  )
  assert.deepEqual(
    seen.apiCalls.map(({ name }) => name),
    ['wx.login'],
  )
})

test('a page of uni-app has the title of pages.json', () => {
  const [page] = observe({ 'pages/a/a.vue': '<template><view/></template>' }).pages
  assert.deepEqual([page?.title, page?.exists, page?.place.line], ['社区', true, 3])
})

test('an mpx page keeps its data beside its methods', () => {
  const seen = observeProgram(
    packageOf({
      'app.mpx': '<script type="application/json">{ "pages": ["./pages/chat"] }</script>',
      'pages/chat.mpx': `<template>
  <input wx:model="{{ message }}" bindconfirm="send" />
</template>
<script>
import { createPage } from '@mpxjs/core'
createPage({ data: { message: '' }, methods: { send() { wx.sendSocketMessage({ data: this.message }) } } })
</script>`,
    }),
  )
  assert.deepEqual(
    seen.publishEntries.map(({ place, guard }) => `${describePlace(place)} ${guard.kind}`),
    ['pages/chat.mpx:2:3 unknown'],
  )
})

test('a component file without an end is read as far as it goes', () => {
  assert.deepEqual(
    observe({ 'pages/a/a.vue': '<template><view><script>export default {' }).pages.length,
    1,
  )
})
