/**
 * The reasons this engine gives, in the two languages of the product.
 *
 * One place, so that the same cause is always said in the same words. Total and pure.
 */

import type { Wording } from '@fangxing/contract'

export const BINARY: Wording = {
  zh: '这里应为文本，但内容是二进制。',
  en: 'Text is expected here, but the content is binary.',
}

export const NOT_UTF8: Wording = {
  zh: '不是 UTF-8 编码，请另存为 UTF-8。',
  en: 'It is not UTF-8. Save it as UTF-8.',
}

export const NESTED_TOO_DEEP: Wording = {
  zh: '嵌套层数超过可读上限。',
  en: 'It is nested deeper than can be read.',
}

export function malformed(line: number): Wording {
  return { zh: `第 ${line} 行语法错误。`, en: `There is a syntax error in line ${line}.` }
}
