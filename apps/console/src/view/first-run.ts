/** The one-time token of the link that the server prints, whether it stands after `?` or `#`. */

/** As the server asks; it has the last word. */
export const MIN_PASSWORD_LENGTH = 10

export function tokenIn(search: string, hash: string): string {
  const inFragment = new URLSearchParams(hash.replace(/^#/, '')).get('token')
  return inFragment ?? new URLSearchParams(search).get('token') ?? ''
}
