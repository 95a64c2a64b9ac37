/// <reference lib="dom" />
/**
 * Sample content for what a server would have sent: always the same, chosen by the name of a field.
 *
 * A sample answers to every name; when the page shows it, it becomes what the template asks for: a
 * list of three where it loops, an object where it looks inside, else a value after its name.
 */

import { type Framework, HOST } from './host-state.ts'

/** What a template reads under a name. */
export interface Schema {
  isList: boolean
  readonly fields: Record<string, Schema>
}

/** Any name of it is again a sample; counts as a list of three, twice nested. */
export function sample(name: string, depth = 0): unknown {
  const MOST = depth < 2 ? 3 : 0
  const own: Record<PropertyKey, unknown> = {
    fangxingSample: name,
    length: MOST,
    toJSON: () => valueFor(name),
    toString: () => String(valueFor(name)),
    [Symbol.toPrimitive]: () => valueFor(name),
  }
  return new Proxy([] as unknown[], {
    get(target, key) {
      // Nobody waits for a sample: it is there.
      if (key === 'then') return undefined
      if (Object.hasOwn(own, key)) return own[key]
      if (typeof key === 'symbol' || key in target) {
        return Reflect.get(fill(target, name, MOST, depth), key)
      }
      if (/^\d+$/.test(key)) return Number(key) < MOST ? sample(name, depth + 1) : undefined
      const method = Reflect.get(String.prototype, key)
      if (typeof method === 'function') return method.bind(String(valueFor(name)))
      const leaf = leafOf(key)
      return leaf === undefined ? sample(key, depth) : leaf
    },
  })
}

function fill(items: unknown[], name: string, most: number, depth: number): unknown[] {
  while (items.length < most) items.push(sample(name, depth + 1))
  return items
}

/** Answers to status fields, which code compares before anything is shown. */
function leafOf(key: string): unknown {
  if (/^(?:err)?_?(?:code|no|num|errcode|errno|ret)$/i.test(key)) return 0
  if (/^(?:success|ok|isok)$/i.test(key)) return true
  if (/^(?:status|statuscode)$/i.test(key)) return 200
  if (/^(?:error|err)$/i.test(key)) return null
  if (/^(?:is|has|can|need)[A-Z_]/.test(key)) return false
  return undefined
}

/** A value for a field that is shown as it is. */
export function valueFor(name: string): unknown {
  const PICTURE =
    'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="300" height="200"%3E%3Crect width="300" height="200" fill="%23cfd8dc"/%3E%3Cpath d="M0 200l90-110 60 70 40-45 110 85z" fill="%2390a4ae"/%3E%3C/svg%3E'
  const BY_NAME: [RegExp, unknown][] = [
    [/img|image|pic|photo|avatar|cover|thumb|logo|icon|banner|poster|src|url/i, PICTURE],
    [/price|amount|money|fee|cost/i, '9.90'],
    [/count|num|total|like|view|sale|stock|score|size|index|percent|progress/i, 3],
    [/time|date|day|created|updated|_at$|At$/, '2026-01-01'],
    [/^(?:is|has|can|show|hide|loading|no)[A-Z_]?/, false],
    [/id$|^key$|sn$/i, '1001'],
    [/nick|user|author/i, '示例用户'],
    [/title/i, '示例标题'],
    [/name/i, '示例名称'],
  ]
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? '示例内容'
}

/** A sample as the template wants it; anything else as it is. */
export function settle(
  value: unknown,
  name: string,
  schema: Schema | undefined,
  depth = 0,
): unknown {
  const DEEPEST = 6
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value
  if ((value as { fangxingSample?: string }).fangxingSample !== undefined) {
    return make(name, schema, depth)
  }
  if (Array.isArray(value)) return value.map((one) => settle(one, name, schema, depth + 1))
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      settle(one, key, schema?.fields[key], depth + 1),
    ]),
  )
}

