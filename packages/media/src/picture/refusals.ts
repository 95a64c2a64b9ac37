/**
 * Why a picture could not be decoded, in words for people.
 *
 * One sentence for each cause, never the text of the decoder.
 */

import type { PictureFormat, Wording } from '@fangxing/contract'

export const FOREIGN_KIND: Wording = {
  zh: '无法解码：按文件内容看，不是 PNG、JPEG、GIF、WebP、AVIF 或 BMP 图片',
  en: 'could not be decoded: by its bytes it is not a PNG, JPEG, GIF, WebP, AVIF or BMP picture',
}

export const OTHER_KIND: Wording = {
  zh: '无法解码：文件开头像一种图片，内容却是另一种',
  en: 'could not be decoded: it begins as one kind of picture and goes on as another',
}

export const DAMAGED: Wording = {
  zh: '无法解码：图片数据残缺或损坏',
  en: 'could not be decoded: the picture is cut short or damaged',
}

export const OUT_OF_TIME: Wording = {
  zh: '无法解码：用时超出上限',
  en: 'could not be decoded: it took longer than the limit',
}

export function tooManyBytes(bytes: number, maxBytes: number): Wording {
  return {
    zh: `未解码：文件 ${bytes} 字节，上限 ${maxBytes} 字节`,
    en: `not decoded: the file has ${bytes} bytes, the limit is ${maxBytes}`,
  }
}

export function tooManyPixels({ width, height }: PictureFormat, maxPixels: number): Wording {
  return {
    zh: `未解码：图片 ${width}×${height} 像素，上限 ${maxPixels} 像素`,
    en: `not decoded: the picture has ${width}×${height} pixels, the limit is ${maxPixels} pixels`,
  }
}
