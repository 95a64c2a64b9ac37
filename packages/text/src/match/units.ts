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
  readonly Buffer?: { from(memory: ArrayBuffer, offset: number, length: number): MemoryCopy }
}

/** Below this the call costs more than the loop. */
const LEAST_COPIED = 48

const host = globalThis as Host
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/** Copies texts to one place in memory. */
export class UnitCopy {
  readonly units: Uint16Array
  private readonly memory: MemoryCopy | undefined

  constructor(units: Uint16Array<ArrayBuffer>) {
    this.units = units
    if (isLittleEndian) {
      this.memory = host.Buffer?.from(units.buffer, units.byteOffset, units.byteLength)
    }
  }

  /** No more than there is room for. */
  fill(text: string): void {
    const { units, memory } = this
    const length = text.length
    if (memory !== undefined && length >= LEAST_COPIED) {
      memory.write(text, 0, 'utf16le')
      return
    }
    for (let at = 0; at < length; at += 1) units[at] = text.charCodeAt(at)
  }
}

/** Room for the units of one text at a time; grows as needed. */
export class UnitBuffer {
  private copy = new UnitCopy(new Uint16Array(0))

  get units(): Uint16Array {
    return this.copy.units
  }

  /** Returns the row; what lies behind `text.length` is left over and means nothing. */
  fill(text: string): Uint16Array {
    if (this.copy.units.length < text.length) {
      this.copy = new UnitCopy(new Uint16Array((text.length + 256) * 2))
    }
    this.copy.fill(text)
    return this.copy.units
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
