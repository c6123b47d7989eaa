/** Sets of clocks of one client: intervals `from[i]` to `to[i]` (exclusive), ascending, never touching. */
export class Ranges {
  from: number[] = [];
  to: number[] = [];

  get size(): number {
    return this.from.length;
  }

  /** How many clocks there are in all. */
  get total(): number {
    let sum = 0;
    for (let i = 0; i < this.size; i++) sum += (this.to[i] as number) - (this.from[i] as number);
    return sum;
  }

  /** The clock after the last. */
  get end(): number {
    return this.to[this.size - 1] ?? 0;
  }

  has(clock: number): boolean {
    const i = this.#firstEndingAfter(clock);
    return i < this.size && (this.from[i] as number) <= clock;
  }

  /** Whether every clock from `from` to `to` (exclusive) is here. */
  covers(from: number, to: number): boolean {
    const i = this.#firstEndingAfter(from);
    return i < this.size && (this.from[i] as number) <= from && (this.to[i] as number) >= to;
  }

  /** The index of the first interval that ends after `clock`. */
  #firstEndingAfter(clock: number): number {
    let low = 0;
    let high = this.to.length;
    if (high === 0 || (this.to[high - 1] as number) <= clock) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.to[middle] as number) > clock) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  add(from: number, to: number): void {
    if (from >= to) return;
    const first = this.#firstEndingAfter(from - 1);
    let end = first;
    while (end < this.size && (this.from[end] as number) <= to) end++;
    if (first === end) {
      if (first === this.size) {
        this.from.push(from);
        this.to.push(to);
      } else {
        this.from.splice(first, 0, from);
        this.to.splice(first, 0, to);
      }
      return;
    }
    this.from[first] = Math.min(this.from[first] as number, from);
    this.to[first] = Math.max(this.to[end - 1] as number, to);
    this.from.splice(first + 1, end - first - 1);
    this.to.splice(first + 1, end - first - 1);
  }

  /** Adds all of `other`: one pass over both where it brings many. */
  addAll(other: Ranges): void {
    if (other.size <= 16 || other.size * 16 < this.size) {
      for (let i = 0; i < other.size; i++) this.add(other.from[i] as number, other.to[i] as number);
      return;
    }
    const merged = new Ranges();
    let mine = 0;
    let theirs = 0;
    while (mine < this.size || theirs < other.size) {
      const takeMine =
        theirs >= other.size ||
        (mine < this.size && (this.from[mine] as number) <= (other.from[theirs] as number));
      if (takeMine) merged.append(this.from[mine] as number, this.to[mine++] as number);
      else merged.append(other.from[theirs] as number, other.to[theirs++] as number);
    }
    this.from = merged.from;
    this.to = merged.to;
  }

  /** Adds an interval that begins no earlier than the last one. */
  append(from: number, to: number): void {
    const last = this.size - 1;
    if (last >= 0 && (this.to[last] as number) >= from) {
      this.to[last] = Math.max(this.to[last] as number, to);
      return;
    }
    this.from.push(from);
    this.to.push(to);
  }

  /** What of the clocks `from` to `to` (exclusive) is not here, appended to `out`. */
  missing(from: number, to: number, out: Ranges): void {
    let at = from;
    for (let i = this.#firstEndingAfter(from); i < this.size && at < to; i++) {
      const start = this.from[i] as number;
      if (start >= to) break;
      if (start > at) out.append(at, start);
      at = this.to[i] as number;
    }
    if (at < to) out.append(at, to);
  }
}
