/**
 * Copies a string into a row of UTF-16 units.
 *
 * Reading a string unit by unit costs more than searching it, so where the host can copy memory
 * (`Buffer` in Node) it does; anywhere else a loop gives the same units.
 */

interface MemoryCopy {
  write(text: string, offset: number, encoding: 'utf16le'): number
}

interface Host {
  readonly globalThis?: unknown
  readonly Buffer?: { from(memory: ArrayBuffer): MemoryCopy }
}

/** Below this the call costs more than the loop. */
const LEAST_COPIED = 48

const host = globalThis as Host
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/** Room for the units of one text at a time; grows as needed. */
export class UnitBuffer {
  units = new Uint16Array(0)
  private memory: MemoryCopy | undefined

  /** Returns the row; what lies behind `text.length` is left over and means nothing. */
  fill(text: string): Uint16Array {
    const length = text.length
    if (this.units.length < length) this.grow(length)
    const { units, memory } = this
    if (memory !== undefined && length >= LEAST_COPIED) {
      memory.write(text, 0, 'utf16le')
      return units
    }
    for (let at = 0; at < length; at += 1) units[at] = text.charCodeAt(at)
    return units
  }

  private grow(length: number): void {
    const buffer = new ArrayBuffer((length + 256) * 4)
    this.units = new Uint16Array(buffer)
    if (isLittleEndian) this.memory = host.Buffer?.from(buffer)
  }
}

/** Room for a row made from another: units, and for each the first and last unit it comes from. */
export class UnitRoom {
  units = new Uint16Array(256)
  firsts = new Int32Array(256)
  lasts = new Int32Array(256)

  reserve(length: number): void {
    if (this.units.length > length) return
    this.units = new Uint16Array(length * 2 + 1)
    this.firsts = new Int32Array(length * 2 + 1)
    this.lasts = new Int32Array(length * 2 + 1)
  }
}
