/**
 * Listens for the commands of the keyboard while the component is on the page: from the moment it
 * can be seen, so that no key of a quick hand is lost.
 */

import { useLayoutEffect, useRef } from 'react'
import { type Command, findCommand } from '../view/hotkeys.ts'

export type CommandMap = Readonly<Partial<Record<Command, (key: string) => void>>>

export function useCommands(commands: CommandMap): void {
  const current = useRef(commands)
  useLayoutEffect(() => {
    current.current = commands
  })
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const command = findCommand({
        key: event.key,
        ctrlKey: event.ctrlKey,
        metaKey: event.metaKey,
        altKey: event.altKey,
        isTyping: takesText(event.target),
        isDialogOpen: isDialogOpen(),
      })
      const run = command && current.current[command]
      if (!run) return
      event.preventDefault()
      run(event.key)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

/** A closed dialog of the library may stay in the document, hidden. */
function isDialogOpen(): boolean {
  const dialogs = [...document.querySelectorAll('[role="dialog"]')]
  return dialogs.some((dialog) => dialog.checkVisibility())
}

function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
