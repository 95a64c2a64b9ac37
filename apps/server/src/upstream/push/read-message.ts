/**
 * A pushed message as fields, whether it came as XML or as JSON.
 *
 * XML: elements become fields, repeated ones lists, text is trimmed; numbers stay texts. Null for
 * anything that is no such message. No document types and no entities of its own: bombs stay text.
 */

import { Parser } from 'htmlparser2'

export type Fields = Readonly<Record<string, unknown>>

/** `xml > detail > prob` is the deepest that is known. */
const MOST_DEEP = 6

export function readMessage(text: string): Fields | null {
  const start = text.trimStart()
  return start.startsWith('<') ? readXml(start) : readJson(start)
}

function readJson(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Fields) : null
  } catch {
    return null
  }
}

interface Element {
  readonly name: string
  readonly children: Map<string, unknown[]>
  text: string
}

function readXml(text: string): Fields | null {
  const open: Element[] = []
  let root: { readonly name: string; readonly value: unknown } | null = null
  let isTooDeep = false
  const parser = new Parser(
    {
      onopentag(name) {
        isTooDeep ||= open.length >= MOST_DEEP
        open.push({ name, children: new Map(), text: '' })
      },
      ontext(more) {
        const element = open.at(-1)
        if (element !== undefined) element.text += more
      },
      onclosetag() {
        const closed = open.pop()
        if (closed === undefined) return
        const { name } = closed
        const value = toValue(closed)
        const parent = open.at(-1)
        if (parent === undefined) root = { name, value }
        else parent.children.set(name, [...(parent.children.get(name) ?? []), value])
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(text)
  return isTooDeep ? null : fieldsOf(root)
}

function fieldsOf(root: { readonly name: string; readonly value: unknown } | null): Fields | null {
  if (root?.name !== 'xml' || typeof root.value !== 'object') return null
  return root.value as Fields
}

function toValue({ children, text }: Element): unknown {
  if (children.size === 0) return text.trim()
  const fields = [...children].map(([name, values]) => [
    name,
    values.length === 1 ? values[0] : values,
  ])
  return Object.fromEntries(fields)
}
