import { type Files, type Mutation, PAGE, testMutations } from '../../test/mutation-table.ts'

const awaited: Files = {
  ...PAGE,
  'p.js': `
Page({
  data: { text: '', title: '固定标题' },
  onText(e) { this.setData({ text: e.detail.value }) },
  async onSend() {
    await wx.cloud.callFunction({ name: 'publish', data: { content: this.data.text } })
  },
})`,
  'cloudfunctions/publish/index.js': `
const cloud = require('wx-server-sdk')
const db = cloud.database()
exports.main = async (event) => {
  const { OPENID } = cloud.getWXContext()
  const answer = await cloud.openapi.security.msgSecCheck({
    version: 2, scene: 3, openid: OPENID, content: event.content,
  })
  if (answer.result.suggest !== 'pass') return { published: false }
  await db.collection('posts').add({ data: { content: event.content } })
  return { published: true }
}`,
}
const FUNCTION = 'cloudfunctions/publish/index.js'

const awaitedMutations: readonly Mutation[] = [
  ['the await is dropped', FUNCTION, 'await cloud.openapi', 'cloud.openapi', 'ineffective'],
  [
    'the test is dropped',
    FUNCTION,
    "if (answer.result.suggest !== 'pass') return { published: false }",
    '',
    'ineffective',
  ],
  [
    'the answer is read one level too high',
    FUNCTION,
    "answer.result.suggest !== 'pass'",
    "answer.suggest === 'risky'",
    'ineffective',
  ],
  [
    'the answer is read one level too deep',
    FUNCTION,
    "answer.result.suggest !== 'pass'",
    "answer.result.result.suggest === 'risky'",
    'ineffective',
  ],
  [
    'the error code of the old shape is tested',
    FUNCTION,
    "answer.result.suggest !== 'pass'",
    'answer.errCode === 87014',
    'ineffective',
  ],
  [
    'only the transport code is tested',
    FUNCTION,
    "answer.result.suggest !== 'pass'",
    'answer.errCode !== 0',
    'ineffective',
  ],
  [
    'a word that is never answered is tested',
    FUNCTION,
    "answer.result.suggest !== 'pass'",
    "answer.result.suggest === 'block'",
    'ineffective',
  ],
  [
    'the label is compared with the wrong number',
    FUNCTION,
    "answer.result.suggest !== 'pass'",
    'answer.result.label === 0',
    'ineffective',
  ],
  ['the test is turned round', FUNCTION, "!== 'pass'", "=== 'pass'", 'ineffective'],
  [
    'the branch no longer returns',
    FUNCTION,
    'return { published: false }',
    "console.log('risky')",
    'ineffective',
  ],
  [
    'the write moves before the check',
    FUNCTION,
    'const answer =',
    "await db.collection('posts').add({ data: { content: event.content } })\n  const answer =",
    'ineffective',
  ],
  [
    'the call is swallowed by a catch',
    FUNCTION,
    "if (answer.result.suggest !== 'pass') return { published: false }",
    "try { if (answer.result.suggest !== 'pass') throw new Error('risky') } catch (error) { console.log(error) }",
    'ineffective',
  ],
  ['another text is checked', FUNCTION, 'content: event.content,', "content: '你好',", 'unguarded'],
  [
    'another field is checked',
    FUNCTION,
    'content: event.content,',
    'content: event.title,',
    'unguarded',
  ],
  ['the name of the check is wrong', FUNCTION, 'msgSecCheck', 'textSecCheck', 'unguarded'],
  [
    'the check is removed',
    FUNCTION,
    'await cloud.openapi.security.msgSecCheck({\n    version: 2, scene: 3, openid: OPENID, content: event.content,\n  })',
    "{ result: { suggest: 'pass' } }",
    'unguarded',
  ],
  [
    'the check is a comment',
    FUNCTION,
    "const answer = await cloud.openapi.security.msgSecCheck({\n    version: 2, scene: 3, openid: OPENID, content: event.content,\n  })\n  if (answer.result.suggest !== 'pass') return { published: false }",
    '// msgSecCheck',
    'unguarded',
  ],
  [
    'one branch writes without it',
    FUNCTION,
    'const answer =',
    "if (OPENID === 'editor') return db.collection('posts').add({ data: event })\n  const answer =",
    'ineffective',
  ],
  [
    'the check is skipped when a switch is off',
    FUNCTION,
    "if (answer.result.suggest !== 'pass')",
    "if (event.strict && answer.result.suggest !== 'pass')",
    'ineffective',
  ],
  [
    'a failing call lets everything through',
    FUNCTION,
    'const answer = await cloud.openapi.security.msgSecCheck({\n    version: 2, scene: 3, openid: OPENID, content: event.content,\n  })',
    "let answer = { result: { suggest: 'pass' } }\n  try {\n    answer = await cloud.openapi.security.msgSecCheck({ version: 2, scene: 3, openid: OPENID, content: event.content })\n  } catch (error) { console.log(error) }",
    'ineffective',
  ],
  [
    'the client calls a function that is not there',
    'p.js',
    "name: 'publish'",
    "name: 'publishAll'",
    'unknown',
  ],
  [
    'the client calls a function by a name from the server',
    'p.js',
    "name: 'publish'",
    'name: this.data.target',
    'unknown',
  ],
  [
    'the client writes by itself',
    'p.js',
    "await wx.cloud.callFunction({ name: 'publish', data: { content: this.data.text } })",
    "await wx.cloud.database().collection('posts').add({ data: { content: this.data.text } })",
    'unguarded',
  ],
  [
    'the client sends it elsewhere',
    'p.js',
    "await wx.cloud.callFunction({ name: 'publish', data: { content: this.data.text } })",
    "wx.request({ url: 'https://api.example.com/posts', data: { content: this.data.text } })",
    'unknown',
  ],
  [
    'the client also sends it elsewhere before',
    'p.js',
    'await wx.cloud',
    "wx.request({ url: 'https://api.example.com/posts', data: { content: this.data.text } })\n    await wx.cloud",
    'ineffective',
  ],
]

