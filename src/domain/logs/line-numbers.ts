/** Line numbers in ascending order, which grow at the end, shrink at both, and move on when lines come between others. */
export class LineNumbers {
  #items = new Float64Array(1024)
  #start = 0
  #end = 0

  get length(): number {
    return this.#end - this.#start
  }

  at(index: number): number | undefined {
    return index < 0 || index >= this.length ? undefined : this.#items[this.#start + index]
  }

  /** Those from one place up to another, as a view on them that the next change makes invalid. */
  part(from = 0, to = this.length): Float64Array {
    return this.#items.subarray(this.#start + from, this.#start + to)
  }

  push(line: number): void {
    this.#make(1)
    this.#items[this.#end] = line
    this.#end += 1
  }

  /** How many are below a line number. */
  countBelow(line: number): number {
    let low = this.#start
    let high = this.#end
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#items[middle] ?? 0) < line) low = middle + 1
      else high = middle
    }
    return low - this.#start
  }

  /** Forgets the first ones. */
  drop(count: number): void {
    this.#start += count
  }

  /** Puts others, in ascending order, between those that are there. */
  insert(lines: readonly number[]): void {
    if (lines.length === 0) return
    this.#make(lines.length)
    let from = this.#end - 1
    this.#end += lines.length
    let next = lines.length - 1
    // From the end, so that nothing is overwritten that has still to move.
    for (let to = this.#end - 1; next >= 0; to -= 1) {
      const line = lines[next] ?? 0
      const old = from >= this.#start ? (this.#items[from] ?? 0) : -Infinity
      this.#items[to] = Math.max(line, old)
      if (old > line) from -= 1
      else next -= 1
    }
  }

  /** Lines with these numbers have come between others, so those behind them have other numbers now. */
  moveOn(inserted: Float64Array): void {
    let count = 0
    for (let index = this.#start + this.countBelow(inserted[0] ?? Infinity); index < this.#end; index += 1) {
      const line = this.#items[index] ?? 0
      count = countBefore(inserted, line, count)
      this.#items[index] = line + count
    }
  }

  #make(room: number): void {
    if (this.#end + room <= this.#items.length) return
    const next = new Float64Array(Math.max(1024, (this.length + room) * 2))
    next.set(this.#items.subarray(this.#start, this.#end))
    this.#items = next
    this.#end -= this.#start
    this.#start = 0
  }
}

/**
 * How many of the inserted lines stand before a line that had the number `line` until they came; `known` of them are
 * known to. The inserted line with the place `i` among them stands before the old line `inserted[i] - i`.
 */
export function countBefore(inserted: Float64Array, line: number, known = 0): number {
  let count = known
  while (count < inserted.length && (inserted[count] ?? 0) - count <= line) count += 1
  return count
}
