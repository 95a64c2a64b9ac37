/**
 * Which command a key press means.
 *
 * Letters are commands only outside of fields, without modifier keys and while no dialog is open;
 * keys that a screen reader or the browser uses with modifiers stay theirs.
 */

export const HOTKEYS = [
  { key: '?', command: 'sheet' },
  { key: 'j', command: 'next' },
  { key: 'k', command: 'previous' },
  { key: 'c', command: 'claim' },
  { key: 'a', command: 'approve' },
  { key: 'r', command: 'reject' },
  { key: 'u', command: 'back' },
  { key: '1–9', command: 'pick' },
  { key: '/', command: 'clause' },
  { key: 'l', command: 'label' },
  { key: 'n', command: 'note' },
  { key: 's', command: 'skip' },
  { key: 'h', command: 'hold' },
  { key: 'e', command: 'escalate' },
  { key: 'b', command: 'shield' },
  { key: 'p', command: 'play' },
  { key: 'z', command: 'undo' },
] as const

export type Command = (typeof HOTKEYS)[number]['command']

export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  /** The element with the focus takes text. */
  readonly isTyping: boolean
  readonly isDialogOpen: boolean
}

export function findCommand(press: KeyPress): Command | null {
  if (press.isTyping || press.isDialogOpen) return null
  if (press.ctrlKey || press.metaKey || press.altKey) return null
  if (/^[1-9]$/.test(press.key)) return 'pick'
  return HOTKEYS.find(({ key }) => key === press.key)?.command ?? null
}

/** The index to go to in a list, staying inside it; -1 is "nothing chosen yet". */
export function stepInList(current: number, length: number, command: 'next' | 'previous'): number {
  if (length === 0) return -1
  if (current < 0) return 0
  const wanted = command === 'next' ? current + 1 : current - 1
  return Math.min(length - 1, Math.max(0, wanted))
}