function make(name: string, schema: Schema | undefined, depth: number): unknown {
  const fields = Object.entries(schema?.fields ?? {}).filter(([key]) => key !== 'length')
  // What the template does not look into goes on to code or to a component: a thing of many fields.
  const IS_LIST = /list|array|items|rows|[^su]s$/i
  const IS_THING = /data|info|item|detail|result|obj|user|goods|order/i
  const isList = schema?.isList === true || (fields.length === 0 && IS_LIST.test(name))
  const one = () =>
    fields.length === 0
      ? isList || IS_THING.test(name)
        ? anything()
        : valueFor(name)
      : Object.fromEntries(
          fields.map(([key, child]) => [key, settle(sample(key), key, child, depth + 1)]),
        )
  return isList ? [one(), one(), one()] : one()
}

function anything(): Record<string, unknown> {
  const names = '_id id title name nickName content desc price image url cover avatarUrl count time'
  return Object.fromEntries(names.split(' ').map((name) => [name, valueFor(name)]))
}

/** From now on samples become values when a page or component shows them. */
export function settleSetData({ component }: Framework): void {
  const { prototype } = component.ComponentCaller
  const set = prototype.setData
  const schemas = new Map<string, Schema>()
  prototype.setData = function (this: { is?: string } & typeof prototype, data, ...rest) {
    const path = this.is ?? ''
    const schema = schemas.get(path) ?? readSchema(HOST.parcel.templates[path] ?? '')
    schemas.set(path, schema)
    const settled = Object.fromEntries(
      Object.entries(data ?? {}).map(([key, value]) => [
        key,
        settle(value, nameOf(key), at(schema, key)),
      ]),
    )
    return Reflect.apply(set, this, [settled, ...rest])
  }
}

function nameOf(path: string): string {
  return (
    path
      .split('.')
      .at(-1)
      ?.replace(/\[\d+\]$/, '') ?? path
  )
}

function at(schema: Schema, path: string): Schema | undefined {
  let found: Schema | undefined = schema
  for (const part of path.replace(/\[\d+\]/g, '').split('.')) found = found?.fields[part]
  return found
}

/** What a template reads: members of its expressions, lists where it loops. */
export function readSchema(template: string): Schema {
  const root: Schema = { isList: false, fields: {} }
  const items = new Map<string, Schema>()
  const reach = (path: string): Schema => {
    const [head = '', ...rest] = path.split('.')
    let found = items.get(head) ?? field(root, head)
    for (const part of rest) found = field(found, part)
    return found
  }
  for (const [tag] of template.matchAll(
    /<[a-zA-Z](?:"[^"]*"|'[^']*'|[^"'<>])*>|\{\{[\s\S]*?\}\}/g,
  )) {
    const list =
      /(?:wx:for(?:-items)?|s-for)\s*=\s*["']\s*\{*\s*(?:(?:\(?([\w$]+)(?:\s*,\s*[\w$]+)?\)?)\s+in\s+)?([\w$.]+)/.exec(
        tag,
      )
    if (list?.[2] !== undefined) {
      const item =
        list[1] ?? /(?:wx:for-item|s-for-item)\s*=\s*["']([\w$]+)/.exec(tag)?.[1] ?? 'item'
      const schema = reach(list[2])
      schema.isList = true
      items.set(item, schema)
    }
    for (const [expression] of tag.matchAll(/\{\{[\s\S]*?\}\}/g)) {
      const plain = expression.replace(/'[^']*'|"[^"]*"/g, '').replace(/\[\s*[\w$]*\s*\]/g, '')
      for (const [path] of plain.matchAll(/[a-zA-Z_$][\w$]*(?:\.[a-zA-Z_$][\w$]*)*/g)) reach(path)
    }
  }
  return root
}

function field({ fields }: Schema, name: string): Schema {
  const found = fields[name] ?? { isList: false, fields: {} }
  fields[name] = found
  return found
}
