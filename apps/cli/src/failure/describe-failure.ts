/**
 * One sentence for a command that could not do its work: the file, what is wrong, what to do.
 *
 * Takes anything thrown; returns one line without a line break. Published errors are said in the
 * words of the catalogue with their values; anything else is a fault of ours and says so. Never
 * shows a stack trace.
 */

import { AppError, ERRORS, type ErrorDetails, type Wording } from '@fangxing/contract'
import type { Language } from '../terminal/language.ts'
import { toPrintable } from '../terminal/printable.ts'
import { UsageError } from './usage-error.ts'

/** `details.reason` of PACKAGE_UNREADABLE and PACKAGE_ASSESSMENT_CRASHED. */
const REASONS: Readonly<Record<string, Wording>> = {
  notAZip: { zh: '不是 zip 文件，或不完整', en: 'not a zip file, or not whole' },
  damaged: { zh: '内容损坏', en: 'its content is damaged' },
  compression: { zh: '用了不支持的压缩方式', en: 'it uses an unknown compression' },
  crashed: { zh: '进程崩溃', en: 'it crashed' },
  outOfMemory: { zh: '内存不足', en: 'it ran out of memory' },
  outOfTime: { zh: '超时', en: 'it ran out of time' },
  notAFolder: { zh: '不是文件夹', en: 'not a folder' },
}

const NAMES: Readonly<Record<string, Wording>> = {
  sizeBytes: { zh: '大小', en: 'size' },
  maxBytes: { zh: '上限', en: 'limit' },
  ended: { zh: '结束于', en: 'ended by' },
  maxMemoryMb: { zh: '内存上限（MB）', en: 'memory limit (MB)' },
  timeoutMs: { zh: '时限（毫秒）', en: 'time limit (ms)' },
  maxFiles: { zh: '上限', en: 'limit' },
  needed: { zh: '需要', en: 'needed:' },
  server: { zh: '地址', en: 'address' },
  port: { zh: '端口', en: 'port' },
  expected: { zh: '应为', en: 'expected' },
  item: { zh: '第几项', en: 'item' },
  allowed: { zh: '可执行', en: 'allowed' },
  state: { zh: '状态', en: 'state' },
  draft: { zh: '已上传为草稿', en: 'uploaded as draft' },
  because: { zh: '原因', en: 'because' },
  becauseEn: { zh: '原因', en: 'because' },
  requestId: { zh: '请求号', en: 'request' },
}

/** Shown before the sentence, so not again after it. */
const PLACE_KEYS = new Set(['file', 'line', 'column'])

export function describeFailure(error: unknown, language: Language): string {
  if (error instanceof UsageError) return toPrintable(error.wording[language])
  if (error instanceof AppError) return describeAppError(error, language)
  const words = {
    zh: '内部错误，请把这一行连同所用命令反馈给我们：',
    en: 'An internal error. Report this line with the command you used: ',
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return words[language] + toPrintable(message)
}

function describeAppError({ code, details }: AppError, language: Language): string {
  const place = describeFile(details)
  const sentence = ERRORS[code][language]
  const facts = describeFacts(details, language)
  const line = place === '' ? sentence : `${place}: ${sentence}`
  return facts === '' ? line : `${line} (${facts})`
}

function describeFile({ file, line, column }: ErrorDetails): string {
  if (file === undefined) return ''
  return toPrintable([file, line, column].filter((part) => part !== undefined).join(':'))
}

function describeFacts(details: ErrorDetails, language: Language): string {
  return Object.entries(details)
    .filter(([key, value]) => !PLACE_KEYS.has(key) && value !== undefined)
    .filter(([key]) => !isInOtherLanguage(key, details, language))
    .map(([key, value]) => {
      const words = key === 'reason' ? REASONS[String(value)]?.[language] : undefined
      if (words !== undefined) return words
      const shown = key.endsWith('Bytes') ? describeBytes(Number(value)) : String(value)
      return `${NAMES[key]?.[language] ?? key} ${toPrintable(shown)}`
    })
    .join(language === 'zh' ? '，' : ', ')
}

function describeBytes(bytes: number): string {
  const mebibytes = bytes / (1024 * 1024)
  return mebibytes < 0.1 ? `${bytes} B` : `${Number(mebibytes.toFixed(1))} MiB`
}

/** `because` and `becauseEn` say the same; a lone `because` is said in either language. */
function isInOtherLanguage(key: string, details: ErrorDetails, language: Language): boolean {
  if (language === 'zh') return key === 'becauseEn'
  return key === 'because' && details.becauseEn !== undefined
}