const thrown: Files = {
  ...PAGE,
  'p.js': awaited['p.js'] ?? '',
  [FUNCTION]: `
const cloud = require('wx-server-sdk')
const axios = require('axios')
const db = cloud.database()
function checkText(token, openid, content) {
  return axios
    .post('https://api.weixin.qq.com/wxa/msg_sec_check?access_token=' + token, { version: 2, scene: 3, openid, content })
    .then(({ data }) => {
      if (data.errcode !== 0 || data.result.suggest !== 'pass') throw new Error('risky')
    })
}
exports.main = async (event) => {
  switch (event.action || 'publish') {
    case 'publish':
      await checkText(event.token, event.openid, event.content)
      return db.collection('posts').add({ data: { content: event.content } })
    case 'list':
      return db.collection('posts').get()
    case 'import':
      return db.collection('posts').add({ data: event })
  }
}`,
}

const thrownMutations: readonly Mutation[] = [
  ['the await is dropped', FUNCTION, 'await checkText', 'checkText', 'ineffective'],
  [
    'the throw is dropped',
    FUNCTION,
    "throw new Error('risky')",
    "console.log('risky')",
    'ineffective',
  ],
  [
    'the throw is swallowed',
    FUNCTION,
    'await checkText(event.token, event.openid, event.content)',
    'await checkText(event.token, event.openid, event.content).catch(() => {})',
    'ineffective',
  ],
  [
    'the throw is caught and logged',
    FUNCTION,
    'await checkText(event.token, event.openid, event.content)',
    'try { await checkText(event.token, event.openid, event.content) } catch (error) { console.error(error) }',
    'ineffective',
  ],
  [
    'only the transport code is tested',
    FUNCTION,
    " || data.result.suggest !== 'pass'",
    '',
    'ineffective',
  ],
  [
    'the answer of the old shape is expected',
    FUNCTION,
    "data.errcode !== 0 || data.result.suggest !== 'pass'",
    'data.errcode === 87014',
    'ineffective',
  ],
  [
    'the write comes first',
    FUNCTION,
    'await checkText',
    "await db.collection('posts').add({ data: event })\n      await checkText",
    'ineffective',
  ],
  [
    'a constant is checked',
    FUNCTION,
    'event.openid, event.content)',
    "event.openid, '测试')",
    'unguarded',
  ],
  [
    'the arguments change places',
    FUNCTION,
    'checkText(event.token, event.openid, event.content)',
    'checkText(event.token, event.openid)',
    'unguarded',
  ],
  [
    'another address is called',
    FUNCTION,
    '/wxa/msg_sec_check',
    '/wxa/getuserriskrank',
    'unguarded',
  ],
  [
    'the client chooses an action without it',
    'p.js',
    'data: { content',
    "data: { action: 'import', content",
    'unguarded',
  ],
]

testMutations('awaited in the cloud function', awaited, awaitedMutations)
testMutations('a chain that throws, over HTTP', thrown, thrownMutations)
