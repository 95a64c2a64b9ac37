/// <reference lib="dom" />
/** Fields in which people write. */

import { HOST } from '../host-state.ts'

import { ownChild } from './own-child.ts'

interface ModelHost extends HTMLElement {
  fangxingModels?: Record<string, ((value: unknown) => void) | null>
}

export function drawInput(host: HTMLElement): void {
  const input = ownChild(host, 'input')
  const kind = host.getAttribute('type') ?? 'text'
  input.type =
    host.hasAttribute('password') && host.getAttribute('password') !== 'false'
      ? 'password'
      : toKind(kind)
  follow(host, input)
}

function toKind(kind: string): string {
  return kind === 'number' || kind === 'digit' || kind === 'idcard' ? 'tel' : 'text'
}

export function drawTextArea(host: HTMLElement): void {
  follow(host, ownChild(host, 'textarea'))
}

/** Shows the mode's first choice when the page puts nothing into it. */
export function drawPicker(host: HTMLElement): void {
  host.style.cursor = 'pointer'
}

function follow(host: ModelHost, field: HTMLInputElement | HTMLTextAreaElement): void {
  const value = host.getAttribute('value') ?? ''
  if (field.value !== value && document.activeElement !== field) field.value = value
  field.placeholder = host.getAttribute('placeholder') ?? ''
  field.disabled = host.hasAttribute('disabled')
  if (field.oninput !== null) return
  field.oninput = () => {
    host.fangxingModels?.value?.(field.value)
    HOST.fire(host, 'input', { value: field.value, cursor: field.selectionStart ?? 0 }, false)
  }
  field.onfocus = () => HOST.fire(host, 'focus', { value: field.value }, false)
  field.onblur = () => HOST.fire(host, 'blur', { value: field.value }, false)
  field.onkeydown = (event) => {
    if ((event as KeyboardEvent).key === 'Enter')
      HOST.fire(host, 'confirm', { value: field.value }, false)
  }
}
