/**
 * The lines that put a text check in front of a write, in the style of the file they go into, and the
 * cloud function that the client's lines call.
 *
 * Both ways a check that breaks down throws, so that nothing is published unchecked.
 */

export interface FileStyle {
  /** Of the line before which the lines go. */
  readonly indent: string
  /** One step further in. */
  readonly step: string
  readonly end: '' | ';'
  readonly quote: '"' | "'"
}

/** The style of a file at an offset. */
export function styleOf(text: string, offset: number): FileStyle {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const indent = /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? ''
  const lines = text.split('\n')
  const ends = lines.filter((line) => /[\w)'"\]]\s*$/.test(line)).length
  const semicolons = lines.filter((line) => /;\s*$/.test(line)).length
  const doubles = text.split('"').length
  return {
    indent,
    step:
      indent.startsWith('\t') || /^\t/m.test(text)
        ? '\t'
        : /^ {4}\S/m.test(text) && !/^ {2}\S/m.test(text)
          ? '    '
          : '  ',
    end: semicolons > ends ? ';' : '',
    quote: doubles > text.split("'").length ? '"' : "'",
  }
}

export const CHECK_FUNCTION = 'checkText'

/** Of several texts one check sees all. */
export function contentOf(contents: readonly string[], { quote }: FileStyle): string {
  const [only = ''] = contents
  return contents.length === 1 ? only : `[${contents.join(', ')}].join(${quote}\\n${quote})`
}

export function linesInFunction(
  sdk: string,
  name: string,
  content: string,
  { step, end, quote }: FileStyle,
): readonly string[] {
  return [
    `const { result: ${name} } = await ${sdk}.openapi.security.msgSecCheck({`,
    `${step}openid: ${sdk}.getWXContext().OPENID,`,
    `${step}scene: 2,`,
    `${step}version: 2,`,
    `${step}content: ${content},`,
    `})${end}`,
    `if (${name}.suggest !== ${quote}pass${quote}) return { refused: true }${end}`,
  ]
}

export function linesOnClient(
  name: string,
  content: string,
  { step, end, quote }: FileStyle,
): readonly string[] {
  const text = (words: string) => `${quote}${words}${quote}`
  return [
    `const { result: ${name} } = await wx.cloud.callFunction({`,
    `${step}name: ${text(CHECK_FUNCTION)},`,
    `${step}data: { content: ${content} },`,
    `})${end}`,
    `if (!${name}.passed) {`,
    `${step}wx.showToast({ title: ${text('内容未通过检测')}, icon: ${text('none')} })${end}`,
    `${step}return${end}`,
    '}',
  ]
}

/** The cloud function, by path below its folder. */
export const CHECK_FUNCTION_FILES: Readonly<Record<string, string>> = {
  'index.js': `const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

// 检测一段文本；检测失败会抛出，不会放行
exports.main = async ({ content }) => {
  const { result } = await cloud.openapi.security.msgSecCheck({
    openid: cloud.getWXContext().OPENID,
    scene: 2,
    version: 2,
    content,
  })
  return { passed: result.suggest === 'pass' }
}
`,
  'config.json': `{
  "permissions": {
    "openapi": ["security.msgSecCheck"]
  }
}
`,
  'package.json': `{
  "name": "${CHECK_FUNCTION}",
  "version": "1.0.0",
  "main": "index.js",
  "dependencies": {
    "wx-server-sdk": "~3.0.0"
  }
}
`,
}
