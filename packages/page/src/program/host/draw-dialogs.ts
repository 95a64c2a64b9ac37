/// <reference lib="dom" />
/** What the platform lays over a page when the page asks for it: dialogs and short notes. */

export function showDialog(title: string, content: string): void {
  const layer = document.createElement('div')
  layer.setAttribute('role', 'dialog')
  layer.style.cssText =
    'position:fixed;inset:0;z-index:9000;background:rgba(0,0,0,.6);display:flex;align-items:center;justify-content:center'
  const box = document.createElement('div')
  box.style.cssText =
    'width:300px;border-radius:10px;background:#fff;text-align:center;padding:24px 16px;font-size:16px'
  for (const [words, style] of [
    [title, 'font-weight:bold'],
    [content, 'color:#777;margin-top:12px'],
    ['确定', 'color:#576b95;margin-top:20px'],
  ] as const) {
    const line = document.createElement('div')
    line.textContent = words
    line.style.cssText = style
    box.append(line)
  }
  layer.append(box)
  document.documentElement.append(layer)
}

/** Gone after the platform's own time. */
export function showToast(words: string): void {
  const SHOWN_MS = 1500
  const note = document.createElement('div')
  note.textContent = words
  note.style.cssText =
    'position:fixed;left:50%;top:45%;transform:translate(-50%,-50%);z-index:9000;padding:12px 16px;border-radius:6px;background:rgba(17,17,17,.7);color:#fff;font-size:14px'
  document.documentElement.append(note)
  setTimeout(() => note.remove(), SHOWN_MS)
}
