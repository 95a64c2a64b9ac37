/// <reference lib="dom" />
/** Registers the page and its components with the framework: settings, styles, then their scripts. */

import { compileStyle } from './compile-styles.ts'
import { listMissing } from './compile-templates.ts'
import { type CodeSpace, HOST, type Modules } from './host-state.ts'

export interface ReadStyle {
  readonly address: string
  readonly text: string
}

/** Returns the styles, which the framework wants before it draws. */
export function registerUnits(space: CodeSpace, modules: Modules): readonly ReadStyle[] {
  const { units, page } = HOST.parcel
  const styles = [addStyle(space, 'app', appStyle(), '')]
  for (const path of listMissing()) registerEmpty(space, path)
  // The page last: its components are there when it is drawn.
  const order = Object.keys(units).sort((one) => (one === page ? 1 : -1))
  order.forEach((path, nth) => {
    const unit = units[path]
    if (unit === undefined) return
    const isPage = path === page
    const scope = isPage || !unit.isComponent ? '' : `u${nth}`
    space.addComponentStaticConfig(path, {
      component: !isPage && unit.isComponent,
      usingComponents: withRoots(unit.uses),
      componentGenerics: toGenerics(unit.generics),
      ...(unit.styleIsolation === null || isPage ? {} : { styleIsolation: unit.styleIsolation }),
    })
    styles.push(addStyle(space, path, unit.style, unit.styleIsolation === 'shared' ? '' : scope))
  })
  for (const path of order) modules.register(space, path, units[path]?.script ?? null)
  return styles
}

function appStyle(): string | null {
  return ['app.wxss', 'app.css'].find((one) => HOST.parcel.styles[one] !== undefined) ?? null
}

function addStyle(space: CodeSpace, path: string, style: string | null, scope: string): ReadStyle {
  const address = `${path}.css`
  if (scope === '') space.addStyleSheet(path, address)
  else space.addStyleSheet(path, address, scope)
  return { address, text: style === null ? '' : compileStyle(style, scope) }
}

export function registerEmpty(space: CodeSpace, path: string): void {
  space.component(path).register()
}

function withRoots(uses: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(uses).map(([tag, path]) => [tag, `/${path}`]))
}

function toGenerics(generics: Readonly<Record<string, string | null>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(generics).map(([name, path]) => [
      name,
      path === null ? true : { default: `/${path}` },
    ]),
  )
}
