/**
 * Chinese type for tests and benchmarks that draw words, whatever fonts the machine has.
 *
 * Takes the font of an npm package, turns its compressed WOFF form into the plain one that librsvg
 * reads, and tells fontconfig to look nowhere else. Has to run before the first word is drawn in
 * the process. The folder in the system's temporary directory is named after the fonts and kept.
 *
 * Source: WOFF File Format 1.0, W3C 2012.
 */

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'

/** The family to name in a drawing. */
export const CHINESE_FAMILY = 'ZCOOL XiaoWei'

const DEFAULT_FONTS = [
  join('@fontsource', 'zcool-xiaowei', 'files', 'zcool-xiaowei-chinese-simplified-400-normal.woff'),
]

/** `fonts` are WOFF files below `node_modules`. */
export function useChineseType(fonts: readonly string[] = DEFAULT_FONTS): void {
  const label = createHash('sha256').update(fonts.join('\n')).digest('hex').slice(0, 12)
  const folder = join(tmpdir(), `fangxing-type-${label}`)
  const settings = join(folder, 'fonts.conf')
  if (!existsSync(settings)) {
    mkdirSync(folder, { recursive: true })
    for (const [index, font] of fonts.entries()) {
      writeWhole(join(folder, `${index}.ttf`), unpackWoff(readFileSync(locate(font))))
    }
    writeWhole(
      settings,
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>` +
        `<dir>${folder}</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>\n`,
    )
  }
  process.env.FONTCONFIG_FILE = settings
}

/** Several test files may start at once. */
function writeWhole(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.${process.pid}`, content)
  renameSync(`${path}.${process.pid}`, path)
}

function locate(font: string): string {
  const [scope = '', name = '', ...rest] = font.split(/[\\/]/)
  const { resolve } = createRequire(import.meta.url)
  return join(dirname(resolve(`${scope}/${name}/package.json`)), ...rest)
}

interface Table {
  readonly tag: Uint8Array
  readonly checksum: number
  readonly body: Uint8Array
}

/** Table records are 20 bytes after a header of 44 in WOFF, 16 after 12 in the plain form. */
function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, index) => readTable(woff, 44 + 20 * index))
  const head = Buffer.alloc(12 + 16 * count)
  const power = 2 ** Math.floor(Math.log2(count))
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE((count - power) * 16, 10)
  const parts: Uint8Array[] = [head]
  let offset = head.length
  for (const [index, { tag, checksum, body }] of tables.entries()) {
    const at = 12 + 16 * index
    head.set(tag, at)
    head.writeUInt32BE(checksum, at + 4)
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(body.length, at + 12)
    const padding = (4 - (body.length % 4)) % 4
    parts.push(body, new Uint8Array(padding))
    offset += body.length + padding
  }
  return Buffer.concat(parts)
}

function readTable(woff: Buffer, at: number): Table {
  const offset = woff.readUInt32BE(at + 4)
  const packed = woff.readUInt32BE(at + 8)
  const size = woff.readUInt32BE(at + 12)
  const raw = woff.subarray(offset, offset + packed)
  const body = packed < size ? inflateSync(raw) : raw
  return { tag: woff.subarray(at, at + 4), checksum: woff.readUInt32BE(at + 16), body }
}
