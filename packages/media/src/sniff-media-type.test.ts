import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sniffMediaType } from './sniff-media-type.ts'

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

const known: [type: string, text: string][] = [
  ['image/png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
  ['image/jpeg', '\xff\xd8\xff\xe0\0\x10JFIF'],
  ['image/gif', 'GIF89a\x01\0\x01\0'],
  ['image/webp', 'RIFF\x24\0\0\0WEBPVP8 '],
  ['audio/wav', 'RIFF\x24\0\0\0WAVEfmt '],
  ['image/bmp', 'BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0'],
  ['video/mp4', '\0\0\0\x18ftypisom\0\0\x02\0'],
  ['video/quicktime', '\0\0\0\x14ftypqt  \0\0\0\0'],
  ['audio/mp4', '\0\0\0\x18ftypM4A \0\0\0\0'],
  ['image/heic', '\0\0\0\x18ftypheic\0\0\0\0'],
  ['image/avif', '\0\0\0\x18ftypavif\0\0\0\0'],
  ['audio/flac', 'fLaC\0\0\0\x22'],
  ['audio/ogg', 'OggS\0\x02\0\0'],
  ['audio/amr', '#!AMR\n'],
  ['audio/mpeg', 'ID3\x04\0\0\0\0\0\0'],
  ['audio/mpeg', '\xff\xfb\x90\x44'],
  ['audio/aac', '\xff\xf1\x50\x80'],
  ['audio/ac3', '\x0b\x77\x12\x34'],
  ['audio/x-ms-wma', '\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9'],
  ['video/x-msvideo', 'RIFF\x24\0\0\0AVI LIST'],
  ['video/x-matroska', '\x1a\x45\xdf\xa3\x9f'],
  ['video/x-flv', 'FLV\x01\x05'],
]

for (const [type, text] of known) {
  test(`${JSON.stringify(text.slice(0, 12))} is ${type}`, () => {
    assert.equal(sniffMediaType(bytesOf(text))?.type, type)
  })
}

const unknown: [name: string, text: string][] = [
  ['nothing', ''],
  ['a word that begins like a bitmap', 'BMW is a car maker'],
  ['a page', '<!doctype html>'],
  ['an archive', 'PK\x03\x04'],
  ['half a signature', '\x89PNG'],
  ['a RIFF of another kind', 'RIFF\x24\0\0\0ACON'],
  ['a byte order mark', '\xff\xfeh\0i\0'],
]

for (const [name, text] of unknown) {
  test(`${name} is no media that is known`, () => {
    assert.equal(sniffMediaType(bytesOf(text)), null)
  })
}

test('the kind is the first part of the type', () => {
  for (const [, text] of known) {
    const found = sniffMediaType(bytesOf(text))
    assert.equal(found?.type.split('/')[0], found?.kind)
  }
})

test('any bytes give an answer, and what follows the first 32 changes nothing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      assert.deepEqual(sniffMediaType(bytes), sniffMediaType(bytes.slice(0, 32)))
    }),
  )
})
