/** Many short texts in two flat arrays, which a file can hold as they are: a text is made when asked for. */

/** As many arguments as any engine takes at once. */
const AT_ONCE = 8192

export class TextList {
  private readonly units: Uint16Array
  /** Where each text begins; one more for the end of the last. */
  private readonly begins: Uint32Array

  constructor(texts: readonly string[]) {
    this.begins = new Uint32Array(texts.length + 1)
    this.units = new Uint16Array(texts.reduce((sum, { length }) => sum + length, 0))
    let end = 0
    for (const [nth, text] of texts.entries()) {
      for (let at = 0; at < text.length; at += 1) this.units[end + at] = text.charCodeAt(at)
      end += text.length
      this.begins[nth + 1] = end
    }
  }

  get(nth: number): string {
    const end = this.begins[nth + 1] as number
    let text = ''
    for (let at = this.begins[nth] as number; at < end; at += AT_ONCE) {
      text += String.fromCharCode(...this.units.subarray(at, Math.min(end, at + AT_ONCE)))
    }
    return text
  }
}
