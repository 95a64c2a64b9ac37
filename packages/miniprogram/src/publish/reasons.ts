/**
 * Why a guard is ineffective or cannot be told, in words for people.
 */

import type { Wording } from '@fangxing/contract'

export const SEES_PATH: Wording = {
  zh: '检测收到的是本地文件路径，不是图片或音频的内容。',
  en: 'The check is given the path of a local file, not the picture or the sound.',
}

export const NO_SUCH_CALL: Wording = {
  zh: '客户端没有这个接口，内容安全接口只能在云函数或服务器上调用。',
  en: 'The client has no such call. Content checks run in a cloud function or on a server only.',
}

export const ANSWER_UNUSED: Wording = {
  zh: '调用了检测，但违规的结果没有拦住发布。',
  en: 'The check is called, but a risky answer does not stop the publishing.',
}

export const SOME_WAYS: Wording = {
  zh: '只有一部分路径经过检测，另有路径不经检测就能发布。',
  en: 'Only some ways pass the check. On another way the content is published without it.',
}

export const FAILS_OPEN: Wording = {
  zh: '检测接口调用失败时，内容照样发布。',
  en: 'When the call of the check fails, the content is published all the same.',
}

export const NO_RECEIVER: Wording = {
  zh: '异步检测的结果以推送返回，代码包里没有接收它的代码。',
  en: 'The answer of the asynchronous check is pushed, and nothing in the package receives it.',
}

export const FROZEN_SHAPE: Wording = {
  zh: '用的是已停止更新的 1.0 版接口，请改用 2.0。',
  en: 'The call has the shape of version 1.0, which is no longer kept up. Use 2.0.',
}

export const PUSH_UNUSED: Wording = {
  zh: '收到异步检测的推送后，通过与违规的处理没有区别。',
  en: 'The pushed answer is received, and nothing differs between passed and risky.',
}

export const SHOWN_FIRST: Wording = {
  zh: '内容在异步检测出结果之前就已公开，违规后才处理。',
  en: 'The content is shown before the asynchronous check has answered, and taken away afterwards.',
}

export const GATE_UNSURE: Wording = {
  zh: '看不出内容在异步检测通过之前是否对他人可见。',
  en: 'Whether others see the content before the asynchronous check has passed it cannot be told.',
}

export const TOO_LONG: Wording = {
  zh: '这个页面的代码过于复杂，未能追踪完。',
  en: 'The code of this page is too large to be followed to the end.',
}

export const LIVE: Wording = {
  zh: '直播或通话内容直接传给观众，代码包里看不到审核。',
  en: 'Live sound and picture go straight to the audience. The package cannot show how they are checked.',
}

export function leavesFor(host: string, hint?: Wording): Wording {
  const [zh, en] = host === '' ? ['包外的服务器', 'a server outside the package'] : [host, host]
  return {
    zh: `内容发往 ${zh}，代码包里看不到审核。${hint?.zh ?? ''}`,
    en: `The content leaves for ${en}. The package cannot show whether it is checked there.${hint ? ` ${hint.en}` : ''}`,
  }
}

export function leavesThrough(library: string): Wording {
  const name = library.replace(/^(npm|lib):/, '').replaceAll('()', '')
  return {
    zh: name === '' ? '内容交给了无法追踪的代码。' : `内容交给了 ${name}，代码包里看不到审核。`,
    en:
      name === ''
        ? 'The content is handed to code that cannot be followed.'
        : `The content is handed to ${name}. The package cannot show whether it is checked there.`,
  }
}

export function missingFunction(name: string): Wording {
  return {
    zh: name === '' ? '云函数名在运行时才确定，无法追踪。' : `云函数 ${name} 不在代码包里。`,
    en:
      name === ''
        ? 'The name of the cloud function is only known while running.'
        : `The cloud function ${name} is not in the package.`,
  }
}
