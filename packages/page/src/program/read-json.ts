/** JSON of a program, with comments and trailing commas; what is none is an empty object. */

import { parse } from 'jsonc-parser'

export type JsonObject = Readonly<Record<string, unknown>>

export function readJson(bytes: Uint8Array | undefined): JsonObject {
  return bytes === undefined
    ? {}
    : toObject(parse(readText(bytes), [], { allowTrailingComma: true }))
}

export function readText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

export function toObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {}
}

export function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function toText(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
