/**
 * What the host in the browser gets of a mini-program: one page and all that it reaches, unread.
 *
 * Paths are from the root of the program, without a leading `/`; a unit is a page or a component,
 * named by its path without extension. Templates and styles are as they stand in the source: they
 * are read in the browser, where hostile source does no harm.
 */

import type { Wording } from '@fangxing/contract'

export interface ProgramParcel {
  readonly platform: 'wechat' | 'baidu'
  readonly page: string
  readonly query: Readonly<Record<string, string>>
  readonly bar: NavigationBar
  /** Null: the page has no tab bar. */
  readonly tabs: TabBar | null
  readonly units: Readonly<Record<string, ProgramUnit>>
  /** By path without extension. */
  readonly templates: Readonly<Record<string, string>>
  /** `.wxs` and its cousins, by path without extension. */
  readonly templateScripts: Readonly<Record<string, string>>
  /** By path with extension. */
  readonly styles: Readonly<Record<string, string>>
  /** By path with extension. */
  readonly scripts: Readonly<Record<string, ProgramScript>>
  readonly answers: readonly DeclaredAnswer[]
  /** What was not to be had before the page was opened. */
  readonly gaps: readonly Wording[]
}

export interface ProgramUnit {
  readonly isComponent: boolean
  /** Of each tag, the unit it stands for; a missing one begins with `MISSING_UNIT`. */
  readonly uses: Readonly<Record<string, string>>
  readonly generics: Readonly<Record<string, string | null>>
  readonly styleIsolation: string | null
  /** Paths of its script and style; null when it has none. */
  readonly script: string | null
  readonly style: string | null
}

export interface ProgramScript {
  /** As CommonJS; null when it could not be read. */
  readonly code: string | null
  /** What each `require` in it means. */
  readonly requires: Readonly<Record<string, string>>
}

export interface NavigationBar {
  readonly title: string
  readonly colour: string
  readonly text: 'black' | 'white'
  /** Drawn by the page itself. */
  readonly isCustom: boolean
  readonly background: string
}

export interface TabBar {
  readonly colour: string
  readonly selectedColour: string
  readonly background: string
  readonly items: readonly {
    readonly text: string
    readonly icon: string | null
    readonly isCurrent: boolean
  }[]
}

/** What a submitter says that a server answers. */
export interface DeclaredAnswer {
  /** The beginning of the address, or the name of a cloud function. */
  readonly to: string
  readonly status?: number | undefined
  readonly body: unknown
}

export const MISSING_UNIT = 'fangxing-missing/'
