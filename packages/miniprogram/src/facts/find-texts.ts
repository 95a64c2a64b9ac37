/**
 * Finds the texts of a program that people will read.
 *
 * Template text, attributes that are shown, Chinese literals of scripts, titles and labels of the
 * JSON files. What the server sends later is not in the package and is not here.
 */

import type { SeenText } from '@fangxing/contract'
import type { JsonNode } from '../package/json.ts'
import type { Program } from '../package/program.ts'
import { placeAt, type SourceFile } from '../package/source-tree.ts'
import type { Unit } from '../package/unit.types.ts'
import type { Template } from '../template/parse-template.ts'
import type { ReachedScript } from './reach-scripts.ts'

const HAN = /\p{Script=Han}/u
/** Attributes that are shown to people, in whatever language. */
const SHOWN = new Set(['placeholder', 'title', 'label', 'confirm-text', 'cancel-text', 'alt'])
/** Attributes whose value is code. */
const CODE = /^(wx:|s-|v-|@|:|bind|catch|capture|data-|class$|style$|id$|src$|url$)/

export function findTexts(
  program: Program,
  scripts: readonly ReachedScript[],
): readonly SeenText[] {
  const units = [...new Set(program.pages.flatMap(({ units }) => units))]
  const templates = new Map(units.flatMap((unit) => unit.templates.map((one) => [one.path, one])))
  return [
    ...textsInJson(program.manifest.source, program.manifest.json),
    ...units.flatMap(textsInConfig),
    ...[...templates.values()].flatMap((template) =>
      textsInTemplate(template, program.root.isReact),
    ),
    ...scripts
      .filter(({ path }) => !path.startsWith(`${program.root.cloudFolder}/`))
      .flatMap(textsInScript),
  ]
}

/** The attributes of JSX are literals of its script, which are listed there. */
function textsInTemplate({ elements, texts }: Template, isReact: boolean): readonly SeenText[] {
  const written = texts.filter(
    ({ text }) => text.replaceAll(/\{\{[^}]*\}\}/g, '').trim() !== '' || HAN.test(text),
  )
  if (isReact) return written.map(({ text, place }) => ({ text, place }))
  const shown = elements.flatMap(({ attributes, place }) =>
    Object.entries(attributes)
      .filter(([name, value]) => isShown(name, value))
      .map(([, text]) => ({ text, place })),
  )
  return [...written.map(({ text, place }) => ({ text, place })), ...shown]
}

function isShown(name: string, value: string): boolean {
  if (value === '' || CODE.test(name)) return false
  return HAN.test(value) || (SHOWN.has(name) && !value.startsWith('{{'))
}

function textsInScript({ source, nodes }: ReachedScript): readonly SeenText[] {
  return nodes.flatMap((node) => {
    const text =
      node.type === 'Literal' && typeof node.value === 'string'
        ? node.value
        : node.type === 'TemplateElement'
          ? (node.value.cooked ?? node.value.raw)
          : ''
    return HAN.test(text) ? [{ text, place: placeAt(source, node.start) }] : []
  })
}

function textsInConfig({ config }: Unit): readonly SeenText[] {
  return config === undefined ? [] : textsInJson(config.source, config.root)
}

/** Values that hold Chinese, and the titles in whatever language. */
function textsInJson(source: SourceFile, root: JsonNode): readonly SeenText[] {
  const found: SeenText[] = []
  const waiting: JsonNode[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const [key, value] = node.type === 'property' ? (node.children ?? []) : []
    if (value?.type === 'string') {
      const text = String(value.value)
      if (HAN.test(text) || key?.value === 'navigationBarTitleText') {
        found.push({ text, place: placeAt(source, value.offset) })
      }
    }
    waiting.push(...(node.children ?? []).toReversed())
  }
  return found
}
