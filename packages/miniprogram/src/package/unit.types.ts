/** A page or a component with the files that make it, and what reads it. */

import type { ReadScript } from '../script/parse-script.ts'
import type { Template } from '../template/parse-template.ts'
import type { JsonNode } from './json.ts'
import type { SourceFile, SourceTree } from './source-tree.ts'

export interface Unit {
  /** Relative to the package root, without extension. */
  readonly path: string
  /** How template and script find each other. */
  readonly flavour: 'native' | 'vue' | 'mpx' | 'react'
  readonly title: string
  /** Its own JSON file, absent when there is none or it cannot be read. */
  readonly config: { readonly source: SourceFile; readonly root: JsonNode } | undefined
  readonly scriptPath: string | undefined
  /** Its own template first, then those it includes, each once. */
  readonly templates: readonly Template[]
  /** Path of the unit behind a tag; absent for a library component. */
  readonly components: ReadonlyMap<string, string | undefined>
}

export interface UnitReader {
  readonly tree: SourceTree
  readonly programFolder: string
  readonly globalComponents: readonly (readonly [tag: string, path: string])[]
  /** Components that single files may use without importing them, by tag. */
  readonly sharedComponents: readonly (readonly [tag: string, unit: string])[]
  /** Pages are scripts with JSX, as Taro writes them. */
  readonly isReact: boolean
  readonly resolve: (from: string, request: string) => string | undefined
  readonly script: (path: string) => ReadScript | undefined
}
