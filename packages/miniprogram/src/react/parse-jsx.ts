/**
 * Reads the JSX of a script as a template: elements and texts, each with its line.
 *
 * Elements get the names that a template of the platform has (`ScrollView` → `scroll-view`, `onInput`
 * → `bindinput`), so that whoever looks for an element need not know how it was written. A component
 * of the package keeps its own name. What an attribute computes is given as `{{…}}`. One pass, no
 * recursion.
 */

import type { JSXAttributeItem, JSXElement, JSXElementName, Node, Program } from 'oxc-parser'
import { placeAt, type SourceFile } from '../package/source-tree.ts'
import { childrenOf } from '../script/walk.ts'
import type { Template, TemplateElement, TemplateText } from '../template/parse-template.ts'

/** Enough to see the form or the dialog an input stands in. */
const MAX_ANCESTORS = 12

interface Waiting {
  readonly node: Node
  readonly within: TemplateElement | undefined
}

/** `libraryName` is what a library calls the component behind a local name; nothing for an own one. */
export function parseJsx(
  source: SourceFile,
  program: Program,
  libraryName: (local: string) => string | undefined,
): Template {
  const elements: TemplateElement[] = []
  const texts: TemplateText[] = []
  const waiting: Waiting[] = [{ node: program, within: undefined }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, within } = next
    let inner = within
    if (node.type === 'JSXElement') {
      inner = readElement(source, node, within, libraryName)
      elements.push(inner)
    }
    if (node.type === 'JSXText' && node.value.trim() !== '') {
      const lead = node.value.length - node.value.trimStart().length
      const place = placeAt(source, node.start + lead)
      texts.push({ text: node.value.trim(), place, ...(within && { within }) })
    }
    const children = childrenOf(node)
    for (const child of children.toReversed()) waiting.push({ node: child, within: inner })
  }
  return { path: source.path, elements, texts, isCutShort: false }
}

function readElement(
  source: SourceFile,
  { openingElement }: JSXElement,
  within: TemplateElement | undefined,
  libraryName: (local: string) => string | undefined,
): TemplateElement {
  const name = writtenName(openingElement.name)
  const known = libraryName(name)
  const attributes = openingElement.attributes.flatMap((one) => readAttribute(source, one))
  return {
    tag: known === undefined ? name : toKebab(known),
    attributes: Object.fromEntries(attributes),
    place: placeAt(source, openingElement.start),
    ancestors: within ? [within, ...within.ancestors].slice(0, MAX_ANCESTORS) : [],
  }
}

/** `Swiper.Item` for a member, the local name otherwise. */
export function writtenName(name: JSXElementName): string {
  if (name.type === 'JSXIdentifier') return name.name
  if (name.type === 'JSXNamespacedName') return `${name.namespace.name}-${name.name.name}`
  const parts: string[] = [name.property.name]
  let at = name.object
  while (at.type === 'JSXMemberExpression') {
    parts.push(at.property.name)
    at = at.object
  }
  parts.push(at.name)
  return parts.reverse().join('.')
}

function readAttribute(
  source: SourceFile,
  one: JSXAttributeItem,
): readonly (readonly [string, string])[] {
  if (one.type === 'JSXSpreadAttribute' || one.name.type !== 'JSXIdentifier') return []
  const name = attributeName(one.name.name)
  const { value } = one
  if (value === null) return [[name, '']]
  if (value.type === 'Literal') return [[name, String(value.value)]]
  if (value.type !== 'JSXExpressionContainer') return [[name, '{{…}}']]
  const { expression } = value
  if (expression.type === 'Literal') return [[name, String(expression.value)]]
  return [[name, `{{${source.text.slice(expression.start, expression.end)}}}`]]
}

/** `onInput` → `bindinput`, `onClick` → `bindtap`, `className` → `class`, `openType` → `open-type`. */
function attributeName(name: string): string {
  if (name === 'className') return 'class'
  if (/^on[A-Z]/.test(name)) return `bind${eventName(name)}`
  return toKebab(name)
}

/** `input` of `onInput`; a click is the platform's tap. */
export function eventName(attribute: string): string {
  const name = attribute.slice('on'.length).toLowerCase()
  return name === 'click' ? 'tap' : name
}

export function toKebab(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()
}
