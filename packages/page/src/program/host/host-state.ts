/// <reference lib="dom" />
/**
 * What the parts of the host share while a page of a mini-program runs in the browser.
 *
 * The files of this folder are served to the browser as modules: `HOST` is out of the program's sight.
 */

import type { ProgramParcel } from '../program-parcel.ts'

export interface HostState {
  parcel: ProgramParcel
  /** Says outside the browser what could not be shown; what was said cannot be taken back. */
  report(zh: string, en: string): void
  /** An event of the platform at an element, as the page's handlers expect it. */
  fire(element: Element, type: string, detail: unknown, bubbles: boolean): void
  /** The page's own object; null until it stands. */
  page: PageObject | null
  app: Record<string, unknown>
}

/** A page as its own code sees it. */
export interface PageObject {
  [name: string]: unknown
  data: Record<string, unknown>
  setData(data: Record<string, unknown>): void
}

/** The parts of the framework that the host uses. */
export interface Framework {
  readonly MiniProgramEnv: new () => FrameworkEnv
  readonly component: { readonly ComponentCaller: { readonly prototype: PageObject } }
  readonly glassEasel: {
    readonly CurrentWindowBackendContext: new () => object
    readonly triggerEvent: (target: object, type: string, detail: unknown, options: object) => void
    readonly addGlobalErrorListener: (listener: (error: unknown) => boolean) => void
  }
}

export interface FrameworkEnv {
  createCodeSpace(id: string, isMain: boolean): CodeSpace
  associateBackend(context: object): Backend
}

export interface CodeSpace {
  getComponentSpace(): { setGlobalUsingComponent(tag: string, target: string): void }
  addComponentStaticConfig(path: string, config: object): void
  addCompiledTemplate(path: string, template: object): void
  addStyleSheet(path: string, address: string, scope?: string): void
  componentEnv(path: string, run: (globals: Constructors) => void): void
  component(path: string): { register(): void }
}

export interface Constructors {
  readonly Page: (definition: object) => void
  readonly Component: (definition?: object) => unknown
  readonly Behavior: (definition?: object) => unknown
}

export interface Backend {
  registerStyleSheetContent(address: string, text: string): void
  createRoot(tag: string, space: CodeSpace, address: string): Root
}

export interface Root {
  get(): PageObject
  getComponent(): { triggerPageLifetime(name: string, args: readonly unknown[]): void }
  attach(parent: Element, placeholder: Element): void
}

/** WeChat's own compiler of templates. */
export interface TemplateGroup {
  addTmpl(path: string, text: string): readonly TemplateTrouble[]
  addScript(path: string, text: string): void
  getDirectDependencies(path: string): readonly string[]
  getScriptDependencies(path: string): readonly string[]
  getTmplGenObjectGroups(): string
}

export interface TemplateTrouble {
  readonly isError: boolean
  readonly message: string
  readonly startLine: number
}

/** Filled when the host starts. */
export const HOST = { app: {}, page: null } as unknown as HostState

export interface Modules {
  /** Runs the script of a page or component, so that it registers itself. */
  register(space: CodeSpace, path: string, script: string | null): void
}
