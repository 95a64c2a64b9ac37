/// <reference lib="dom" />
/**
 * WXSS to CSS, by the browser's own reader: lengths, names of elements, and the scope of a component.
 *
 * What the browser cannot read is left out, as the platform leaves it out.
 */

import { builtInTags } from './elements/built-in-tags.ts'
import { HOST } from './host-state.ts'
import { toPixels } from './open-context.ts'

/** `scope`: what the framework puts before class names, empty for styles of the whole program. */
export function compileStyle(path: string, scope: string): string {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(toPixels(withImports(path, new Set())))
  return [...sheet.cssRules].map((rule) => compileRule(rule, scope)).join('\n')
}

/** The text with what it imports in place; each file once. */
function withImports(path: string, seen: Set<string>): string {
  const text = HOST.parcel.styles[path]
  if (text === undefined || seen.has(path)) return ''
  seen.add(path)
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@import\s+(?:url\()?\s*['"]?([^'")\s;]+)['"]?\s*\)?\s*;?/g, (_, named: string) =>
      withImports(resolveStyle(path, named), seen),
    )
}

function resolveStyle(from: string, named: string): string {
  const address = new URL(named, `http://a/${from}`)
  return decodeURIComponent(address.pathname).slice(1)
}

function compileRule(rule: CSSRule, scope: string): string {
  if (rule instanceof CSSStyleRule) {
    keepBelowBars(rule.style)
    return `${compileSelector(rule.selectorText, scope)} { ${rule.style.cssText} }`
  }
  if (rule instanceof CSSMediaRule || rule instanceof CSSSupportsRule) {
    const head = rule instanceof CSSMediaRule ? '@media' : '@supports'
    const inner = [...rule.cssRules].map((one) => compileRule(one, scope)).join('\n')
    return `${head} ${rule.conditionText} { ${inner} }`
  }
  return rule.cssText
}

/** The bars lie outside a page: what is fixed to an edge is fixed to theirs. */
function keepBelowBars(style: CSSStyleDeclaration): void {
  const { position, top, bottom } = style
  if (position !== 'fixed' && position !== 'sticky') return
  if (top !== '' && top !== 'auto') style.top = `calc(${top} + var(--fangxing-top))`
  if (bottom !== '' && bottom !== 'auto') style.bottom = `calc(${bottom} + var(--fangxing-bottom))`
}

/** Strings and attributes · classes · pseudo-classes · ids · names of elements. */
function compileSelector(selector: string, scope: string): string {
  const PART =
    /(\[[^\]]*\])|\.((?:\\.|[\w-]|[^\0-\x7f])+)|(::?[\w-]+)|(#(?:\\.|[\w-]|[^\0-\x7f])+)|([a-zA-Z][\w-]*)/g
  const tags = builtInTags()
  return selector.replace(PART, (whole, _attribute, name, pseudo, _id, tag) => {
    if (name !== undefined) return `.${scope === '' ? '' : `${scope}--`}${name}`
    if (pseudo === ':host') return scope === '' ? 'body' : `[wx-host="${scope}"]`
    if (tag === 'page') return 'body'
    return tag !== undefined && tags.includes(tag) ? `wx-${tag}` : whole
  })
}
