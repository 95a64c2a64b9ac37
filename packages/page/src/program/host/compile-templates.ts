/// <reference lib="dom" />
/** Templates to what the framework runs, by WeChat's own compiler, with all that they import. */

import { MISSING_UNIT } from '../program-parcel.ts'
import { type CodeSpace, HOST, type TemplateGroup } from './host-state.ts'
import { translateScript, translateTemplate } from './translate-swan.ts'

export async function openCompiler(folder: string): Promise<new () => TemplateGroup> {
  const [text, bytes] = await Promise.all([
    fetch(`${folder}/compiler.js`).then((answer) => answer.text()),
    fetch(`${folder}/compiler.wasm`).then((answer) => answer.arrayBuffer()),
  ])
  const offered: Record<string, unknown> = {
    util: { TextDecoder, TextEncoder },
    path: { join: () => '' },
    fs: { readFileSync: () => new Uint8Array(bytes) },
  }
  const module = { exports: {} as { TmplGroup: new () => TemplateGroup } }
  const run = new Function('module', 'exports', 'require', '__dirname', text)
  run(module, module.exports, (name: string) => offered[name], '')
  return module.exports.TmplGroup
}

export function compileTemplates(space: CodeSpace, group: TemplateGroup): void {
  const units = Object.keys(HOST.parcel.units)
  const added = new Set<string>()
  const add = (path: string) => {
    if (added.has(path)) return
    added.add(path)
    addTemplate(group, path)
    for (const next of group.getDirectDependencies(path)) add(next)
    for (const next of group.getScriptDependencies(path)) addScript(group, next, added)
  }
  for (const path of [...units, ...listMissing()]) add(path)
  offerScriptNames()
  const groupList = new Function(`return ${group.getTmplGenObjectGroups()}`)()
  for (const path of added) {
    const content = groupList[path]
    if (content === undefined) continue
    space.addCompiledTemplate(path, { groupList, content, fallbackListenerOnNativeNode: true })
  }
}

/** What scripts of templates have of the language under other names. */
function offerScriptNames(): void {
  Object.assign(globalThis, {
    getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags),
    getDate: (...parts: readonly number[]) => Reflect.construct(Date, parts),
  })
}

function addTemplate(group: TemplateGroup, path: string): void {
  const { templates, platform } = HOST.parcel
  const text = missingTemplate(path) ?? templates[path]
  if (text === undefined) {
    HOST.report(`没有模板 ${path}。`, `There is no template ${path}.`)
    group.addTmpl(path, '')
    return
  }
  const troubles = group.addTmpl(path, platform === 'baidu' ? translateTemplate(text) : text)
  for (const { isError, message, startLine } of troubles) {
    const at = `${path}:${startLine + 1}`
    if (isError) HOST.report(`模板 ${at} 读不懂：${message}。`, `Template ${at}: ${message}.`)
  }
}

/** With what it requires: the compiler looks for those under the names by which they are required. */
function addScript(group: TemplateGroup, path: string, added: Set<string>): void {
  if (added.has(`script ${path}`)) return
  added.add(`script ${path}`)
  const text = HOST.parcel.templateScripts[path.replace(/\.(?:wxs|sjs)$/, '')]
  if (text === undefined) HOST.report(`没有脚本 ${path}。`, `There is no script ${path}.`)
  group.addScript(path, translateScript(text ?? ''))
  for (const [, , named = ''] of (text ?? '').matchAll(/\brequire\s*\(\s*(['"])([^'"]+)\1/g)) {
    const address = new URL(named, `http://a/${path}`)
    addScript(group, decodeURIComponent(address.pathname).slice(1), added)
  }
}

/** A box with the component's name; what the page puts into it is shown. */
function missingTemplate(path: string): string | null {
  if (!path.startsWith(MISSING_UNIT)) return null
  const name = decodeURIComponent(path.slice(MISSING_UNIT.length)).replace(/[<>"{}]/g, '')
  return `<fangxing-missing name="${name}"><slot/></fangxing-missing>`
}

/** Components that the program uses and does not hold: of plugins, of packages that were not built. */
export function listMissing(): readonly string[] {
  const used = Object.values(HOST.parcel.units).flatMap(({ uses, generics }) => [
    ...Object.values(uses),
    ...Object.values(generics).filter((one) => one !== null),
  ])
  return [...new Set(used.filter((path) => HOST.parcel.units[path] === undefined))]
}
