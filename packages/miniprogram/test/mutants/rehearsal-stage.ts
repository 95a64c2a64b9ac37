/** What a rehearsed program stands on, and the mark by which what the user wrote is known again. */

export const MARK = '这是用户写的内容'

/** How checks answer content that holds the mark; all other content passes. */
export type RehearsedWorld = 'pass' | 'risky' | 'checkFails' | 'functionFails'

export interface Noted {
  readonly what: 'checked' | 'published'
}

export interface Stage {
  readonly files: Readonly<Record<string, string>>
  readonly world: RehearsedWorld
  readonly noted: Noted[]
  readonly load: (path: string) => unknown
}

export function holdsMark(value: unknown): boolean {
  if (value instanceof Uint8Array) return Buffer.from(value).toString().includes(MARK)
  if (typeof value === 'string') return value.includes(MARK)
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some(holdsMark)
}
