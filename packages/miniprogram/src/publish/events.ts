/**
 * The events that the elements of a template send, with what they carry.
 */

import { ANY_NAME } from '../run/property.ts'
import { constant, type EntryId, join, object, UNKNOWN, type Value } from '../run/value.ts'
import type { TemplateElement } from '../template/parse-template.ts'
import type { Instance } from './instance.types.ts'

export interface BoundEvent {
  readonly handler: string
  readonly event: Value
}

type EntryOf = ReadonlyMap<TemplateElement, EntryId>

/** `bindtap`, `bind:tap`, `catchtap`, `capture-bind:tap`, `mut-bind:tap`. */
const BINDING = /^(?:capture-|mut-)?(?:bind|catch):?([\w-]+)$/

export function eventsOf(
  instance: Instance,
  instances: readonly Instance[],
  entryOf: EntryOf,
): readonly BoundEvent[] {
  const { unit } = instance
  return unit.templates.flatMap(({ elements }) =>
    elements.flatMap((element) =>
      Object.entries(element.attributes).flatMap(([attribute, handler]) => {
        const name = BINDING.exec(attribute)?.[1]
        if (name === undefined || !/^[\w$]+$/.test(handler)) return []
        const detail = detailOf(
          element,
          name,
          elements,
          entryOf,
          triggeredBy(instance, instances, element, name),
        )
        return [{ handler, event: eventObject(element, name, detail) }]
      }),
    ),
  )
}

/** What an element of the platform itself sends. */
export function eventOf(
  element: TemplateElement,
  name: string,
  all: readonly TemplateElement[],
  entryOf: EntryOf,
): Value {
  return eventObject(element, name, detailOf(element, name, all, entryOf, undefined))
}

/** `title` for `model:value="{{title}}"` or `value="{= title =}"`. */
export function twoWayPath({ attributes }: TemplateElement): string | undefined {
  for (const [name, value] of Object.entries(attributes)) {
    const path = /^(wx:)?model(:|$)/.test(name)
      ? /^\{\{\s*([\w.[\]]+)\s*\}\}$/
      : /^\{=\s*([\w.[\]]+)\s*=\}$/
    const match = path.exec(value)
    if (match) return match[1]?.replaceAll(/\[[^\]]*[A-Za-z_$][^\]]*\]/g, `.${ANY_NAME}`)
  }
  return undefined
}

function triggeredBy(
  { unit }: Instance,
  instances: readonly Instance[],
  { tag }: TemplateElement,
  name: string,
): Value | undefined {
  const component = unit.components.get(tag)
  return component === undefined
    ? undefined
    : instances.find((one) => one.unit.path === component)?.triggered.get(name)
}

function detailOf(
  element: TemplateElement,
  name: string,
  all: readonly TemplateElement[],
  entryOf: EntryOf,
  triggered: Value | undefined,
): Value {
  if (triggered) return triggered
  if (element.tag === 'form' && /^(submit|confirm)$/.test(name))
    return formDetail(element, all, entryOf)
  const id = entryOf.get(element)
  return id === undefined ? UNKNOWN : content(id)
}

/** The values of a form by the names of its inputs. */
function formDetail(
  form: TemplateElement,
  all: readonly TemplateElement[],
  entryOf: EntryOf,
): Value {
  const fields = all.filter(
    ({ ancestors, attributes }) => attributes.name && ancestors.includes(form),
  )
  const values = new Map<string, Value>()
  for (const field of fields) {
    const id = entryOf.get(field)
    const name = field.attributes.name ?? ''
    values.set(name, join(id === undefined ? UNKNOWN : content(id), values.get(name)))
  }
  return object([
    ['value', object(values)],
    ['formId', UNKNOWN],
  ])
}

function content(id: EntryId): Value {
  return { ...UNKNOWN, entries: new Set([id]) }
}

function eventObject(element: TemplateElement, name: string, detail: Value): Value {
  const target = object([
    ['dataset', datasetOf(element)],
    ['id', attributeValue(element.attributes.id ?? '')],
  ])
  return object([
    ['type', constant(name)],
    ['detail', detail],
    ['currentTarget', target],
    ['target', target],
    ['mark', UNKNOWN],
    ['timeStamp', UNKNOWN],
  ])
}

/** `data-post-id` is read as `postId`. */
function datasetOf({ attributes }: TemplateElement): Value {
  const entries = Object.entries(attributes).flatMap(([name, value]) => {
    if (!name.startsWith('data-')) return []
    const key = name
      .slice('data-'.length)
      .toLowerCase()
      .replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    return [[key, attributeValue(value)] as const]
  })
  return object(entries)
}

function attributeValue(text: string): Value {
  return text.includes('{{') ? UNKNOWN : constant(text)
}
