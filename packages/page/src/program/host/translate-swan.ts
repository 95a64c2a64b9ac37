/**
 * Baidu's templates in the words of WeChat's: conditions, loops, two-way bindings, scripts.
 *
 * Only what differs is replaced, tag by tag; attributes are read by their quotes. Runs in the browser.
 */

export function translateTemplate(text: string): string {
  const TAG = /<([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/g
  return text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(TAG, (_, tag: string, attributes: string) => {
      const name = tag === 'import-sjs' || tag === 'filter' ? 'wxs' : tag
      const isReference = name === 'wxs' || name === 'import' || name === 'include'
      return `<${name}${isReference ? toWechatNames(attributes) : translateAttributes(attributes)}>`
    })
    .replace(/<\/(?:import-sjs|filter)>/g, '</wxs>')
}

function toWechatNames(attributes: string): string {
  return attributes
    .replace(/\.swan(?=["'])/g, '.wxml')
    .replace(/\.(?:sjs|filter\.js)(?=["'])/g, '.wxs')
}

function translateAttributes(attributes: string): string {
  const ATTRIBUTE = /([\w:@.-]+)(\s*=\s*)("[^"]*"|'[^']*')/g
  return attributes
    .replace(/\bs-else(?=[\s/]|$)(?!\s*=)/g, 'wx:else')
    .replace(ATTRIBUTE, (_, name: string, equals: string, quoted: string) => {
      const value = quoted.slice(1, -1)
      const quote = quoted[0] ?? '"'
      const write = (next: string, content: string) => `${next}${equals}${quote}${content}${quote}`
      if (name === 's-for') return translateLoop(value, quote)
      if (name === 's-for-item') return write('wx:for-item', bare(value))
      if (name === 's-for-index') return write('wx:for-index', bare(value))
      if (name === 's-key') return write('wx:key', bare(value))
      if (name === 's-if' || name === 's-elif') {
        return write(`wx:${name.slice(2)}`, `{{${bare(value)}}}`)
      }
      const both = /^\{=\s*(.*?)\s*=\}$/.exec(value)?.[1]
      if (both !== undefined) return write(`model:${name}`, `{{${both}}}`)
      return write(name, value.replace(/\{\{\{/g, '{{').replace(/\}\}\}/g, '}}'))
    })
}

/** `item, index in list trackBy item.id` */
function translateLoop(value: string, quote: string): string {
  const [loop = '', key] = bare(value).split(/\s+trackBy\s+/)
  const [, names, list] = /^(.*?)\s+in\s+(.*)$/.exec(loop.trim()) ?? [null, null, loop.trim()]
  const [item, index] = (names ?? '').replace(/[()]/g, '').split(',')
  const write = (name: string, content: string) => `${name}=${quote}${content}${quote}`
  return [
    write('wx:for', `{{${list}}}`),
    ...(item?.trim() ? [write('wx:for-item', item.trim())] : []),
    ...(index?.trim() ? [write('wx:for-index', index.trim())] : []),
    ...(key === undefined ? [] : [write('wx:key', key.trim().split('.').at(-1) ?? '*this')]),
  ].join(' ')
}

function bare(value: string): string {
  return value.trim().replace(/^\{\{\s*|\s*\}\}$/g, '')
}

/** Scripts of templates may be written as modules. */
export function translateScript(text: string): string {
  return text.replace(/^\s*export\s+default\s+/m, 'module.exports = ')
}
