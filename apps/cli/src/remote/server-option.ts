/** The option that says which server to talk to. */

import { Option } from 'commander'
import { UsageError } from '../failure/usage-error.ts'
import type { Terminal } from '../terminal/terminal.ts'

const DEFAULT_SERVER = 'http://127.0.0.1:7300'

export function serverOption({ words }: Terminal): Option {
  return new Option('--server <url>', words({ zh: '服务器地址', en: 'address of the server' }))
    .env('FANGXING_SERVER')
    .default(DEFAULT_SERVER)
    .argParser(parseServer)
}

export function parseServer(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.href
  throw new UsageError({
    zh: `服务器地址要以 http:// 或 https:// 开头，收到的是“${value}”。`,
    en: `The address of a server begins with http:// or https://, not “${value}”.`,
  })
}
