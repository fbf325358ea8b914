/** A set of document numbers; `words` grows when a number beyond it is added, and never shrinks. */
export type Bitset = { words: Uint32Array }

export function emptySet(words = 0): Bitset {
  return { words: new Uint32Array(words) }
}

export function setOf(numbers: Iterable<number>): Bitset {
  const set = emptySet()
  for (const number of numbers) add(set, number)
  return set
}

export function add(set: Bitset, number: number): void {
  const word = number >>> 5
  if (word >= set.words.length) set.words = grown(set.words, word + 1)
  set.words[word]! |= 1 << (number & 31)
}

function grown(words: Uint32Array, needed: number): Uint32Array {
  const larger = new Uint32Array(Math.max(needed, words.length * 2, 8))
  larger.set(words)
  return larger
}

export function remove(set: Bitset, number: number): void {
  const word = number >>> 5
  if (word < set.words.length) set.words[word]! &= ~(1 << (number & 31))
}

/** Adds a number or removes it. */
export function put(set: Bitset, number: number, isMember: boolean): void {
  if (isMember) add(set, number)
  else remove(set, number)
}

export function has(set: Bitset, number: number): boolean {
  return ((set.words[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0
}

export function intersection(one: Bitset, other: Bitset): Bitset {
  const words = one.words.slice(0, Math.min(one.words.length, other.words.length))
  for (let word = 0; word < words.length; word++) words[word]! &= other.words[word]!
  return { words }
}

export function union(one: Bitset, other: Bitset): Bitset {
  const [long, short] = one.words.length >= other.words.length ? [one, other] : [other, one]
  const words = long.words.slice()
  for (let word = 0; word < short.words.length; word++) words[word]! |= short.words[word]!
  return { words }
}

export function difference(one: Bitset, other: Bitset): Bitset {
  const words = one.words.slice()
  const shared = Math.min(words.length, other.words.length)
  for (let word = 0; word < shared; word++) words[word]! &= ~other.words[word]!
  return { words }
}

export function size(set: Bitset): number {
  let total = 0
  for (const word of set.words) total += bits(word)
  return total
}

function bits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The members in ascending order. */
export function members(set: Bitset): number[] {
  const numbers: number[] = []
  eachMember(set, (number) => numbers.push(number))
  return numbers
}

/** Calls `seen` for each member in ascending order. */
export function eachMember({ words }: Bitset, seen: (number: number) => void): void {
  for (let word = 0; word < words.length; word++) {
    let rest = words[word]!
    while (rest !== 0) {
      const lowest = rest & -rest
      seen(word * 32 + 31 - Math.clz32(lowest))
      rest ^= lowest
    }
  }
}
