// The ledger counts bytes of UTF-8, the browser counts UTF-16 code units. This is the one place where they meet.

/** Converts places in one text. A place inside a character moves to the character's start. */
export class Offsets {
  readonly #byteAt: Uint32Array; // at each code unit, the byte where its character starts; one more for the end

  constructor(readonly text: string) {
    const n = text.length;
    const at = new Uint32Array(n + 1);
    let byte = 0;
    for (let i = 0; i < n; i++) {
      at[i] = byte;
      const unit = text.charCodeAt(i);
      if (unit < 0x80) byte += 1;
      else if (unit < 0x800) byte += 2;
      else if (unit >= 0xd800 && unit < 0xdc00 && i + 1 < n && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
        at[++i] = byte; // the second half of a pair belongs to the first
        byte += 4;
      } else byte += 3;
    }
    at[n] = byte;
    this.#byteAt = at;
  }

  /** Length of the text in bytes. */
  get bytes(): number { return this.#byteAt[this.text.length]; }

  /** Byte offset of a code unit, 0 … text.length; places outside are moved to the ends. */
  toBytes(unit: number): number {
    return this.#byteAt[Math.max(0, Math.min(this.text.length, unit))];
  }

  /** The first code unit of the character at a byte offset; places outside are moved to the ends. */
  toUnits(byte: number): number {
    let low = 0, high = this.text.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (this.#byteAt[mid] < byte) low = mid + 1;
      else high = mid;
    }
    // `low` is the first unit that starts at or after the byte; a byte inside a character belongs to the one before.
    if (this.#byteAt[low] > byte) {
      low--;
      while (low > 0 && this.#byteAt[low - 1] === this.#byteAt[low]) low--;
    }
    return low;
  }
}

/** A stretch of text in UTF-16 code units, half open. */
export interface Stretch { start: number; end: number }
