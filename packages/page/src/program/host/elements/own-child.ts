/// <reference lib="dom" />
/** What the platform's components draw with: children of the host's own, addresses as a page means them. */

/** A child of the host's own, made once. */
export function ownChild<Tag extends keyof HTMLElementTagNameMap>(
  host: HTMLElement,
  tag: Tag,
): HTMLElementTagNameMap[Tag] {
  const found = [...host.children].find(
    (one): one is HTMLElementTagNameMap[Tag] =>
      one.localName === tag && one.hasAttribute('fangxing-own'),
  )
  if (found !== undefined) return found
  const made = document.createElement(tag)
  made.setAttribute('fangxing-own', '')
  host.append(made)
  return made
}

/** A relative address of a picture is relative to the page. */
export function toAddress(source: string | null): string {
  return source === null || source === 'undefined' || source === 'null' ? '' : source
}
